import { type Problem, shown } from "../problem.js";
import { problemAt } from "../table.js";
import type { Tables } from "../tables.js";
import { known } from "./known.js";

/** Checks that comparisons name existing measures, and that every pair of those, each with itself too, occurs once. */
export function checkComparisons({ comparisons, measures }: Tables): Problem[] {
  const isMeasure = known(measures);
  const pair = (a: string, b: string) => [a, b].sort().join(" and ");
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const row of comparisons.rows) {
    const { first, second } = row.columns;
    for (const name of ["first", "second"] as const) {
      const measure = row.columns[name];
      if (isMeasure(measure)) continue;
      const expected = "the id of a row of measures.csv";
      problems.push(problemAt(row, name, `${name} is ${shown(measure)}`, expected));
    }
    const both = pair(first, second);
    if (seen.has(both)) problems.push(problemAt(row, "second", `${both} stand twice`, "each pair once"));
    seen.add(both);
  }
  const named = [...new Set(comparisons.rows.flatMap(({ columns }) => [columns.first, columns.second]))];
  const last = comparisons.rows.at(-1);
  if (last === undefined || !comparisons.whole || comparisons.rows.length < comparisons.ids.length)
    return problems;
  for (const [i, a] of named.entries()) {
    for (const b of named.slice(i)) {
      if (seen.has(pair(a, b))) continue;
      const expected = "a row for each pair of the measures that are named";
      problems.push(problemAt(last, "first", `no row compares ${pair(a, b)}`, expected));
    }
  }
  return problems;
}
