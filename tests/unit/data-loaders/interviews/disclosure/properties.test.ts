import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AuditedCount,
  countId,
  DisclosureError,
  type Protected,
  protect,
  type Rules,
  type Tables,
} from "../../../../../data-loaders/interviews/disclosure/index.js";
import { files, percentageOf, tablesOf } from "../../../../../tools/bench/random-tables.js";
import { Attacker } from "./brute-force.js";

const SMALL: Partial<Rules> = { least: 4, width: 4, share: 0.2 };
const UNKNOWN: AuditedCount["reason"][] = ["primary", "complementary", "rest"];

/** What protects the tables; null where nothing does, which is refused with a reason. */
function attempt<T>(run: () => Protected<T>): Protected<T> | null {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof DisclosureError)) throw error;
    expect(error.message).toMatch(/expected|nothing of fewer/);
    return null;
  }
}

const nameOf = ({ id, build }: AuditedCount) => (build === 0 ? id : `${id} @${build}`);

/** Holds the audit against a search of all whole numbers; returns how many counts were searched to the end. */
function compare(audit: readonly AuditedCount[], attacker: Attacker, share = 0.2): number {
  let compared = 0;
  for (const entry of audit) {
    const { low, high, count, required } = entry;
    expect(high - low + 1, entry.id).toBeGreaterThanOrEqual(required);
    expect(required).toBeGreaterThanOrEqual(share * (UNKNOWN.includes(entry.reason) ? count : 0));
    expect(low).toBeLessThanOrEqual(count);
    expect(high).toBeGreaterThanOrEqual(count);
    if (entry.build !== 0 && !UNKNOWN.includes(entry.reason)) continue;
    const found = attacker.interval(nameOf(entry));
    if (found === null) continue;
    expect({ id: entry.id, ...found }).toEqual({ id: entry.id, low, high });
    compared++;
  }
  return compared;
}

/** What is shown of a count. */
function shownCounts({ tables }: Protected<unknown>): Map<string, number | string> {
  return new Map([
    ...tables.bases.map(({ id, total }) => [id, total] as const),
    ...tables.counts.flatMap(({ base, dimension, cells }) =>
      cells.map(({ code, count }) => [countId(base, dimension, code), count] as const),
    ),
  ]);
}

function trueCounts({ bases, counts }: Tables): Map<string, number> {
  return new Map([
    ...bases.map(({ id, total }) => [id, total] as const),
    ...counts.flatMap(({ base, dimension, cells }) =>
      cells.map(({ code, count }) => [countId(base, dimension, code), count] as const),
    ),
  ]);
}

