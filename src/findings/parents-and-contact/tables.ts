import type { ColumnTable } from "arquero";
import { type Locate, withConflicts } from "../../analysis/stopped-by-conflict.js";
import type { Result } from "../../model/result.js";
import { type Dataset, datasetOf } from "../../model/table.js";
import {
  cellRows,
  disagreements,
  driverRows,
  facts,
  gapRows,
  mixRows,
  parentsAndContactResults,
  satisfactionRows,
  shareRows,
} from "./index.js";
import { CELL_RANGES, DRIVERS, GAPS, MIX, SATISFACTION, SHARES } from "./schema.js";

/** All tables and results of the page on parents and contact type. */
export function parentsAndContactTables(
  values: ColumnTable,
  bases: ColumnTable,
  locate: Locate,
): { results: readonly Result[]; tables: Dataset[] } {
  const given = facts(values, bases);
  const found = disagreements(given);
  const [parent, contact] = [locate(found.parent), locate(found.contact)];
  const [mix, cells, drivers] = [locate(found.mix), locate(found.cells), locate(found.drivers)];
  const weights = parent ?? contact;
  const infeasibleIn =
    (ids: RegExp) =>
    ({ id, nothingFits }: Result) =>
      nothingFits === true && ids.test(id);
  return {
    results: withConflicts(parentsAndContactResults(given), [
      [parent, infeasibleIn(/^(parents|shares\.receiving)\./)],
      [contact, infeasibleIn(/^(contact|shares\.new)\./)],
      [mix, ({ id }) => /^mix\.\w+\.needed$/.test(id)],
      [cells, infeasibleIn(/^(cells\.|mix\.(least-lead|explained)$)/)],
      [drivers, ({ id }) => id.startsWith("drivers.least-gap")],
    ]),
    tables: [
      datasetOf(SATISFACTION, () => satisfactionRows(given)),
      datasetOf(GAPS, () => gapRows(given), weights),
      datasetOf(MIX, () => mixRows(given), mix),
      datasetOf(SHARES, () => shareRows(given), weights),
      datasetOf(CELL_RANGES, () => cellRows(given), cells),
      datasetOf(DRIVERS, () => driverRows(given), drivers),
    ],
  };
}
