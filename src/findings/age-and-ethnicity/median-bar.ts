/** The middle one of the charts in the order of a bar: half of them have at most this percentage. */
export function medianBar(frequency: readonly (readonly [percent: number, charts: number])[]): number | null {
  const all = frequency.reduce((sum, [, charts]) => sum + charts, 0);
  let below = 0;
  for (const [percent, charts] of frequency) {
    below += charts;
    if (2 * below >= all) return percent;
  }
  return null;
}
