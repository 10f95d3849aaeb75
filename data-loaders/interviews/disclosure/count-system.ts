import type { Row } from "../../../src/bounds/program.js";
import type { Build, Count, CountSystem, Difference } from "./counts.js";
import { type CountTable, countId, inclusions } from "./tables.js";

/**
 * The counts of all builds with the relations known to an attacker: cells and rest sum to the base's total; a nested
 * base has no more in any group; a count means the same people wherever shown; and from one build to the next
 * interviews are the same, or only added.
 *
 * @param builds oldest first; the last is about to be published
 * @param guardAdded whether small numbers of added interviews are protected
 */
export function countSystem(builds: readonly Build[], guardAdded: boolean): CountSystem {
  const system: System = {
    ...{ counts: [], rows: [], differences: [], tables: [] },
    places: builds.map(() => new Map()),
  };
  const { counts, rows, differences, tables } = system;
  const withRest = new Set(
    builds.flatMap(({ tables }) => tables.counts.flatMap((t) => ((t.rest ?? 0) > 0 ? [tableKey(t)] : []))),
  );
  builds.forEach(({ tables }, build) => {
    addCounts(system, tables, build, withRest);
    addInclusions(system, tables.bases, build);
  });
  const earlier = new Map<number, { count: number; isSame: boolean }>();
  builds.slice(0, -1).forEach(({ next, tables: { bases } }, build) => {
    for (const [j, i] of addChanges(system, build, next === "same", guardAdded))
      earlier.set(j, { count: i, isSame: next === "same" });
    if (next === "same") return;
    addInclusionsOfAdded(system, bases, build);
  });

  const rowsOf: number[][] = counts.map(() => []);
  rows.forEach(({ index }, r) => {
    for (const i of index) rowsOf[i].push(r);
  });
  const most = Math.max(0, ...counts.map((count) => count.value));
  const values = Int32Array.from(counts, (count) => count.value);
  const before = counts.map((_, i) => earlier.get(i) ?? null);
  return { counts, values, before, rows, differences, rowsOf, tables, most, effort: { spent: 0 } };
}

/** The system under construction. */
interface System {
  readonly counts: Count[];
  readonly rows: Row[];
  readonly differences: Difference[];
  readonly tables: number[][];
  /** Index of each count by id, per build. */
  readonly places: readonly Map<string, number>[];
}
type Bases = Build["tables"]["bases"];

const ANY = Number.POSITIVE_INFINITY;

/** Adds the row "0 <= sum of plus minus sum of minus <= high"; returns its index. */
function addRow({ rows }: System, plus: readonly number[], minus: readonly number[], high: number): number {
  const coefficient = [...plus.map(() => 1), ...minus.map(() => -1)];
  return rows.push({ index: [...plus, ...minus], coefficient, low: 0, high, statement: -1 }) - 1;
}

/** Adds a build's totals, cells and rests, with their sums. */
function addCounts(
  system: System,
  { bases, counts: countTables }: Build["tables"],
  build: number,
  withRest: ReadonlySet<string>,
): void {
  const { counts, tables, places } = system;
  const at = places[build];
  const isEarlier = build < places.length - 1;
  const put = (count: Count): number => {
    at.set(count.id, counts.length);
    return counts.push(count) - 1;
  };
  for (const { id, total, within = [] } of bases) {
    const locked = isEarlier || within.length === 0;
    put({ id, build, kind: "total", base: id, table: -1, value: total, structural: false, locked });
  }
  for (const table of countTables) {
    const { base, dimension, cells, rest = 0 } = table;
    const common = { build, base, table: tables.length, locked: isEarlier };
    const members = cells.map(({ code, count, structural = false }) =>
      put({ ...common, id: countId(base, dimension, code), kind: "cell", value: count, structural }),
    );
    if (withRest.has(tableKey(table))) {
      const id = countId(base, dimension);
      members.push(put({ ...common, id, kind: "rest", value: rest, structural: false, locked: true }));
    }
    tables.push(members);
    addRow(system, members, [at.get(base) as number], 0);
    cells.forEach(({ totalOf }, c) => {
      if (totalOf !== undefined) addRow(system, [members[c]], [at.get(totalOf) as number], 0);
    });
  }
}

/** Adds for nested bases that no group has more in the inner one. */
function addInclusions(system: System, bases: Bases, build: number): void {
  const { counts, differences } = system;
  for (const { inner, outer, guarded } of inclusions(bases)) {
    for (const [i, o] of shared(system, build, inner, outer)) {
      const row = addRow(system, [o], [i], ANY);
      const [within, whole] = [counts[i], counts[o]];
      const id = `${whole.id} outside ${inner}`;
      differences.push({ id, kind: "outside", build, row, value: whole.value - within.value, guarded });
    }
  }
}

/**
 * Adds that the interviews of a build are the same in the next one, or that none is taken away.
 * @returns the counts of the next build, each with that of this one
 */
function addChanges(system: System, build: number, isSame: boolean, guarded: boolean): [number, number][] {
  const { counts, differences, places } = system;
  const pairs: [number, number][] = [];
  for (const [id, i] of places[build] ?? []) {
    const j = places[build + 1]?.get(id);
    if (j === undefined) continue;
    pairs.push([j, i]);
    const row = addRow(system, [j], [i], isSame ? 0 : ANY);
    if (isSame) continue;
    const value = counts[j].value - counts[i].value;
    differences.push({ id: `${id} added`, kind: "added", build: build + 1, row, value, guarded });
  }
  return pairs;
}

/** Adds that interviews added to a base are added to the one that contains it. */
function addInclusionsOfAdded(system: System, bases: Bases, build: number): void {
  const { counts } = system;
  for (const { inner, outer } of inclusions(bases)) {
    const now = new Map(
      shared(system, build + 1, inner, outer).map(([i, o]) => [counts[i].id, [i, o] as const]),
    );
    for (const [i, o] of shared(system, build, inner, outer)) {
      const later = now.get(counts[i].id);
      if (later !== undefined) addRow(system, [later[1], i], [later[0], o], ANY);
    }
  }
}

/** Pairs of counts of a base and the same group in the base that contains it. */
function shared({ counts, places }: System, build: number, inner: string, outer: string): [number, number][] {
  const at = places[build];
  return [...at].flatMap(([id, i]): [number, number][] => {
    if (counts[i].base !== inner) return [];
    const o = at.get(outer + id.slice(inner.length));
    return o === undefined ? [] : [[i, o]];
  });
}

const tableKey = ({ base, dimension }: CountTable) => countId(base, dimension);
