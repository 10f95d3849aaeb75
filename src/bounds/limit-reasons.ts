import type { Node } from "./branch-and-bound.js";
import { DifferenceBounds } from "./difference-bounds.js";
import type { BoundProblem } from "./problem.js";
import type { Statement } from "./statements.js";
import type { System } from "./system.js";

/**
 * Why a limit holds: the paths of the statements that imply it (none for 0 and 100). With `curve`, the statements are
 * not linear and narrow it within the limits of the case.
 */
export interface LimitReason {
  readonly paths: readonly string[];
  readonly curve: boolean;
}

type Stated = Pick<System, "low" | "high" | "differences" | "pieces">;

const SAME = 1e-6;
const CASE = "case";

/**
 * Explains each limit: by the statement that sets it, or a chain of order statements that ends at one. Assumptions of
 * a case have the path "case".
 */
export function limitReasons(
  problem: BoundProblem,
  statements: readonly Statement[],
  stated: Stated,
  node: Pick<Node, "added" | "choices">,
  limits: { readonly low: ArrayLike<number>; readonly high: ArrayLike<number> },
): (readonly [LimitReason, LimitReason])[] {
  const { low, high, differences } = stated;
  const { added } = node;
  const n = low.length;
  const narrowed = narrowing(statements, stated, node);
  const edges = [
    ...differences.map((d) => ({ ...d, path: statements[d.statement]?.path ?? CASE })),
    ...added.map((d) => ({ ...d, path: CASE })),
  ].filter(({ i, j }) => i < n && j < n);
  const side = (sign: 1 | -1): { value: number[]; why: string[][] } => {
    const value = [...(sign === 1 ? low : high)];
    const why = value.map((limit, i) => statedLimit(problem, i, limit, sign));
    for (const { i, j, least } of added) {
      const [variable, limit] = sign === 1 ? [j === n ? i : n, least] : [i === n ? j : n, -least];
      if (variable < n && sign * limit > sign * value[variable]) {
        value[variable] = limit;
        why[variable] = [CASE];
      }
    }
    for (let round = 0; round < n; round++) {
      for (const { i, j, least, path } of edges) {
        const [from, to] = sign === 1 ? [j, i] : [i, j];
        const reached = value[from] + sign * least;
        if (sign * reached <= sign * value[to] + SAME) continue;
        value[to] = reached;
        why[to] = [...new Set([...(why[from] as string[]), path])];
      }
    }
    return { value, why };
  };
  const [lows, highs] = [side(1), side(-1)];
  const reason = (
    { value, why }: ReturnType<typeof side>,
    i: number,
    limit: number,
    at: 0 | 1,
  ): LimitReason =>
    Math.abs(value[i] - limit) < SAME
      ? { paths: why[i], curve: false }
      : { paths: [...narrowed[i][at]], curve: true };
  return low.map((_, i) => [reason(lows, i, limits.low[i], 0), reason(highs, i, limits.high[i], 1)]);
}

/** Which nonlinear statements narrow each limit in a case. */
function narrowing(
  statements: readonly Statement[],
  { low, high, differences, pieces }: Stated,
  { added, choices }: Pick<Node, "added" | "choices">,
): (readonly [Set<string>, Set<string>])[] {
  const found = low.map(() => [new Set<string>(), new Set<string>()] as const);
  const bounds = DifferenceBounds.from(low, high, [...differences, ...added]);
  if (bounds === null) return found;
  const ends = () => low.map((_, i) => [bounds.low(i), bounds.high(i)] as const);
  for (let round = 0; round < 2; round++) {
    pieces.forEach((piece, p) => {
      const before = ends();
      if (piece.tighten?.(bounds, choices[p]) === false) return;
      const path = statements[piece.statement]?.path ?? CASE;
      ends().forEach((now, i) => {
        for (const at of [0, 1] as const)
          if (Math.abs(now[at] - before[i][at]) > SAME) found[i][at].add(path);
      });
    });
  }
  return found;
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
