import { UnsolvedError } from "../../../src/bounds/linear-program.js";
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

/** The feasibility interval of a count: the least and greatest possible whole number, each attained by a table. */
export interface FeasibilityInterval {
  readonly low: number;
  readonly high: number;
  readonly tables: readonly [low: Deviation, high: Deviation];
}

const WHOLE = 1e-5;
/** Maximum number of branch and bound cases; more is an error. */
const MAX_CASES = 5000;

/**
 * The attacker's problem: the minimum and maximum of a sum of counts over all integer tables consistent with
 * everything known. Each is a linear programme, branched until integral. So both ends are attained by integer tables
 * and none lies beyond.
 *
 * @param limits known limits of each count, which contain the truth
 * @param active rows that a similar problem needed; extended in place
 * @throws UnsolvedError when the linear solver gives up, or there are too many cases
 * @throws Error when the solver's tables violate what is known
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
 * Two consistent integer tables whose sums differ by at least `width`; null for none. Faster than the whole interval,
 * because one of them may be the true table.
 */
export function farApart(
  system: CountSystem,
  limits: Limits,
  form: Form,
  width: number,
): readonly [Deviation, Deviation] | null {
  const active = new Set<number>();
  const truth: Deviation = new Map();
  // A small shift is enough and violates few rows.
  const down = wholeExtreme(system, { limits, form, active, most: width });
  if (-down.value >= width) return [down.deviation, truth];
  const turned = { ...form, coefficient: form.coefficient.map((c) => -c) };
  const up = wholeExtreme(system, { limits, form: turned, active, most: width + down.value });
  return -down.value - up.value >= width ? [down.deviation, up.deviation] : null;
}

/** The least integer deviation of a form, by branch and bound from the true table. */
function wholeExtreme(
  system: CountSystem,
  problem: DeviationProblem,
): { value: number; deviation: Deviation } {
  const { form, limits } = problem;
  let best: { value: number; deviation: Deviation } = { value: 0, deviation: new Map() };
  const open = [problem];
  let cases = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (++cases > MAX_CASES) throw new UnsolvedError("the attacker's problem has too many cases");
    const found = leastDeviation(system, next);
    if (found === null || Math.ceil(deviationOf(form, found) - WHOLE) >= best.value) continue;
    const broken = [...found].find(([, y]) => Math.abs(y - Math.round(y)) > WHOLE);
    if (broken === undefined) {
      const whole = new Map([...found].map(([i, y]) => [i, Math.round(y)] as const));
      best = { value: deviationOf(form, whole), deviation: whole };
      continue;
    }
    const [i, y] = broken;
    const at = system.values[i] + Math.floor(y);
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

/** Whether a deviation from the true table satisfies every row and limit. */
export function agrees(system: CountSystem, { low, high }: Limits, deviation: Deviation): boolean {
  for (const [i, y] of deviation) {
    const x = system.values[i] + y;
    if (x < low[i] || x > high[i]) return false;
  }
  for (const i of deviation.keys())
    for (const r of system.rowsOf[i]) if (breaks(system, r, deviation)) return false;
  return true;
}
