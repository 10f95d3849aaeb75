import type { CovarianceTable, Kept } from "./covariance-table.js";

/** The version of tables that are made and read. */
export const TABLE_VERSION = 1;

const isKept = (value: unknown): value is Kept =>
  value === null || value === "Infinity" || (typeof value === "number" && Number.isFinite(value));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The table, if it is one: its numbers are numbers and belong together.
 *
 * @throws RangeError that says what is wrong
 */
export function checkedTable(table: unknown): CovarianceTable {
  const fault = (what: string) => new RangeError(`this is no table of estimates: ${what}`);
  if (!isObject(table)) throw fault("it is no object");
  const { version, statistic, level, rows, covariance, degreesOfFreedom } = table;
  if (version !== TABLE_VERSION)
    throw new RangeError(`a table of estimates of version ${version}; expected ${TABLE_VERSION}`);
  if (typeof statistic !== "string") throw fault("it names no statistic");
  if (!(typeof level === "number" && level > 0 && level < 1))
    throw fault(`its level is ${level}, not between 0 and 1`);
  if (!Array.isArray(rows) || rows.length === 0) throw fault("it has no rows");
  const k = rows.length;
  rows.forEach((row: unknown, place) => {
    if (row === null) return;
    if (!isObject(row) || !isObject(row.by)) throw fault(`row ${place} has no group`);
    for (const name of ["n", "weightedN"] as const)
      if (!(typeof row[name] === "number" && row[name] >= 0)) throw fault(`row ${place} has no ${name}`);
    for (const name of ["estimate", "standardError", "df"] as const)
      if (!isKept(row[name])) throw fault(`row ${place} has no ${name}`);
  });
  if (!Array.isArray(covariance) || covariance.length !== (k * (k + 1)) / 2)
    throw fault(`its covariance is not the lower triangle of ${k} rows`);
  let at = 0;
  for (let a = 0; a < k; a++) {
    for (let b = 0; b <= a; b++) {
      const value: unknown = covariance[at++];
      const gone = rows[a] === null || rows[b] === null;
      if (gone ? value !== "suppressed" : !isKept(value))
        throw fault(`its covariance of ${a} and ${b} is ${value}`);
      const se = a === b && !gone ? rows[a].standardError : null;
      if (typeof se === "number" && typeof value === "number" && Math.abs(se * se - value) > 1e-9 * se * se)
        throw fault(`its variance of ${a} is not the square of the standard error`);
    }
  }
  if (!Array.isArray(degreesOfFreedom)) throw fault("it has no degrees of freedom");
  for (const entry of degreesOfFreedom) {
    if (!isObject(entry) || !Array.isArray(entry.of) || !isKept(entry.df))
      throw fault("degrees of freedom are not of a set of rows");
    for (const place of entry.of)
      if (!(Number.isInteger(place) && place >= 0 && place < k))
        throw fault(`degrees of freedom are of a row ${place}`);
  }
  return table as unknown as CovarianceTable;
}
