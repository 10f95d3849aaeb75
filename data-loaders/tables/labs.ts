import { interviews, KIND, number, open, percent, points, text, whole } from "../../src/analysis/columns.js";
import {
  answersRows,
  leftOutRows,
  nonResponseRows,
} from "../../src/methods/simulated-interviews/labs/index.js";
import type { Column, Dataset } from "../../src/model/table.js";
import { weightExample } from "../simulate/repeated/weight-example.js";

const LAB_COLUMNS: readonly Column[] = [
  text("limitation", "What is wrong with the survey"),
  text("label", "The same for readers"),
  KIND,
  number("percent, interviews or groups")(
    "knob",
    "The part that it concerns, or the number of interviews or of groups",
  ),
  text("unit", "Unit of the knob: percent, interviews or groups"),
  open(text("last", "Who is left out as the last of a number of groups; empty of other knobs")),
  points("difference", "How much less satisfied those concerned are; below 0 they are more satisfied"),
  interviews("interviews", "Interviews of a survey"),
  points(
    "error",
    "How much too high the result is on average; of simulated rows, the mean of made-up surveys",
  ),
  open(points("low", "The lowest of the made-up surveys; empty where worked out")),
  open(points("high", "The highest of the made-up surveys; empty where worked out")),
  open(percent("covered", "Made-up surveys whose 95% interval holds the truth; empty where worked out")),
];

const SEED = whole("number")("seed", "Seed of the made-up population and survey");

/** The tables of the labs and of the page on weights, one a figure. None is about parents. */
export function labTables(): Dataset[] {
  const { moved, spread } = weightExample();
  return [
    {
      name: "non-response-lab",
      title: "How far refusals can take a result from the truth",
      description:
        "Two rows for each response rate and difference: worked out, and over made-up surveys of a population with known truth.",
      source: "Worked out, and made up from seeds",
      columns: LAB_COLUMNS,
      rows: nonResponseRows().map((row) => ({ ...row })),
    },
    {
      name: "left-out-lab",
      title: "What people who are left out do to a result",
      description:
        "Two rows for each limitation, part left out and difference: worked out, and over made-up surveys of a population with known truth.",
      source: "Worked out, and made up from seeds",
      columns: LAB_COLUMNS,
      rows: leftOutRows().map((row) => ({ ...row })),
    },
    {
      name: "answers-lab",
      title: "What interviewers, mix-ups, few interviews and missing weights do to a result",
      description:
        "Two rows for each limitation, part concerned and difference: worked out, and over made-up surveys of a population with known truth.",
      source: "Worked out, and made up from seeds",
      columns: LAB_COLUMNS,
      rows: answersRows().map((row) => ({ ...row })),
    },
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
