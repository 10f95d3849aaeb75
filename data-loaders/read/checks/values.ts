import { formatNumber } from "../../../src/model/format.js";
import { parsePrinted } from "../../../src/model/rounding.js";
import { type Problem, shown } from "../problem.js";
import { problemAt } from "../table.js";
import type { Tables } from "../tables.js";
import { known } from "./references.js";

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

/** Checks that a printed total is the sum of its printed parts and the residual; skipped where one is not printed. */
export function checkReconciliations(tables: Tables): Problem[] {
  const bases = new Map(tables.bases.rows.map((row) => [row.columns.id, row]));
  const printedOf = (id: string) => bases.get(id)?.columns.printed ?? null;
  return tables.reconciliations.rows.flatMap((row) => {
    const { total: totalId, parts, residual } = row.columns;
    const total = bases.get(totalId);
    const printed = [totalId, ...parts].map(printedOf);
    if (total === undefined || printed.includes(null)) return [];
    const [whole = 0, ...numbers] = printed.map((p) => parsePrinted(p ?? "") ?? Number.NaN);
    const sum = numbers.reduce((a, b) => a + b, residual);
    if (whole === sum) return [];
    const named = parts.map((id) => `${id} (${printedOf(id)})`).join(" + ");
    const message =
      `printed is ${formatNumber(whole)}, but its parts ${named} ` +
      `and ${formatNumber(residual)} in no part make ${formatNumber(sum)}`;
    return [problemAt(total, "printed", message, `the same sum, as ${row.file}:${row.line} says`)];
  });
}

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
