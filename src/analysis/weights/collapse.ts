import { entryAt } from "../../model/entry-at.js";
import type { Matched } from "./match-totals.js";

/**
 * Which combinations to merge. Nothing is merged unless asked for: weights of merged combinations no longer match the
 * totals of each.
 */
export interface Collapse {
  /**
   * Combinations with too few interviews are merged with neighbours along this variable, in the order of its answers;
   * a remainder at the end joins the last.
   */
  readonly along: string;
  readonly fewest: number;
}

/**
 * Merges combinations with few interviews.
 *
 * @param parts the codes of each combination
 * @param place index in `parts` of the variable to merge along
 * @returns the combinations, and the names of the merged ones
 */
export function collapseCells(
  { factor, totals, interviews }: Matched,
  parts: readonly (readonly string[])[],
  place: number,
  fewest: number,
): Matched & { readonly collapsed: readonly (readonly string[])[] } {
  // Combinations are sorted by answers, so each line along the variable is sorted too.
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
    // NaN propagates: a missing total makes the merged total unknown.
    totals: Float64Array.from(groups, (cells) => cells.reduce((sum, cell) => sum + entryAt(totals, cell), 0)),
    interviews: Int32Array.from(groups, (cells) =>
      cells.reduce((sum, cell) => sum + entryAt(interviews, cell), 0),
    ),
    collapsed: groups.filter((cells) => cells.length > 1).map(levelOf),
  };
}

/** Groups neighbours until each group has at least `fewest` interviews; fewer only where the whole line has fewer. */
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
