import type { Assumptions } from "../../claims/assumptions.js";
import { type Control, chosenCode, chosenOption, defineControl } from "../../model/control.js";
import { PAIRED_BY } from "../../model/workspace.js";
import { INTERVIEW } from "../interview-worth.js";

const ROUNDING = defineControl({
  name: "rounding",
  type: "choice",
  legend: "Percentages were rounded",
  options: [
    { code: "half-up", label: "halves up" },
    { code: "half-even", label: "halves to even" },
    { code: "via-one-decimal", label: "by way of one decimal" },
  ],
  default: "half-up",
});

const SHARES = defineControl({
  name: "shares",
  type: "choice",
  legend: "Groups weigh",
  options: [
    {
      code: "by-weighting",
      label: "by what the survey weights on",
      note: "half to double, or within a tenth",
    },
    { code: "interviews", label: "as interviewed" },
    { code: "tenth", label: "within a tenth" },
    { code: "double", label: "half to double" },
  ],
  default: "by-weighting",
});

/** What tests are corrected for: so many comparisons, or null for all pairs of the section. */
const CORRECTION = defineControl({
  name: "correction",
  type: "choice",
  legend: "Corrected for",
  options: [
    { code: "none", label: "none", comparisons: null },
    { code: "section", label: "all pairs of the section", comparisons: null },
    { code: "five", label: "5 comparisons", comparisons: 5 },
    { code: "twenty", label: "20", comparisons: 20 },
    { code: "hundred", label: "100", comparisons: 100 },
  ],
  default: "none",
});

/** What share of respondents has the other one of its case among them, and how alike the two answer. */
const PAIRS = defineControl({
  name: "pairs",
  type: "choice",
  legend: PAIRED_BY?.legend ?? "Both of a case answered",
  options: [
    { code: "none", label: "no pairs", paired: 0, correlation: 0 },
    { code: "half-opposed", label: "half, opposed", paired: 0.5, correlation: -0.5 },
    { code: "half-alike", label: "half, alike", paired: 0.5, correlation: 0.5 },
    { code: "all-opposed", label: "all, opposed", paired: 1, correlation: -0.5 },
    { code: "all-alike", label: "all, alike", paired: 1, correlation: 0.5 },
  ],
  default: "none",
});

/** The panel of assumptions: what no text states and a verdict may rest on. */
export const ASSUMPTION_CONTROLS: readonly Control[] = [
  ...[INTERVIEW, ROUNDING, SHARES, CORRECTION],
  ...(PAIRED_BY === null ? [] : [PAIRS]),
];

/** The link key of a phrase's reading. */
export function phraseControl(phrase: string): string {
  return `phrase-${phrase
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")}`;
}

/** The assumptions in a page's state. */
export function assumptionsOf(
  state: Readonly<Record<string, string>>,
  phrases: readonly string[],
): Assumptions {
  const correction = chosenOption(CORRECTION, state);
  const { paired, correlation } = chosenOption(PAIRS, state);
  return {
    rounding: chosenCode(ROUNDING, state),
    deff: chosenOption(INTERVIEW, state).deff,
    shares: chosenCode(SHARES, state),
    phrases: Object.fromEntries(
      phrases.flatMap((phrase) => {
        const reading = state[phraseControl(phrase)];
        return reading === "narrow" || reading === "wide" ? [[phrase, reading] as const] : [];
      }),
    ),
    correction: correction.code === "none" ? "none" : "bonferroni",
    comparisons: correction.comparisons,
    paired,
    correlation,
  };
}
