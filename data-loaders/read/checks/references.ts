import { type Problem, shown } from "../problem.js";
import { problemAt } from "../table.js";
import type { Tables } from "../tables.js";
import { known } from "./known.js";

/** Checks that every measure and base that a row names exists. */
export function checkReferences(tables: Tables): Problem[] {
  const isMeasure = known(tables.measures);
  const isBase = known(tables.bases);
  const expected = "the id of a row of bases.csv";
  return [
    ...tables.values.rows.flatMap((row) => {
      const { measure, base } = row.columns;
      const problems: Problem[] = [];
      if (!isMeasure(measure)) {
        problems.push(
          problemAt(row, "measure", `measure is ${shown(measure)}`, "the id of a row of measures.csv"),
        );
      }
      if (base !== null && !isBase(base)) {
        problems.push(problemAt(row, "base", `base is ${shown(base)}`, expected));
      }
      return problems;
    }),
    ...tables.reconciliations.rows.flatMap((row) => {
      const { total, parts } = row.columns;
      return [
        ...(isBase(total) ? [] : [problemAt(row, "total", `total is ${shown(total)}`, expected)]),
        ...parts
          .filter((part) => !isBase(part))
          .map((part) => problemAt(row, "parts", `parts name ${shown(part)}`, expected)),
      ];
    }),
  ];
}
