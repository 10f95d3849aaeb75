/** Percentages of the tables (0 to 100) as the proportions (0 to 1) that src/stats works with. */
export function proportionInterval({ low, high }: { low: number; high: number }): {
  low: number;
  high: number;
} {
  return { low: low / 100, high: high / 100 };
}
