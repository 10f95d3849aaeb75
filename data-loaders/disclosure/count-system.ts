import type { Row } from "../../src/bounds/linear-program.js";
import { type Base, type CountTable, countId, type Tables } from "./tables.js";

/** One publication of tables, and how its interviews relate to those of the one after it. */
export interface Build {
  readonly tables: Tables;
  /** `same`: the next has these interviews and no other; `added`: these and more. Left out for the last. */
  readonly next?: "same" | "added";
}

/** A count of interviews that some table of some build is about. */
export interface Count {
  readonly id: string;
  /** The place of its build; the last one is about to be published. */
  readonly build: number;
  /** `rest` is the count of those in no group: never shown, but total less cells. */
  readonly kind: "total" | "cell" | "rest";
  readonly base: string;
  /** The cells of one table have the same number; -1 for a total. */
  readonly table: number;
  readonly value: number;
  readonly structural: boolean;
  /** Stays as it is: totals that no other base holds, and all of an earlier build. */
  readonly locked: boolean;
}

/** People that no table shows but that two tables tell of: in a base and not in one within it, or added since a build. */
export interface Difference {
  readonly id: string;
  readonly kind: "outside" | "added";
  readonly build: number;
  /** The row whose sum it is. */
  readonly row: number;
  readonly value: number;
  /** Whether it is protected where it is small. */
  readonly guarded: boolean;
}

/** All counts of some builds, and what always holds between them, whatever the numbers are. */
export interface CountSystem {
  readonly counts: readonly Count[];
  /** The true value of each. */
  readonly values: Int32Array;
  readonly rows: readonly Row[];
  readonly differences: readonly Difference[];
  /** The same count in the build before, and whether that has the same interviews; null where it has no such count. */
  readonly before: readonly ({ readonly count: number; readonly isSame: boolean } | null)[];
  /** The rows in which each count stands. */
  readonly rowsOf: readonly (readonly number[])[];
  /** The counts of each table: cells and rest. */
  readonly tables: readonly (readonly number[])[];
  /** No count can be above this. */
  readonly most: number;
}

/**
 * The counts of all builds with the relations that an attacker knows: cells and rest sum to the total of their base; a base
 * within another has no more in any group; a count stands for the same people wherever it is shown; and from one build to the
 * next the interviews are the same, or none is taken away.
 *
 * @param builds the earliest first; the last is about to be published
 * @param guardAdded whether few added interviews are protected
 */
