import { interviews, KIND, number, percent, points, text, whole } from "../../analysis/columns.js";
import type { Dataset } from "../../model/table.js";
import type { WeightMoveRow, WeightSpreadRow } from "./rows.js";

const SEED = whole("number")("seed", "Seed of the made-up population and survey");

/** The tables of the page on weights, one a figure. They are about made-up surveys, never about parents. */
export function weightTables(moved: readonly WeightMoveRow[], spread: readonly WeightSpreadRow[]): Dataset[] {
  return [
    {
      name: "moved-by-weights",
      title: "What each weighting variable moved, in made-up surveys",
      description:
        "A row for each made-up survey and weighting variable, alone and after those before it: satisfaction and what the weights cost.",
      source: "Repeated surveys of made-up populations, weighted as CES 2023/24 describes",
      columns: [
        KIND,
        SEED,
        text("way", "in-order: with the variables before it; alone: with no other"),
        whole("place")("step", "Place in the order of weighting; 0 before it"),
        text("variable", "Weighting variable; none before weighting"),
        text("label", "The same for readers"),
        percent("estimate", "Satisfied, of those who answered"),
        points("standard_error", "Its standard error, which knows of the weights"),
        points("moved", "How far it moved: alone from before weighting, in order from the step before"),
        number("times")("kish", "Kish's design effect of the weights"),
        number("times")("deff", "Design effect of the estimate"),
        number("times")("largest_over_smallest", "The largest weight over the smallest"),
        percent("truth", "Truly satisfied in the population drawn from"),
        interviews("interviews", "Interviews of the survey"),
      ],
      rows: moved.map((row) => ({ ...row })),
    },
    {
      name: "spread-of-weights",
      title: "How final weights are spread, in made-up surveys",
      description:
        "A row for each made-up survey and part of its interviews: the weight that they do not exceed.",
      source: "Repeated surveys of made-up populations, weighted as CES 2023/24 describes",
      columns: [
        KIND,
        SEED,
        percent("part", "Interviews whose weight is no greater"),
        number("times the mean")("weight", "The weight; the mean is 1"),
        number("times")("kish", "Kish's design effect of all final weights"),
        number("interviews")("effective", "Interviews that the weighted ones are worth"),
        interviews("interviews", "Interviews of the survey"),
      ],
      rows: spread.map((row) => ({ ...row })),
    },
  ];
}
