import { type CountTable, countId, type Estimate, inclusions, type Tables } from "./tables.js";

/** Inconsistent tables: one line per error. */
export class TablesError extends Error {
  override readonly name = "TablesError";
}

/** Tolerance for sums in another order. */
const NOTICED = 1e-6;

/**
 * Checks that the tables can come from one file of interviews: an attack on contradictory tables proves nothing.
 *
 * @throws TablesError that names every table, count or estimate that cannot be
 */
export function checkTables(tables: Tables): void {
  const faults = [...baseFaults(tables), ...countFaults(tables), ...estimateFaults(tables)];
  if (faults.length > 0) throw new TablesError(faults.join("\n"));
}

const isCount = (n: number) => Number.isInteger(n) && n >= 0;

function baseFaults({ bases, weights: { low, high } }: Tables): string[] {
  const faults: string[] = [];
  const known = new Set<string>();
  if (!(low > 0 && high >= low && high < Number.POSITIVE_INFINITY))
    faults.push(`weights: from ${low} to ${high}; expected a range above 0`);
  for (const { id, total } of bases) {
    if (known.has(id)) faults.push(`${id}: a base is given twice`);
    known.add(id);
    if (!isCount(total)) faults.push(`${id}: the total is ${total}; expected a count`);
  }
  for (const { id, within = [] } of bases)
    for (const { base } of within)
      if (!known.has(base)) faults.push(`${id}: is within "${base}", which is no base`);
  for (const { inner, outer } of inclusions(bases))
    if (inner === outer || inclusions(bases).some((other) => other.inner === outer && other.outer === inner))
      faults.push(`${inner}: is within ${outer}, which is within it`);
  return faults;
}

function countFaults({ bases, counts }: Tables): string[] {
  const faults: string[] = [];
  const totals = new Map(bases.map(({ id, total }) => [id, total]));
  const byId = new Map<string, CountTable>();
  for (const table of counts) {
    const { base, dimension, cells, rest = 0 } = table;
    const id = `${base}/${dimension}`;
    if (byId.has(id)) faults.push(`${id}: a table is given twice`);
    byId.set(id, table);
    const total = totals.get(base);
    if (total === undefined) faults.push(`${id}: "${base}" is no base`);
    if (!isCount(rest)) faults.push(`${id}: the rest is ${rest}; expected a count`);
    if (new Set(cells.map(({ code }) => code)).size < cells.length)
      faults.push(`${id}: a group is given twice`);
    for (const { code, count, structural, totalOf } of cells) {
      const cell = countId(base, dimension, code);
      if (!isCount(count))
        faults.push(`${cell}: the count is ${count}; expected a whole number of 0 or more`);
      if (structural && count !== 0) faults.push(`${cell}: nobody can be in it, but ${count} are`);
      if (totalOf !== undefined && totals.get(totalOf) !== count)
        faults.push(
          `${cell}: ${count} is not the total of ${totalOf}, ${totals.get(totalOf) ?? "which is no base"}`,
        );
    }
    const sum = cells.reduce((s, { count }) => s + count, rest);
    if (total !== undefined && sum !== total)
      faults.push(`${id}: the groups and the rest sum to ${sum}, the base has ${total}`);
  }
  for (const { inner, outer } of inclusions(bases)) {
    if (!totals.has(outer)) continue;
    const more = (what: string, n: number, of: number) => {
      if (n > of) faults.push(`${what}: ${n} is more than the ${of} of ${outer}, which it is within`);
    };
    more(inner, totals.get(inner) ?? 0, totals.get(outer) ?? 0);
    for (const { base, dimension, cells, rest = 0 } of counts) {
      const larger = base === inner ? byId.get(`${outer}/${dimension}`) : undefined;
      if (larger === undefined) continue;
      more(countId(base, dimension), rest, larger.rest ?? 0);
      for (const { code, count } of cells) {
        const other = larger.cells.find((cell) => cell.code === code);
        if (other !== undefined) more(countId(base, dimension, code), count, other.count);
      }
    }
  }
  return faults;
}

function estimateFaults({ bases, counts, measures, weights }: Tables): string[] {
  const faults: string[] = [];
  const totals = new Map(bases.map(({ id, total }) => [id, total]));
  const known = new Set<string>();
  for (const { id, base, all, groups } of measures) {
    if (known.has(id)) faults.push(`${id}: a measure is given twice`);
    known.add(id);
    const total = totals.get(base);
    if (total === undefined) {
      faults.push(`${id}: "${base}" is no base`);
      continue;
    }
    faults.push(...shareFaults(id, all, total, weights));
    for (const { dimension, cells, covariance } of groups) {
      const table = counts.find((each) => each.base === base && each.dimension === dimension);
      if (table === undefined) {
        faults.push(`${id}: estimates by ${dimension}, but no counts of ${base} by it`);
        continue;
      }
      if (new Set(cells.map(({ code }) => code)).size < cells.length)
        faults.push(`${id}/${dimension}: a group is given twice`);
      for (const cell of cells) {
        const count = table.cells.find(({ code }) => code === cell.code)?.count;
        const name = countId(id, dimension, cell.code);
        if (count === undefined) faults.push(`${name}: an estimate of a group that has no count`);
        else faults.push(...shareFaults(name, cell, count, weights));
      }
      if (
        covariance?.some((row) => row.length !== cells.length) ||
        (covariance ?? cells).length !== cells.length
      )
        faults.push(`${id}/${dimension}: the covariance matrix is not ${cells.length} by ${cells.length}`);
      const answers = cells.reduce((sum, { share }) => sum + (share?.answers ?? 0), 0);
      if (all.share !== undefined && answers > all.share.answers)
        faults.push(
          `${id}/${dimension}: its groups count ${answers}, more than the ${all.share.answers} of the whole base`,
        );
    }
  }
  return faults;
}

function shareFaults(
  id: string,
  { share }: Estimate,
  size: number,
  { low, high }: Tables["weights"],
): string[] {
  if (share === undefined) return [];
  const { answers, percentage, weighted } = share;
  if (!isCount(answers) || answers > size) return [`${id}: counts ${answers} of ${size}`];
  if (!/^\d+(?:\.\d+)?$/.test(percentage))
    return [`${id}: "${percentage}" is no percentage such as "39" or "38.5"`];
  if (weighted === undefined && high > low) return [`${id}: has no sums of weights, but weights differ`];
  const sums = weighted ?? { answers, others: size - answers };
  const isReached = (n: number, sum: number) => sum >= n * low - NOTICED && sum <= n * high + NOTICED;
  if (!isReached(answers, sums.answers) || !isReached(size - answers, sums.others))
    return [
      `${id}: sums of weights of ${sums.answers} and ${sums.others} are beyond the range of the weights`,
    ];
  const half = 0.5 / 10 ** (percentage.split(".")[1]?.length ?? 0);
  const true_ = (100 * sums.answers) / (sums.answers + sums.others);
  if (size > 0 && Math.abs(true_ - Number(percentage)) > half + NOTICED)
    return [`${id}: ${percentage} is not ${true_} rounded`];
  return [];
}
