import type { Random } from "../../random.js";
import { type Draft, valuesOf } from "../draft.js";
import { fitShares } from "../fit-shares.js";
import type { Printed, Span } from "../printed.js";
import { answeredRows, ETHNICITIES } from "./people.js";

/** Maximum relative difference between an ethnic group's share of weights and of interviews. */
const APART = 0.07;

/**
 * Swaps health and ethnicity among respondents until the weights fit: the profile by health matches the printed one,
 * with the two unprinted bars within the notes on rounding; ethnic groups, which the survey does not weight on, weigh
 * about the same as their interviews.
 *
 * @returns whether it was found
 */
export function fitHealthAndEthnicity(draft: Draft, random: Random, printed: Printed): boolean {
  const weights = valuesOf(draft, "weight") as number[];
  const rows = answeredRows(draft);
  const profile = (code: string) => printed.span(`health-profile.health-${code}`);
  const health = [
    ...["physical", "mental", "none"].map((code) => ({ codes: [code], span: profile(code) })),
    { codes: ["physical", "mental", "both"], span: profile("any") },
    // Printed as 8 and as 8 or 9: the notes rule out a 9 that would give 31, and a sum of 100.
    { codes: ["both"], span: [7.55, 8.45] satisfies Span },
    { codes: ["prefer-not-to-say"], span: [8.1, 9.4] satisfies Span },
  ];
  const ethnicity = valuesOf(draft, "ethnicity");
  const likeInterviews = ETHNICITIES.map((code) => {
    const share = (100 * ethnicity.filter((value) => value === code).length) / draft.n;
    return { codes: [code], span: [share * (1 - APART), share * (1 + APART)] satisfies Span };
  });
  return (
    fitShares(valuesOf(draft, "health"), rows, weights, health, random) &&
    fitShares(ethnicity, rows, weights, likeInterviews, random)
  );
}
