import type { CompleteSystem } from "../../bounds/index.js";
import { formatNumber, listed } from "../../model/format.js";
import { dateLabel } from "../../model/period.js";
import { before, type FeeFacts, type Quarter } from "./facts.js";
import { changeAsk, type Reading } from "./problem.js";
import { type Solved, solveOne } from "./solve.js";

/** What attaining each end of a range requires of quarters before the fee, if the end is a corner; else null. */
export interface Corners {
  readonly lowest: string | null;
  readonly highest: string | null;
}

const AT_LIMIT = 1e-6;
/** An end that moves by less counts as unchanged. */
const NO_MOVE = 0.001;

/**
 * The corners of the fall: May 2014 at 100 or at 0.
 * @example "100 less 57.5: everyone satisfied in May 2014"
 */
export function fallCorners(facts: FeeFacts, { attainedLow, attainedHigh }: Solved): Corners {
  const last = facts.quarters[facts.feeQuarter - 1] as Quarter;
  const later = facts.quarters[facts.aroundFrom] as Quarter;
  const corner = (system: CompleteSystem | undefined) => {
    if (system === undefined) return null;
    const words = cornerText(atLimit([last], system));
    const sum = [last, later].map(({ id }) => shown(system.values[id] ?? 0)).join(" less ");
    return words === null ? null : `${sum}: ${words}`;
  };
  return { lowest: corner(attainedLow), highest: corner(attainedHigh) };
}

/**
 * The corners of before minus after: the quarters before the fee that are at 100 or 0 and without which the end would
 * move.
 * @example "nobody satisfied in November 2013 and February 2014"
 */
export function changeCorners(facts: FeeFacts, reading: Reading, solved: Solved): Corners {
  const early = before(facts).map((quarter) => facts.quarters[quarter] as Quarter);
  const corner = (end: "low" | "high") => {
    const system = end === "low" ? solved.attainedLow : solved.attainedHigh;
    if (system === undefined) return null;
    const forced = atLimit(early, system).filter(({ quarter, limit }) => {
      const off = limit === 0 ? { low: 1, high: 100 } : { low: 0, high: 99 };
      const quarters = facts.quarters.map((q) =>
        q.id === quarter.id && q.low === null ? { ...q, ...off } : q,
      );
      const moved = solveOne({ ...facts, quarters }, reading, changeAsk(facts));
      return moved === null || Math.abs(moved[end] - solved[end]) > NO_MOVE;
    });
    return cornerText(forced);
  };
  return { lowest: corner("low"), highest: corner("high") };
}

interface AtLimit {
  readonly quarter: Quarter;
  readonly limit: 0 | 100;
}

function atLimit(quarters: readonly Quarter[], { values }: CompleteSystem): AtLimit[] {
  return quarters.flatMap((quarter) =>
    ([100, 0] as const).flatMap((limit) =>
      Math.abs((values[quarter.id] ?? Number.NaN) - limit) < AT_LIMIT ? [{ quarter, limit }] : [],
    ),
  );
}

function cornerText(found: readonly AtLimit[]): string | null {
  const phrases = ([100, 0] as const).flatMap((side) => {
    const months = found.filter(({ limit }) => limit === side).map(({ quarter }) => dateLabel(quarter.end));
    return months.length === 0
      ? []
      : [`${side === 100 ? "everyone" : "nobody"} satisfied in ${listed(months)}`];
  });
  return phrases.length === 0 ? null : phrases.join(", ");
}

function shown(value: number): string {
  return formatNumber(value, Math.abs(value - Math.round(value)) < AT_LIMIT ? 0 : 1);
}
