import { KIND, text } from "../../src/analysis/columns.js";
import { differenceRows, R_VERSION, SURVEY_VERSION } from "../../src/methods/differences-from-r/index.js";
import { coverageRows } from "../../src/methods/intervals/coverage.js";
import type { Dataset } from "../../src/model/table.js";

/** The tables of the pages on methods. */
export function methodsTables(): Dataset[] {
  return [differencesTable(), coverageTable()];
}

function differencesTable(): Dataset {
  return {
    name: "differences-from-r",
    title: "Where numbers differ from R's survey package",
    description: `One row a difference from R's survey ${SURVEY_VERSION}, with an example on a made-up sample of twelve interviews.`,
    source: `R ${R_VERSION} and survey ${SURVEY_VERSION}, and the statistics of this site`,
    columns: [
      text("id", "Name of the difference"),
      text("area", "What it is about"),
      text("topic", "What differs"),
      text("r_function", "Functions of R"),
      text("r_does", "What they do"),
      text("we_do", "What is done here"),
      text("why", "The reason"),
      text("example", "What the numbers of the example are"),
      KIND,
      {
        name: "r_number",
        type: "number",
        nullable: true,
        description: "R's number; empty where it gives none",
      },
      { name: "our_number", type: "number", nullable: true, description: "Ours; empty where there is none" },
      text("r_gives", "R's number as shown, or what it says instead"),
      text("we_give", "Ours as shown, or what is said instead"),
    ],
    rows: differenceRows().map((row) => ({ ...row })),
  };
}

function coverageTable(): Dataset {
  return {
    name: "interval-coverage",
    title: "How often intervals of a proportion hold the truth",
    description:
      "One row a method, true percentage and number of interviews: its coverage in simple random samples.",
    source: "Exact binomial sums",
    columns: [
      text("method", "Method of the interval"),
      text("label", "Method, for readers"),
      KIND,
      {
        name: "truth",
        type: "number",
        unit: "percent",
        description: "Share of the population that says yes",
      },
      { name: "n", type: "integer", unit: "interviews", description: "Interviews of a sample" },
      {
        name: "coverage",
        type: "number",
        unit: "percent",
        description: "Samples whose 95% interval holds the share",
      },
    ],
    rows: coverageRows().map((row) => ({ ...row })),
  };
}
