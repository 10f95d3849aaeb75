import { defineTable, interviews, kind, percent, type RowOf, text } from "../../model/table.js";
import type { CoverageMethod } from "./options.js";

/** The coverage of a method's interval. */
export const COVERAGE = defineTable({
  name: "interval-coverage",
  title: "How often intervals of a proportion hold the truth",
  description:
    "One row a method, true percentage and number of interviews: its coverage in simple random samples.",
  source: "Exact binomial sums",
  columns: {
    method: text<CoverageMethod>("Method of the interval"),
    label: text("Method, for readers"),
    kind: kind<"calculated">(),
    truth: percent("Share of the population that says yes"),
    n: interviews("Interviews of a sample"),
    coverage: percent("Samples whose 95% interval holds the share"),
  },
});
export type CoverageRow = RowOf<typeof COVERAGE>;
