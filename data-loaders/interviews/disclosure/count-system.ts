import type { Row } from "../../../src/bounds/program.js";
import type { Build, Count, CountSystem, Difference } from "./counts.js";
import { inclusions } from "./inclusions.js";
import { type CountTable, countId } from "./tables.js";

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
  const row = (plus: readonly number[], minus: readonly number[], high: number): number =>
    rows.push({
      index: [...plus, ...minus],
      coefficient: [...plus.map(() => 1), ...minus.map(() => -1)],
      low: 0,
      high,
      statement: -1,
    }) - 1;
  const ANY = Number.POSITIVE_INFINITY;
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
      row(members, [at.get(base) as number], 0);
      cells.forEach(({ totalOf }, c) => {
        if (totalOf !== undefined) row([members[c] as number], [at.get(totalOf) as number], 0);
      });
    }
    for (const { inner, outer, guarded } of inclusions(bases)) {
      for (const [i, o] of shared(at, inner, outer)) {
        const place = row([o], [i], ANY);
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
      if (next === "same") row([j], [i], 0);
      else
        differences.push({
          id: `${id} added`,
          kind: "added",
          build: build + 1,
          row: row([j], [i], ANY),
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
        if (later !== undefined) row([later[1], i], [later[0], o], ANY);
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
  return { counts, values, before, rows, differences, rowsOf, tables, most, effort: { spent: 0 } };

  function shared(at: ReadonlyMap<string, number>, inner: string, outer: string): [number, number][] {
    return [...at].flatMap(([id, i]): [number, number][] => {
      if ((counts[i] as Count).base !== inner) return [];
      const o = at.get(outer + id.slice(inner.length));
      return o === undefined ? [] : [[i, o]];
    });
  }
}

const tableKey = ({ base, dimension }: CountTable) => countId(base, dimension);
