import { parsePrinted } from "../../../src/model/rounding.js";
import type { Problem } from "../problem.js";
import { problemAt } from "../table.js";
import type { Tables } from "../tables.js";

/** Checks that values and worded ranges lie within the measure's minimum and maximum, and low is at most high. */
export function checkRanges(tables: Tables): Problem[] {
  const measures = new Map(tables.measures.rows.map((row) => [row.columns.id, row.columns]));
  return [
    ...tables.measures.rows.flatMap((row) => {
      const { minimum, maximum } = row.columns;
      if (minimum <= maximum) return [];
      return [problemAt(row, "minimum", `minimum is ${minimum}`, `at most ${maximum}, the maximum`)];
    }),
    ...tables.values.rows.flatMap((row) => {
      const { low, high, printed, measure: id } = row.columns;
      const problems: Problem[] = [];
      if (low !== null && high !== null && low > high) {
        problems.push(problemAt(row, "low", `low is ${low}`, `at most ${high}, the high end`));
      }
      const measure = measures.get(id);
      if (measure === undefined || measure.minimum > measure.maximum) return problems;
      const value = printed === null ? null : parsePrinted(printed);
      for (const [name, number] of [
        ["printed", value],
        ["low", low],
        ["high", high],
      ] as const) {
        if (number === null || (number >= measure.minimum && number <= measure.maximum)) continue;
        const expected = `${measure.minimum} to ${measure.maximum}, the range of ${id}`;
        problems.push(problemAt(row, name, `${name} is ${name === "printed" ? printed : number}`, expected));
      }
      return problems;
    }),
  ];
}
