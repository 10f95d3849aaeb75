import { clopperPearson } from "../../stats/intervals/clopper-pearson.js";
import { exactCoverage } from "../../stats/intervals/coverage.js";
import { betaProbability } from "../../stats/numeric/distributions.js";
import { COVERAGE_METHODS, NOMINAL, SAMPLE_SIZES, TRUTH } from "./options.js";
import type { CoverageRow } from "./schema.js";

let made: readonly CoverageRow[] | undefined;

/** How often each interval holds the truth, for every true percentage and sample size. Made once a process. */
export function coverageRows(): readonly CoverageRow[] {
  made ??= COVERAGE_METHODS.flatMap(({ method, label }) =>
    TRUTH.options.flatMap(({ percent: truth }) =>
      SAMPLE_SIZES.map((n): CoverageRow => {
        const p = truth / 100;
        const covered =
          method === "clopper-pearson"
            ? clopperPearsonCoverage(p, n, NOMINAL / 100)
            : exactCoverage(method, p, n, NOMINAL / 100);
        return { method, label, kind: "calculated", truth, n, coverage: 100 * covered };
      }),
    ),
  );
  return made;
}

/**
 * The probability that a Clopper-Pearson interval holds p. Both ends rise with the number of yes, so that the samples
 * whose interval holds p are those from a least to a greatest number.
 */
function clopperPearsonCoverage(p: number, n: number, level: number): number {
  const holds = (x: number) => {
    const { low, high } = clopperPearson(x, n, level);
    return low <= p && p <= high;
  };
  // The likeliest number is always held.
  let [least, greatest] = [Math.floor((n + 1) * p), Math.floor((n + 1) * p)];
  while (least > 0 && holds(least - 1)) least -= 1;
  while (greatest < n && holds(greatest + 1)) greatest += 1;
  const above = greatest === n ? 0 : betaProbability(p, greatest + 1, n - greatest);
  const atLeast = least === 0 ? 1 : betaProbability(p, least, n - least + 1);
  return atLeast - above;
}
