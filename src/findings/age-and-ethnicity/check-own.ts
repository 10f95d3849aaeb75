import { checkStatements, type StatementCheck } from "../../analysis/own-table/broken-statements.js";
import { findOwn, type OwnNumbers } from "../../analysis/own-table/numbers.js";
import type { RowTable } from "../../analysis/row-table.js";
import type { Options } from "../../model/variants.js";
import { facts, groupsOf } from "./facts.js";
import { problemOf } from "./problem.js";
import { type Chart, readingOf } from "./readings.js";

/** Checks a reader's table against the statements about a chart, under the reader's options. */
export function checkChart(
  chart: Chart,
  values: RowTable,
  numbers: OwnNumbers,
  chosen: Options,
): StatementCheck {
  const given = facts(values);
  const groups = groupsOf(chart, given);
  const own = groups.flatMap(({ code, id, label }) => {
    const number = findOwn(numbers, (n) => n.id === id);
    return number === undefined
      ? []
      : [{ id: code, low: number.low, high: number.high, shown: `${label} ${number.printed}%` }];
  });
  return checkStatements(problemOf(chart, given, readingOf(chart, chosen)), own, (id) => {
    const group = groups.find(({ code }) => code === id);
    if (group === undefined)
      return id === given.everyone.code ? given.everyone.label : `the group ${id.replace("-", " to ")}`;
    return `${group.label} ${group.printed === null ? (group.words ?? "") : `${group.printed}%`}`.trim();
  });
}