describe("protected tables", () => {
  it("leave each suppressed count its interval, by a search of all whole numbers as by the linear programmes", () => {
    let [compared, refused, runs] = [0, 0, 0];
    fc.assert(
      fc.property(files({ size: 36, cells: 5 }), (file) => {
        const tables = tablesOf(file, file.size);
        const found = attempt(() => protect(tables, SMALL));
        runs++;
        if (found === null) {
          refused++;
          return;
        }
        const attacker = new Attacker([{ tables, suppressed: found.kept.suppressed, least: 4 }]);
        compared += compare(found.audit.counts, attacker);
      }),
      { seed: 1, numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(1500);
    expect(refused / runs).toBeLessThan(0.05);
  });

  it("leave each suppressed count its interval under the rule of 10, with up to 8 groups", () => {
    let compared = 0;
    fc.assert(
      fc.property(files({ size: 400, cells: 8 }), (file) => {
        const tables = tablesOf(file, file.size);
        const found = attempt(() => protect(tables));
        if (found === null) return;
        const attacker = new Attacker([{ tables, suppressed: found.kept.suppressed, least: 10 }]);
        compared += compare(found.audit.counts, attacker);
      }),
      { seed: 2, numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(300);
  });

  it("leave their intervals when the next publication is set beside them, with the same interviews or more", () => {
    let [compared, published] = [0, 0];
    fc.assert(
      fc.property(files({ size: 30, cells: 4 }), fc.integer({ min: 0, max: 30 }), (file, more) => {
        const [before, after] = [tablesOf(file, file.size), tablesOf(file, file.size + more)];
        const first = attempt(() => protect(before, SMALL));
        if (first === null) return;
        const interviews = more === 0 ? "same" : "added";
        const second = attempt(() => protect(after, SMALL, [{ kept: first.kept, interviews }]));
        if (second === null) return;
        published++;
        const attacker = new Attacker([
          { tables: before, suppressed: first.kept.suppressed, least: 4, next: interviews },
          { tables: after, suppressed: second.kept.suppressed, least: 4 },
        ]);
        // Of a count that the first shows, only what was added can be hidden, so that the share is of that.
        compared += compare(second.audit.counts, attacker, 0);
      }),
      { seed: 3, numRuns: 80 },
    );
    expect(published).toBeGreaterThan(30);
    expect(compared).toBeGreaterThan(300);
  });

  it("show every other count as it is, and no estimate of a suppressed one", () => {
    fc.assert(
      fc.property(files({ size: 120, cells: 6 }), (file) => {
        const tables = tablesOf(file, file.size);
        const found = attempt(() => protect(tables));
        if (found === null) return;
        const [shown, truth] = [shownCounts(found), trueCounts(tables)];
        const suppressed = new Map(found.kept.suppressed);
        for (const [id, count] of truth) expect(shown.get(id)).toBe(suppressed.has(id) ? "[c]" : count);
        for (const [id, count] of truth) if (count < 10) expect(suppressed.get(id)).toBe("primary");
        for (const { base, groups } of found.tables.measures)
          for (const { dimension, cells } of groups)
            for (const { code, estimate } of cells)
              if (suppressed.has(countId(base, dimension, code))) expect(estimate).toBe("[c]");
      }),
      { seed: 4, numRuns: 100 },
    );
  });

  it("lose nothing where no count is small", () => {
    let without = 0;
    fc.assert(
      fc.property(files({ size: 3000, cells: 8 }), (file) => {
        const tables = tablesOf({ ...file, unknown: 0 }, file.size);
        const truth = trueCounts(tables);
        const { bases } = tables;
        // Few outside a base are small as well, though no table shows them.
        const isFew = bases.some(({ id, within = [] }) =>
          within.some(({ base }) =>
            [...truth].some(([key, count]) => {
              if (key.split("/")[0] !== id) return false;
              const outside = (truth.get(base + key.slice(id.length)) ?? 0) - count;
              return outside > 0 && outside < 10;
            }),
          ),
        );
        if (isFew || [...truth.values()].some((count) => count < 10)) return;
        without++;
        const found = protect(tables, { answers: false });
        expect(found.kept.suppressed).toEqual([]);
        expect(found.kept.estimates).toEqual([]);
        expect(shownCounts(found)).toEqual(truth);
        expect(found.tables.marks).toEqual({});
      }),
      { seed: 5, numRuns: 80 },
    );
    expect(without).toBeGreaterThan(15);
  });

  it("leave few answers their interval: both ends agree with all that is printed", () => {
    let checked = 0;
    fc.assert(
      fc.property(files({ size: 200, cells: 4 }), (file) => {
        const tables = tablesOf(file, file.size);
        const found = attempt(() => protect(tables));
        if (found === null) return;
        const suppressed = new Set(found.kept.suppressed.map(([id]) => id));
        const gone = new Set(found.kept.estimates);
        for (const { id, low, high, required } of found.audit.answers) {
          expect(high - low + 1, id).toBeGreaterThanOrEqual(required);
          const measure = tables.measures.find((m) => m.id === id.split("/")[0]);
          const own = tables.counts.filter(({ base }) => base === measure?.base);
          if (measure === undefined || own.some((t) => (t.rest ?? 0) > 0)) continue;
          if ([...suppressed].some((each) => each.split("/")[0] === measure.base)) continue;
          // All counts are known here: whole answers by group that print the same, and sum to the same total.
          const options = (answers: number, size: number, key: string) =>
            Array.from({ length: size + 1 }, (_, s) => s).filter(
              (s) => gone.has(key) || percentageOf(s, size) === percentageOf(answers, size),
            );
          const total = tables.bases.find((base) => base.id === measure.base)?.total ?? 0;
          const all = options(measure.all.share?.answers ?? 0, total, measure.id);
          const reach = measure.groups.map(({ dimension, cells }) =>
            cells.map(({ code, share }) => {
              const size =
                own.find((t) => t.dimension === dimension)?.cells.find((c) => c.code === code)?.count ?? 0;
              const key = countId(measure.id, dimension, code);
              return { key, options: options(share?.answers ?? 0, size, key) };
            }),
          );
          for (const end of [low, high]) {
            const isPossible = all
              .filter((s) => id !== measure.id || s === end)
              .some((s) =>
                reach.every((cells) => {
                  let sums = new Set([0]);
                  for (const { key, options: each } of cells)
                    sums = new Set(
                      [...sums].flatMap((sum) =>
                        each.filter((x) => key !== id || x === end).map((x) => sum + x),
                      ),
                    );
                  return sums.has(s);
                }),
              );
            expect(isPossible, `${id} ${end}`).toBe(true);
          }
          checked++;
        }
      }),
      { seed: 6, numRuns: 200 },
    );
    expect(checked).toBeGreaterThan(50);
  });
});
