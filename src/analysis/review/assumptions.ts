import type { Assumptions } from "../../claims/assumptions.js";
import { INTERVIEW_WORTH } from "../interview-worth.js";

/** The corrections that the panel offers; the number is that of comparisons, null all pairs of the section. */
export const CORRECTED_FOR = [
  { code: "none", label: "none", comparisons: null },
  { code: "section", label: "all pairs of the section", comparisons: null },
  { code: "five", label: "5 comparisons", comparisons: 5 },
  { code: "twenty", label: "20", comparisons: 20 },
  { code: "hundred", label: "100", comparisons: 100 },
] as const;

/** What share of respondents has the other one of its case among them, and how alike the two answer. */
export const PAIRS = [
  { code: "none", label: "no pairs", paired: 0, correlation: 0 },
  { code: "half-opposed", label: "half, opposed", paired: 0.5, correlation: -0.5 },
  { code: "half-alike", label: "half, alike", paired: 0.5, correlation: 0.5 },
  { code: "all-opposed", label: "all, opposed", paired: 1, correlation: -0.5 },
  { code: "all-alike", label: "all, alike", paired: 1, correlation: 0.5 },
] as const;

/** The name under which the reading of a phrase stands in a link. */
export function phraseControl(phrase: string): string {
  return `phrase-${phrase
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")}`;
}

/** The assumptions that a page's state stands for. */
export function assumptionsOf(
  state: Readonly<Record<string, string>>,
  phrases: readonly string[],
): Assumptions {
  const { deff } = INTERVIEW_WORTH.find(({ code }) => code === state.interview) ?? INTERVIEW_WORTH[0];
  const corrected = CORRECTED_FOR.find(({ code }) => code === state.correction) ?? CORRECTED_FOR[0];
  const { paired, correlation } = PAIRS.find(({ code }) => code === state.pairs) ?? PAIRS[0];
  return {
    rounding: (state.rounding ?? "half-up") as Assumptions["rounding"],
    deff,
    shares: (state.shares ?? "by-weighting") as Assumptions["shares"],
    phrases: Object.fromEntries(
      phrases.flatMap((phrase) => {
        const reading = state[phraseControl(phrase)];
        return reading === "narrow" || reading === "wide" ? [[phrase, reading] as const] : [];
      }),
    ),
    correction: corrected.code === "none" ? "none" : "bonferroni",
    comparisons: corrected.comparisons,
    paired,
    correlation,
  };
}
