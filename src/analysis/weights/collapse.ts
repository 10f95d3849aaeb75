import { entryAt } from "../../model/entry-at.js";
import type { Matched } from "./match-totals.js";

/**
 * Which combinations count as one. Nothing is collapsed that is not asked for: weights of collapsed combinations no longer
 * agree with the totals of each of them.
 */
export interface Collapse {
  /**
   * Combinations with fewer interviews are put together with their neighbours along this variable, in the order of its
   * answers, until they have as many; what is left at the end joins the last.
   */
  readonly along: string;
  readonly fewest: number;
}

/**
 * Combinations after those with few interviews were put together.
 *
 * @param parts the codes of each combination
 * @param place which of the codes is that of the variable to go along
 * @returns the combinations, and the names of those that were put together
 */
export function collapseCells(
  { factor, totals, interviews }: Matched,
  parts: readonly (readonly string[])[],
  place: number,
  fewest: number,
): Matched & { readonly collapsed: readonly (readonly string[])[] } {
  // The order of combinations is that of the answers, so that each row along the variable is in order too.
  const lines = new Map<string, number[]>();
  parts.forEach((part, cell) => {
    if (entryAt(interviews, cell) === 0 && Number.isNaN(totals[cell])) return;
    const line = part.filter((_, at) => at !== place).join("\n");
    lines.set(line, [...(lines.get(line) ?? []), cell]);
  });
  const groups = [...lines.values()].flatMap((line) => together(line, interviews, fewest));
  const group = new Int32Array(parts.length).fill(-1);
  groups.forEach((cells, g) => {
    for (const cell of cells) group[cell] = g;
  });
  const levelOf = (cells: readonly number[]) => cells.map((cell) => entryAt(factor.levels, cell));
  return {
    factor: {
      ...(factor.name === undefined ? {} : { name: factor.name }),
      levels: groups.map((cells) => levelOf(cells).join(" + ")),
      codes: factor.codes.map((code) => entryAt(group, code)),
    },
    // A combination without a total leaves that of the whole unknown; NaN says so.
    totals: Float64Array.from(groups, (cells) => cells.reduce((sum, cell) => sum + entryAt(totals, cell), 0)),
    interviews: Int32Array.from(groups, (cells) =>
      cells.reduce((sum, cell) => sum + entryAt(interviews, cell), 0),
    ),
    collapsed: groups.filter((cells) => cells.length > 1).map(levelOf),
  };
}

/** Neighbours in groups of at least so many interviews; fewer only where the whole line has no more. */
function together(line: readonly number[], interviews: Int32Array, fewest: number): number[][] {
  const groups: number[][] = [];
  let open: number[] = [];
  let count = 0;
  for (const cell of line) {
    open.push(cell);
    count += entryAt(interviews, cell);
    if (count < fewest) continue;
    groups.push(open);
    open = [];
    count = 0;
  }
  if (open.length > 0) {
    const last = groups.pop() ?? [];
    groups.push([...last, ...open]);
  }
  return groups;
}
