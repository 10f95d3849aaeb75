/** The rows with the highest scores, as many as asked for. */
export function highestOf(rows: readonly number[], scores: ArrayLike<number>, count: number): Set<number> {
  return new Set(
    rows.toSorted((a, b) => (scores[b] as number) - (scores[a] as number) || a - b).slice(0, count),
  );
}
