import { UnsolvedError } from "../../../src/bounds/linear-program.js";
import { entryAt } from "../../../src/model/entry-at.js";
import type { CountSystem } from "./counts.js";
import {
  breaks,
  type Deviation,
  type DeviationProblem,
  deviationOf,
  type Form,
  leastDeviation,
  trueValue,
} from "./deviations.js";
import type { Limits } from "./knowledge.js";

/** What the attacker can say of a count: the least and greatest whole number that it can be, each with tables that have it. */
export interface FeasibilityInterval {
  readonly low: number;
  readonly high: number;
  readonly tables: readonly [low: Deviation, high: Deviation];
}

const WHOLE = 1e-5;
/** Where more cases must be told apart than this, it is an error and no interval. */
const MOST_CASES = 5000;

/**
 * The attacker's problem: the least and greatest that a sum of counts can be, over all tables of whole numbers that agree
 * with everything that is known. Each is a linear programme; where its answer is not whole, cases are told apart until it is.
 * So both ends are attained by tables of whole numbers, and none lies beyond them.
 *
 * @param limits what is known of each count, with the true counts inside
 * @param active the rows that a like problem needed; those that this one needs are added
 * @throws UnsolvedError when the linear solver gives up, or the cases to tell apart are too many
 * @throws Error when tables that the solver found break what is known
 */
export function attack(
  system: CountSystem,
  limits: Limits,
  form: Form,
  active: Set<number> = new Set(),
): FeasibilityInterval {
  const truth = trueValue(system, form);
  const turned = { ...form, coefficient: form.coefficient.map((c) => -c) };
  const down = wholeExtreme(system, { limits, form, active });
  const up = wholeExtreme(system, { limits, form: turned, active });
  return { low: truth + down.value, high: truth - up.value, tables: [down.deviation, up.deviation] };
}

/**
 * Two tables of whole numbers that agree with all that is known and in which the sum differs by at least `width`; null where
 * there are none. Quicker than the whole interval, since one of the two may be the true table.
 */
export function farApart(
  system: CountSystem,
  limits: Limits,
  form: Form,
  width: number,
): readonly [Deviation, Deviation] | null {
  const active = new Set<number>();
  const truth: Deviation = new Map();
  // No further than is asked for: a small move meets few rows.
  const down = wholeExtreme(system, { limits, form, active, most: width });
  if (-down.value >= width) return [down.deviation, truth];
  const turned = { ...form, coefficient: form.coefficient.map((c) => -c) };
  const up = wholeExtreme(system, { limits, form: turned, active, most: width + down.value });
  return -down.value - up.value >= width ? [down.deviation, up.deviation] : null;
}

/** The least deviation of a form over whole numbers, by branch and bound from the true table. */
function wholeExtreme(
  system: CountSystem,
  problem: DeviationProblem,
): { value: number; deviation: Deviation } {
  const { form, limits } = problem;
  let best: { value: number; deviation: Deviation } = { value: 0, deviation: new Map() };
  const open = [problem];
  let cases = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (++cases > MOST_CASES) throw new UnsolvedError("the attacker's problem has too many cases");
    const found = leastDeviation(system, next);
    if (found === null || Math.ceil(deviationOf(form, found) - WHOLE) >= best.value) continue;
    const broken = [...found].find(([, y]) => Math.abs(y - Math.round(y)) > WHOLE);
    if (broken === undefined) {
      const whole = new Map([...found].map(([i, y]) => [i, Math.round(y)] as const));
      best = { value: deviationOf(form, whole), deviation: whole };
      continue;
    }
    const [i, y] = broken;
    const at = entryAt(system.values, i) + Math.floor(y);
    const moved = [...(next.moved ?? []), i];
    const { low, high } = next.limits;
    open.push(
      { ...next, moved, limits: { low: low.with(i, at + 1), high } },
      { ...next, moved, limits: { low, high: high.with(i, at) } },
    );
  }
  if (!agrees(system, limits, best.deviation)) throw new Error("the attacker's tables break what is known");
  return best;
}

/** Whether a table that deviates so from the true one obeys every row and limit. */
export function agrees(system: CountSystem, { low, high }: Limits, deviation: Deviation): boolean {
  for (const [i, y] of deviation) {
    const x = entryAt(system.values, i) + y;
    if (x < entryAt(low, i) || x > entryAt(high, i)) return false;
  }
  for (const i of deviation.keys())
    for (const r of entryAt(system.rowsOf, i)) if (breaks(system, r, deviation)) return false;
  return true;
}
