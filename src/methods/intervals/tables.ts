import { KIND, text } from "../../analysis/columns.js";
import type { Dataset } from "../../model/table.js";
import { coverageRows } from "./coverage.js";

/** The table of the coverage of intervals. */
export function coverageTable(): Dataset {
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
