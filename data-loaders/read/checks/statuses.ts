import { type Problem, shown } from "../problem.js";
import { problemAt } from "../table.js";
import type { Tables } from "../tables.js";

/**
 * Checks that cells fit status and rounding: `printed` for a printed number; `words` for a worded one; `low` and
 * `high` for the rounding `words`; all others empty.
 */
export function checkStatuses(tables: Tables): Problem[] {
  return [
    ...tables.bases.rows.flatMap((row) =>
      row.columns.status === "printed" && row.columns.printed === null
        ? [problemAt(row, "printed", "printed is empty", "a number, since status is printed")]
        : [],
    ),
    ...tables.values.rows.flatMap((row) => {
      const { status, rounding, printed, words, low, high } = row.columns;
      const problems: Problem[] = [];
      const need = (name: "printed" | "words" | "low" | "high", expected: string) =>
        problems.push(problemAt(row, name, `${name} is empty`, expected));
      const refuse = (name: "words" | "low" | "high", text: string, why: string) =>
        problems.push(problemAt(row, name, `${name} is ${shown(text)}`, `nothing, since ${why}`));

      if (status === "printed" && printed === null) need("printed", "a number, since status is printed");
      if (status === "worded") {
        if (words === null) need("words", "the words of the report, since status is worded");
        if (rounding !== "words") {
          const expected = "words, since status is worded";
          problems.push(problemAt(row, "rounding", `rounding is ${shown(rounding)}`, expected));
        }
      } else if (words !== null) {
        refuse("words", words, `status is ${status}`);
      }
      for (const [name, end] of [
        ["low", low],
        ["high", high],
      ] as const) {
        if (rounding === "words") {
          if (end === null) need(name, "a number, since rounding is words");
        } else if (end !== null) {
          refuse(name, row.cells[name].text, `rounding is ${rounding}`);
        }
      }
      return problems;
    }),
  ];
}
