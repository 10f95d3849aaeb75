import { proportionReliability, type ReliabilityReason } from "../../stats/intervals/reliability.js";

/** The thresholds of the reliability rule, as percentages and numbers of interviews. */
export interface ReliabilityThresholds {
  /** Minimum number of interviews, and of effective interviews. */
  readonly interviews: number;
  readonly effective: number;
  /** Intervals up to this width are shown for any proportion, points. */
  readonly shownWidth: number;
  /** Intervals of at least this width are suppressed for any proportion, points. */
  readonly suppressedWidth: number;
  /** Between the two, the maximum width as a percentage of the proportion. */
  readonly relativeWidth: number;
  /** Minimum degrees of freedom without review. */
  readonly df: number;
}

const MANY = 1e6;

/** The thresholds of `proportionReliability`, found by calling it, so that pages state what the code does. */
export function reliabilityThresholds(): ReliabilityThresholds {
  const half = (n: number, variance: number, df = MANY) => proportionReliability({ p: 0.5, variance, n, df });
  const says = (reason: ReliabilityReason) => (reasons: readonly ReliabilityReason[]) =>
    reasons.includes(reason);
  const few = says("fewer than 30 interviews");
  const fewEffective = says("effective number of interviews below 30");
  return {
    interviews: first((n) => !few(half(n, 0.25 / n).reasons)),
    effective: first((n) => !fewEffective(half(MANY, 0.25 / n).reasons)),
    shownWidth: 100 * widestShown(0.02),
    suppressedWidth: 100 * widestShown(0.5),
    relativeWidth: (100 * widestShown(0.1)) / 0.1,
    df: first((df) => half(MANY, 0.25 / MANY, df).flag === "show"),
  };
}

/** The smallest whole number for which `holds` is true. */
function first(holds: (n: number) => boolean): number {
  let n = 1;
  while (!holds(n)) n += 1;
  return n;
}

/** The width at which an interval is first suppressed as its variance grows, to a millionth. */
function widestShown(p: number): number {
  const at = (variance: number) => proportionReliability({ p, variance, n: MANY, df: MANY });
  let [shown, suppressed] = [1e-9, p * (1 - p)];
  while (suppressed - shown > 1e-12) {
    const middle = (shown + suppressed) / 2;
    if (at(middle).flag === "show") shown = middle;
    else suppressed = middle;
  }
  return Math.round(at(shown).width * 1e6) / 1e6;
}
