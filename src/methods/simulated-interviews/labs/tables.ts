import { interviews, KIND, number, open, percent, points, text } from "../../../analysis/columns.js";
import type { Column, Dataset } from "../../../model/table.js";
import { answersRows, leftOutRows, nonResponseRows } from "./index.js";

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

/** The tables of the labs, one a figure. None is about parents. */
export function labTables(): Dataset[] {
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
  ];
}
