import { madeInterviews } from "../../../../data-loaders/made-up/index.js";
import type { CodedValue } from "../../../../src/analysis/interviews/index.js";
import type { Codebook, WeightingStep } from "../../../../src/model/codebook.js";

const basis = { assumed: "a survey for tests" };
const category = (id: string, ...codes: string[]) =>
  ({
    kind: "category",
    id,
    label: id,
    basis,
    answers: codes.map((code) => ({ code, label: code })),
  }) as const;

/** A survey of a few variables, weighted by the steps given. */
export function codebookOf(weighting: readonly Pick<WeightingStep, "kind" | "variables">[]): Codebook {
  return {
    id: "small",
    title: "Small",
    publications: ["ces-2023-24"],
    unit: "a caller",
    contacts: { from: "2018-02", to: "2018-04" },
    fieldwork: { from: "2018-05-01", to: "2018-06-30", basis },
    variables: [
      { kind: "text", id: "interview", label: "Number", basis },
      {
        kind: "date",
        id: "month",
        label: "Month",
        basis,
        precision: "month",
        from: "2018-02",
        to: "2018-04",
      },
      category("csa", "past", "none"),
      category("call", "inbound", "outbound"),
      category("yes", "yes", "no"),
    ],
    impossible: [],
    measures: [
      {
        kind: "share",
        id: "small.yes",
        basis,
        base: { all: [] },
        counts: { variable: "yes", is: ["yes"] },
      },
    ],
    dimensions: {},
    roles: { interview: "interview", weight: null, date: "month", period: "month" },
    sampling: { strata: [], quotas: null, basis, note: "" },
    weighting: weighting.map((step) => ({ ...step, population: "callers", basis, note: "" })),
    exclusions: [],
  };
}

/** Interviews from rows of month, customer type, call and answer. */
export function interviewsOf(codebook: Codebook, rows: readonly (readonly string[])[], first = 1) {
  const column = (at: number): CodedValue[] => rows.map((row) => row[at] ?? null);
  return madeInterviews(
    codebook,
    new Map([
      ["interview", rows.map((_, i) => `n${first + i}`)],
      ["month", column(0)],
      ["csa", column(1)],
      ["call", column(2)],
      ["yes", column(3)],
    ]),
    "for a test",
  );
}

/** Four with a past, of whom one says yes, and two without, who both do. */
export const SIX = [
  ["2018-02", "past", "inbound", "yes"],
  ["2018-02", "past", "inbound", "no"],
  ["2018-03", "past", "outbound", "no"],
  ["2018-03", "past", "inbound", "no"],
  ["2018-02", "none", "inbound", "yes"],
  ["2018-03", "none", "outbound", "yes"],
];
