import { defineControl, type OptionCode } from "../../model/control.js";
import {
  defineTable,
  interviews,
  kind,
  number,
  percent,
  points,
  type RowOf,
  text,
  whole,
} from "../../model/table.js";

/** Whether a variable is added after those before it, or is the only one. */
export const WAY = defineControl({
  name: "way",
  type: "choice",
  legend: "Weighted by",
  isView: true,
  options: [
    { code: "in-order", label: "one variable more each time", inWords: "One variable more each time" },
    { code: "alone", label: "one variable alone", inWords: "Each variable alone" },
  ],
  default: "in-order",
});

const times = number("times");
const SEED = whole("number")("Seed of the made-up population and survey", { label: "Survey, seed" });
const SOURCE = "Repeated surveys of made-up populations, weighted as CES 2023/24 describes";

/** The effect of one more weighting variable on a made-up survey. */
export const MOVED = defineTable({
  name: "moved-by-weights",
  title: "What each weighting variable moved, in made-up surveys",
  description:
    "A row for each made-up survey and weighting variable, alone and after those before it: satisfaction and what the weights cost.",
  source: SOURCE,
  columns: {
    kind: kind<"simulated">(),
    seed: SEED,
    way: text<OptionCode<typeof WAY>>("in-order: with the variables before it; alone: with no other"),
    step: whole("place")("Place in the order of weighting; 0 before it"),
    variable: text("Weighting variable; none before weighting"),
    label: text("The same for readers", { label: "Weighted by" }),
    estimate: percent("Satisfied, of those who answered", { label: "Satisfied, %", decimals: 1 }),
    standard_error: points("Its standard error, which knows of the weights", {
      label: "Standard error, points",
      decimals: 2,
    }),
    moved: points("How far it moved: alone from before weighting, in order from the step before", {
      label: "Moved, points",
      decimals: 2,
    }),
    kish: times("Kish's design effect of the weights", { label: "Kish’s design effect", decimals: 2 }),
    deff: times("Design effect of the estimate", { label: "Design effect", decimals: 2 }),
    largest_over_smallest: times("The largest weight over the smallest", {
      label: "Largest weight over smallest",
      decimals: 1,
    }),
    truth: percent("Truly satisfied in the population drawn from", { label: "Truth, %", decimals: 1 }),
    interviews: interviews("Interviews of the survey", { label: "Interviews" }),
  },
});
export type WeightMoveRow = RowOf<typeof MOVED>;

/** A quantile of the final weights of a made-up survey. */
export const SPREAD = defineTable({
  name: "spread-of-weights",
  title: "How final weights are spread, in made-up surveys",
  description:
    "A row for each made-up survey and part of its interviews: the weight that they do not exceed.",
  source: SOURCE,
  columns: {
    kind: kind<"simulated">(),
    seed: SEED,
    part: percent("Interviews whose weight is no greater", { label: "Interviews with no greater weight, %" }),
    weight: number("times the mean")("The weight; the mean is 1", { label: "Weight", decimals: 2 }),
    kish: times("Kish's design effect of all final weights", { label: "Kish’s design effect", decimals: 2 }),
    effective: number("interviews")("Interviews that the weighted ones are worth", {
      label: "Worth, interviews",
      decimals: 0,
    }),
    interviews: interviews("Interviews of the survey", { label: "Interviews" }),
  },
});
export type WeightSpreadRow = RowOf<typeof SPREAD>;
