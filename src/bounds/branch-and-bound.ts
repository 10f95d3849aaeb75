import type { Difference, DifferenceBounds } from "./difference-bounds.js";
import { Heap } from "./heap.js";
import { PIECE_TOLERANCE } from "./piece.js";
import type { Row } from "./program.js";
import {
  minimiseWithCuts,
  type PreparedSystem,
  relaxation,
  tightenAll,
  tryNear,
  widestGap,
} from "./system.js";

/** A node of the search: the differences added, what the pieces have settled, and the narrowest limits known. */
export interface Node {
  readonly bounds: DifferenceBounds;
  readonly added: readonly Difference[];
  readonly choices: readonly unknown[];
}

export interface SearchOptions {
  /** Further rows, such as those of the question. */
  readonly extra?: readonly Row[];
  /** Allowed gap between the proven and the attained end. */
  readonly precision?: number;
  /** Stop at the first feasible system. */
  readonly anySystem?: boolean;
  readonly mostNodes?: number;
  /** Called for each closed node with its lower bound; Infinity means infeasible. */
  readonly closed?: (node: Node, least: number) => void;
}

/** The least value attained, the point that attains it, and a proven lower bound. */
export interface Least {
  readonly attained: number;
  readonly proven: number;
  readonly x: Float64Array;
  readonly nodes: number;
}

const MAX_NODES = 50_000;
/** Solver tolerance: a node's bound is widened by it before comparisons. */
const ROOM = 1e-7;

/**
 * Minimises an objective over a system by branch and bound on linear programmes, best bound first. A node's
 * relaxation gives its lower bound; feasible points come from its restrictions.
 *
 * @returns null when no point agrees
 * @throws Error when the linear solver gives up or the cases are more than `mostNodes`
 */
export function leastObjective(
  system: PreparedSystem,
  objective: ArrayLike<number>,
  { extra = [], precision = 0.0005, anySystem = false, mostNodes = MAX_NODES, closed }: SearchOptions = {},
): Least | null {
  const queue = new Heap<Node>();
  queue.push(-Infinity, { bounds: system.bounds, added: [], choices: system.pieces.map(() => undefined) });
  let best: { value: number; x: Float64Array } | null = null;
  let proven = Infinity;
  let nodes = 0;
  const offer = (x: Float64Array) => {
    const value = valueAt(objective, x);
    if (best === null || value < best.value) best = { value, x };
  };
  const attained = () => best?.value ?? Infinity;

  while (queue.size > 0) {
    const key = queue.leastKey;
    const node = queue.pop() as Node;
    if (key >= attained() - precision) {
      proven = Math.min(proven, key);
      closed?.(node, key);
      continue;
    }
    if (++nodes > mostNodes)
      throw new Error(
        `the search did not end within ${mostNodes} cases: of what it makes least nothing lies below ${Math.min(proven, key)}, and ${attained()} is attained`,
      );
    const answer = minimiseWithCuts(
      system,
      relaxation(system, node.bounds, node.added, node.choices, extra),
      objective,
    );
    if (answer === null) {
      closed?.(node, Infinity);
      continue;
    }
    const least = answer.value - ROOM;
    const { gap, piece } = widestGap(system, answer.x);
    if (gap <= PIECE_TOLERANCE) offer(answer.x);
    else search(system, answer.x, objective, extra, offer);
    if (anySystem && best !== null) break;
    const done = least >= attained() - precision;
    const cases = done
      ? null
      : (system.pieces[piece]?.branch(answer.x, node.bounds, node.choices[piece]) ?? null);
    if (cases === null) {
      // No piece can branch further: the node's bound is final.
      proven = Math.min(proven, least);
      closed?.(node, least);
      continue;
    }
    if (cases.length === 0) closed?.(node, Infinity);
    for (const { differences, choice } of cases) {
      const bounds = node.bounds.copy();
      const choices = choice === undefined ? node.choices : node.choices.with(piece, choice);
      const child = { bounds, added: [...node.added, ...differences], choices };
      if (differences.every((d) => bounds.add(d)) && tightenAll(system, bounds, choices))
        queue.push(least, child);
      else closed?.(child, Infinity);
    }
  }
  if (best === null) return null;
  const { value, x } = best as { value: number; x: Float64Array };
  return { attained: value, proven: Math.min(proven, value), x, nodes };
}

function valueAt(objective: ArrayLike<number>, x: Float64Array): number {
  let value = 0;
  for (let i = 0; i < x.length; i++) value += objective[i] * x[i];
  return value;
}

/** Searches for a feasible system near `x`, then improves it. */
function search(
  system: PreparedSystem,
  x: Float64Array,
  objective: ArrayLike<number>,
  extra: readonly Row[],
  offer: (x: Float64Array) => void,
): void {
  let from = x;
  let last = Infinity;
  for (let turn = 0; turn < 6; turn++) {
    const near = tryNear(system, from, turn, extra, objective);
    if (near === null) return;
    offer(near);
    const value = valueAt(objective, near);
    if (turn > 1 && value > last - 1e-7) return;
    last = value;
    from = near;
  }
}