export function countSystem(builds: readonly Build[], guardAdded: boolean): CountSystem {
  const counts: Count[] = [];
  const rows: Row[] = [];
  const differences: Difference[] = [];
  const tables: number[][] = [];
  const earlier = new Map<number, { count: number; isSame: boolean }>();
  const last = builds.length - 1;
  const places = builds.map(() => new Map<string, number>());
  const put = (count: Count): number => {
    places[count.build]?.set(count.id, counts.length);
    return counts.push(count) - 1;
  };
  const row = (terms: readonly (readonly [number, number])[], low: number, high: number): number =>
    rows.push({
      index: terms.map(([i]) => i),
      coefficient: terms.map(([, c]) => c),
      low,
      high,
      statement: -1,
    }) - 1;
  const value = (i: number) => (counts[i] as Count).value;
  const withRest = new Set(
    builds.flatMap(({ tables }) => tables.counts.flatMap((t) => ((t.rest ?? 0) > 0 ? [tableKey(t)] : []))),
  );

  builds.forEach(({ tables: { bases, counts: countTables } }, build) => {
    const at = places[build] as Map<string, number>;
    for (const { id, total, within = [] } of bases) {
      const locked = build < last || within.length === 0;
      put({ id, build, kind: "total", base: id, table: -1, value: total, structural: false, locked });
    }
    for (const table of countTables) {
      const { base, dimension, cells, rest = 0 } = table;
      const common = { build, base, table: tables.length, locked: build < last };
      const members = cells.map(({ code, count, structural = false }) =>
        put({ ...common, id: countId(base, dimension, code), kind: "cell", value: count, structural }),
      );
      if (withRest.has(tableKey(table)))
        members.push(
          put({
            ...common,
            id: countId(base, dimension),
            kind: "rest",
            value: rest,
            structural: false,
            locked: true,
          }),
        );
      tables.push(members);
      row([...members.map((i) => [i, 1] as const), [at.get(base) as number, -1]], 0, 0);
      cells.forEach(({ totalOf }, c) => {
        if (totalOf !== undefined)
          row(
            [
              [members[c] as number, 1],
              [at.get(totalOf) as number, -1],
            ],
            0,
            0,
          );
      });
    }
    for (const { inner, outer, guarded } of inclusions(bases)) {
      for (const [i, o] of shared(at, inner, outer)) {
        const place = row(
          [
            [o, 1],
            [i, -1],
          ],
          0,
          Number.POSITIVE_INFINITY,
        );
        const id = `${(counts[o] as Count).id} outside ${inner}`;
        differences.push({ id, kind: "outside", build, row: place, value: value(o) - value(i), guarded });
      }
    }
  });

  builds.slice(0, -1).forEach(({ next, tables: { bases } }, build) => {
    const [before, after] = [places[build], places[build + 1]] as [Map<string, number>, Map<string, number>];
    for (const [id, i] of before) {
      const j = after.get(id);
      if (j === undefined) continue;
      earlier.set(j, { count: i, isSame: next === "same" });
      const terms = [
        [j, 1],
        [i, -1],
      ] as const;
      if (next === "same") row(terms, 0, 0);
      else
        differences.push({
          id: `${id} added`,
          kind: "added",
          build: build + 1,
          row: row(terms, 0, Number.POSITIVE_INFINITY),
          value: value(j) - value(i),
          guarded: guardAdded,
        });
    }
    if (next === "same") return;
    // Nobody is added to a base and not to the one that holds it.
    for (const { inner, outer } of inclusions(bases)) {
      const now = new Map(
        shared(after, inner, outer).map(([i, o]) => [(counts[i] as Count).id, [i, o] as const]),
      );
      for (const [i, o] of shared(before, inner, outer)) {
        const later = now.get((counts[i] as Count).id);
        if (later !== undefined)
          row(
            [
              [later[1], 1],
              [later[0], -1],
              [o, -1],
              [i, 1],
            ],
            0,
            Number.POSITIVE_INFINITY,
          );
      }
    }
  });

  const rowsOf: number[][] = counts.map(() => []);
  rows.forEach(({ index }, r) => {
    for (const i of index) rowsOf[i]?.push(r);
  });
  const most = Math.max(0, ...counts.map((count) => count.value));
  const values = Int32Array.from(counts, (count) => count.value);
  const before = counts.map((_, i) => earlier.get(i) ?? null);
  return { counts, values, before, rows, differences, rowsOf, tables, most };

  function shared(at: ReadonlyMap<string, number>, inner: string, outer: string): [number, number][] {
    return [...at].flatMap(([id, i]): [number, number][] => {
      if ((counts[i] as Count).base !== inner) return [];
      const o = at.get(outer + id.slice(inner.length));
      return o === undefined ? [] : [[i, o]];
    });
  }
}

const tableKey = ({ base, dimension }: CountTable) => countId(base, dimension);

/** Every pair of a base and one that holds it, directly or through others. */
export function inclusions(bases: readonly Base[]): { inner: string; outer: string; guarded: boolean }[] {
  const byId = new Map(bases.map((base) => [base.id, base]));
  return bases.flatMap(({ id: inner }) => {
    const found = new Map<string, boolean>();
    const climb = (id: string, guarded: boolean) => {
      for (const { base, outside } of byId.get(id)?.within ?? []) {
        const here = guarded || outside === "group";
        if (base === inner || (found.has(base) && (found.get(base) || !here))) continue;
        found.set(base, here);
        climb(base, here);
      }
    };
    climb(inner, false);
    return [...found].map(([outer, guarded]) => ({ inner, outer, guarded }));
  });
}
