import type { Estimate, Estimates } from "./estimate.js";

/** A number for JSON; null means NaN: a statistic of a group without interviews. */
export type Kept = number | "Infinity" | null;

/** An estimate with numbers for JSON. */
export type KeptEstimate = Omit<Estimate, "statistic" | "level" | "estimate" | "standardError" | "df"> & {
  readonly estimate: Kept;
  readonly standardError: Kept;
  readonly df: Kept;
};

/**
 * Estimates with their covariance matrix, as a plain object for publication: from it contrasts, ratios and tests among the
 * estimates are what they are from the interviews. A suppressed estimate is null, and so is all that belongs to it.
 */
export interface CovarianceTable {
  readonly version: number;
  readonly statistic: Estimate["statistic"];
  readonly level: number;
  readonly rows: readonly (KeptEstimate | null)[];
  /** The lower triangle, row by row, with the diagonal; "suppressed" where either estimate is. */
  readonly covariance: readonly (Kept | "suppressed")[];
  /**
   * Degrees of freedom of sets of estimates, by indexes in ascending order: each alone, all unsuppressed, and the
   * requested pairs and sets.
   */
  readonly degreesOfFreedom: readonly { readonly of: readonly number[]; readonly df: Kept }[];
}

/** Estimates read from a table. Accessing a suppressed one throws. */
export interface PublishedEstimates extends Estimates {
  isSuppressed(place: number): boolean;
}

/**
 * The table of estimates to publish.
 *
 * @param options.pairDf keep the degrees of freedom of each pair, which differences and ratios of two need
 * @param options.sets sets of places whose degrees of freedom contrasts of three or more will need
 * @param options.suppress whether an estimate is not for publication, by its size or its reliability. Where only one is
 *   suppressed of several that add up to a number known elsewhere, it can be found out; suppress a second one then
 * @throws RangeError for estimates of more than one statistic or level, and for a set with a place that has no estimate or
 *   a suppressed one
 * @example JSON.stringify(covarianceTable(estimates, { pairDf: true, suppress: ({ n }) => n < 30 }))
 */
export function covarianceTable(
  { estimates, covariance, degreesOfFreedom }: Estimates,
  options: {
    readonly pairDf?: true;
    readonly sets?: readonly (readonly number[])[];
    readonly suppress?: (estimate: Estimate, place: number) => boolean;
  } = {},
): CovarianceTable {
  const first = estimates[0];
  if (first === undefined) throw new RangeError("there are no estimates to put in a table");
  const { statistic, level } = first;
  if (estimates.some((other) => other.statistic !== statistic || other.level !== level))
    throw new RangeError("the estimates are of more than one statistic or level");
  const k = estimates.length;
  const suppressed = estimates.map((estimate, place) => options.suppress?.(estimate, place) ?? false);
  const shown = estimates.flatMap((_, place) => (suppressed[place] ? [] : [place]));
  const sets: number[][] = [...shown.map((place) => [place]), shown];
  if (options.pairDf === true) for (const a of shown) for (const b of shown) if (a < b) sets.push([a, b]);
  for (const set of options.sets ?? []) {
    const wrong = set.find((place) => !shown.includes(place));
    if (wrong !== undefined) throw new RangeError(`there is no estimate ${wrong} to publish among ${k}`);
    sets.push(inOrder(set));
  }
  const triangle: (Kept | "suppressed")[] = [];
  for (let a = 0; a < k; a++)
    for (let b = 0; b <= a; b++)
      triangle.push(suppressed[a] || suppressed[b] ? "suppressed" : keep(covariance[a * k + b]));
  const once = new Map(sets.filter((set) => set.length > 0).map((set) => [set.join(), set]));
  return {
    version: TABLE_VERSION,
    statistic,
    level,
    rows: estimates.map((estimate, place) => {
      if (suppressed[place]) return null;
      const { statistic: _, level: __, ...own } = estimate;
      return {
        ...own,
        estimate: keep(own.estimate),
        standardError: keep(own.standardError),
        df: keep(own.df),
      };
    }),
    covariance: triangle,
    degreesOfFreedom: [...once.values()].map((of) => ({ of, df: keep(degreesOfFreedom(of)) })),
  };
}

/**
 * The estimates of a published table, for `contrast`, `ratioOfEstimates` and tests.
 *
 * Degrees of freedom are those that the table holds: of other sets of estimates they cannot be told without the
 * interviews. Reading a suppressed estimate throws; its covariances are NaN.
 *
 * @param table what `covarianceTable` made, also after `JSON.parse(JSON.stringify(…))`
 * @throws RangeError for an object that is no such table, and for another version
 */
export function readCovarianceTable(table: unknown): PublishedEstimates {
  const { rows, covariance, degreesOfFreedom, statistic, level } = checkedTable(table);
  const k = rows.length;
  const estimates = Array.from({ length: k }) as Estimate[];
  rows.forEach((row, place) => {
    const get = (): Estimate => {
      if (row === null) throw new RangeError(`estimate ${place} is suppressed`);
      const { by, n, weightedN, estimate, standardError, df, ...own } = row;
      return {
        statistic,
        by,
        n,
        weightedN,
        estimate: unkeep(estimate),
        standardError: unkeep(standardError),
        df: unkeep(df),
        ...own,
        level,
      };
    };
    Object.defineProperty(estimates, place, { get, enumerable: true });
  });
  const matrix = new Float64Array(k * k);
  let at = 0;
  for (let a = 0; a < k; a++) {
    for (let b = 0; b <= a; b++) {
      const kept = covariance[at++] as Kept | "suppressed";
      matrix[a * k + b] = matrix[b * k + a] = kept === "suppressed" ? Number.NaN : unkeep(kept);
    }
  }
  const freedom = new Map(degreesOfFreedom.map(({ of, df }) => [inOrder(of).join(), unkeep(df)]));
  return {
    estimates,
    covariance: matrix,
    isSuppressed: (place) => rows[place] === null,
    degreesOfFreedom(groups) {
      const set = inOrder(groups);
      for (const place of set)
        if (rows[place] === null) throw new RangeError(`estimate ${place} is suppressed`);
      const df = freedom.get(set.join());
      if (df === undefined)
        throw new RangeError(
          `the table holds no degrees of freedom of the estimates ${set.join(", ")} together; make it with \`pairDf\` or \`sets\``,
        );
      return df;
    },
  };
}

const inOrder = (set: readonly number[]): number[] => [...new Set(set)].sort((a, b) => a - b);

const keep = (value: number): Kept =>
  Number.isNaN(value) ? null : value === Number.POSITIVE_INFINITY ? "Infinity" : value;

const unkeep = (kept: Kept): number =>
  kept === null ? Number.NaN : kept === "Infinity" ? Number.POSITIVE_INFINITY : kept;

/** Version of the table format. */
const TABLE_VERSION = 1;

const isKept = (value: unknown): value is Kept =>
  value === null || value === "Infinity" || (typeof value === "number" && Number.isFinite(value));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Validates a table.
 *
 * @throws RangeError that says what is wrong
 */
function checkedTable(table: unknown): CovarianceTable {
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
