import { clopperPearson } from "../../stats/intervals/clopper-pearson.js";
import { exactCoverage } from "../../stats/intervals/coverage.js";
import { betaProbability } from "../../stats/numeric/distributions.js";
import { COVERAGE_METHODS, NOMINAL, SAMPLE_SIZES, TRUTH } from "./options.js";
import type { CoverageRow } from "./schema.js";

let cache: readonly CoverageRow[] | undefined;

/** The coverage of each interval, for every true percentage and sample size. Memoized. */
export function coverageRows(): readonly CoverageRow[] {
  cache ??= COVERAGE_METHODS.flatMap(({ method, label }) =>
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
  return cache;
}

/**
 * The probability that a Clopper-Pearson interval contains p. Both ends increase with the number of yes, so that the
 * samples whose interval contains p are consecutive.
 */
function clopperPearsonCoverage(p: number, n: number, level: number): number {
  const holds = (x: number) => {
    const { low, high } = clopperPearson(x, n, level);
    return low <= p && p <= high;
  };
  // The interval of the mode always contains p.
  let [least, greatest] = [Math.floor((n + 1) * p), Math.floor((n + 1) * p)];
  while (least > 0 && holds(least - 1)) least -= 1;
  while (greatest < n && holds(greatest + 1)) greatest += 1;
  const above = greatest === n ? 0 : betaProbability(p, greatest + 1, n - greatest);
  const atLeast = least === 0 ? 1 : betaProbability(p, least, n - least + 1);
  return atLeast - above;
}
