import type { Difference } from "./difference-bounds.js";
import type { BoundProblem } from "./problem.js";
import type { Statement } from "./statements.js";
import type { StatedDifference } from "./system.js";

/** The paths of the statements that together give a limit; none for 0 and 100; null where the rest of a case narrows it. */
export type LimitReason = readonly string[] | null;

interface Stated {
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly differences: readonly StatedDifference[];
}

const SAME = 1e-6;
const CASE = "case";

/**
 * Why each number lies within its limits: the statement that limits it, or a chain of "a is above b" that ends at one. What
 * is assumed in a case counts as a statement of the path "case".
 */
export function limitReasons(
  problem: BoundProblem,
  statements: readonly Statement[],
  { low, high, differences }: Stated,
  added: readonly Difference[],
  limits: { readonly low: ArrayLike<number>; readonly high: ArrayLike<number> },
): (readonly [LimitReason, LimitReason])[] {
  const n = low.length;
  const edges = [
    ...differences.map((d) => ({ ...d, path: statements[d.statement]?.path ?? CASE })),
    ...added.map((d) => ({ ...d, path: CASE })),
  ].filter(({ i, j }) => i < n && j < n);
  const side = (sign: 1 | -1): { value: number[]; why: string[][] } => {
    const value = [...(sign === 1 ? low : high)];
    const why = value.map((limit, i) => statedLimit(problem, i, limit, sign));
    for (const { i, j, least } of added) {
      const [variable, limit] = sign === 1 ? [j === n ? i : n, least] : [i === n ? j : n, -least];
      if (variable < n && sign * limit > sign * (value[variable] as number)) {
        value[variable] = limit;
        why[variable] = [CASE];
      }
    }
    for (let round = 0; round < n; round++) {
      for (const { i, j, least, path } of edges) {
        const [from, to] = sign === 1 ? [j, i] : [i, j];
        const reached = (value[from] as number) + sign * least;
        if (sign * reached <= sign * (value[to] as number) + SAME) continue;
        value[to] = reached;
        why[to] = [...new Set([...(why[from] as string[]), path])];
      }
    }
    return { value, why };
  };
  const [lows, highs] = [side(1), side(-1)];
  const reason = ({ value, why }: ReturnType<typeof side>, i: number, limit: number): LimitReason =>
    Math.abs((value[i] as number) - limit) < SAME ? (why[i] as string[]) : null;
  return low.map((_, i) => [
    reason(lows, i, limits.low[i] as number),
    reason(highs, i, limits.high[i] as number),
  ]);
}

/** The statement that gives a number of the problem its limit. */
function statedLimit(problem: BoundProblem, i: number, limit: number, sign: 1 | -1): string[] {
  const id = problem.unknowns[i]?.id;
  const gives = (entry: { readonly id: string; readonly low?: number; readonly high?: number }) =>
    entry.id === id && (sign === 1 ? entry.low : entry.high) === limit;
  const unknown = problem.unknowns.findIndex(gives);
  if (unknown >= 0) return [`unknowns[${unknown}]`];
  const range = problem.ranges?.findIndex(gives) ?? -1;
  return range >= 0 ? [`ranges[${range}]`] : [];
}
