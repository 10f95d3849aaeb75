import { type CodedInterviews, conditionMask } from "../../../src/analysis/interviews/index.js";
import type { By, Grouping } from "./dimensions.js";
import type { Shown } from "./shown.js";
import { type CrossedTable, codeOf, type SurveyTables, shareOf } from "./survey-tables.js";

/** A published two-way table with its true counts: never for publication. */
export interface KeptCrossed {
  readonly id: string;
  readonly cells: readonly (readonly [cell: string, interviews: number])[];
}

export const crossedId = ({ measure, by }: CrossedTable): string => `${measure.id}/${by.join("-")}`;

/**
 * Whether two-way estimates may be shown. Their counts are never shown and the attack on one-way tables ignores them,
 * so nothing in them, their margins or complements may be small or suppressed, nor may an earlier publication have
 * slightly fewer interviews.
 */
export function mayCross(
  interviews: CodedInterviews,
  crossed: CrossedTable,
  { bases, groupings, weights, tables }: SurveyTables,
  shown: Shown,
  least: number,
  earlier: KeptCrossed | undefined,
): { readonly may: boolean; readonly kept: KeptCrossed } {
  const { measure, by, table } = crossed;
  const id = crossedId(crossed);
  const base = bases.ofMeasure.get(measure.id);
  const [first, second] = by.map((each) => groupings.get(each)) as [Grouping, Grouping];
  if (base === undefined) return { may: false, kept: { id, cells: [] } };
  const counts = conditionMask(interviews, measure.counts);
  const cells: [string, number][] = [];
  let may = shown.count(base.id) && shown.estimate(measure.id);
  const none = first.codes.length;
  const size = new Map<string, number>();
  const rowsOf = (a: number, b: number) =>
    base.rows.map((inside, row) => (inside && first.of[row] === a && second.of[row] === b ? 1 : 0));
  for (let a = -1; a < none; a++)
    for (let b = -1; b < second.codes.length; b++) {
      const rows = rowsOf(a, b);
      const { answers } = shareOf(rows, counts, weights);
      const total = rows.reduce((n, one) => n + one, 0);
      const cell = `${first.codes[a]?.code ?? ""};${second.codes[b]?.code ?? ""}`;
      size.set(cell, total);
      if (total > 0 && (total < least || Math.min(answers, total - answers) < least)) may = false;
      if (a >= 0 && b >= 0) cells.push([cell, total]);
    }
  for (const groups of [first, second])
    for (const { code } of groups.codes) if (!oneWay(groups.by, code)) may = false;
  for (const estimate of table.estimates.estimates)
    if (!size.get(by.map((each) => codeOf(estimate, each)).join(";"))) may = false;
  const before = new Map(earlier?.cells);
  for (const [cell, total] of cells) {
    const added = total - (before.get(cell) ?? total);
    if (added !== 0 && Math.abs(added) < least) may = false;
  }
  return { may, kept: { id, cells } };

  /** Shown, or in no one-way table. */
  function oneWay(dimension: By, code: string): boolean {
    const isCounted = tables.counts.some((one) => one.base === base?.id && one.dimension === dimension);
    const isEstimated = tables.measures
      .find(({ id: of }) => of === measure.id)
      ?.groups.some((one) => one.dimension === dimension && one.cells.some((each) => each.code === code));
    return (
      (!isCounted || shown.count(base?.id ?? "", dimension, code)) &&
      (!isEstimated || shown.estimate(measure.id, dimension, code))
    );
  }
}
