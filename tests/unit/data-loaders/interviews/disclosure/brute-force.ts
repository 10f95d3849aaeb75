import type { CountTable, Tables } from "../../../../../data-loaders/interviews/disclosure/index.js";

/** What stands in a publication: its true tables, the suppressed counts with their reasons, and the rule. */
export interface Shown {
  readonly tables: Tables;
  readonly suppressed: readonly (readonly [id: string, reason: "primary" | "complementary"])[];
  readonly least: number;
  readonly next?: "same" | "added";
}

interface Unknown {
  low: number;
  high: number;
}

/** `low` to `high` of the sum of variables times 1 or -1. */
type Constraint = readonly [terms: readonly (readonly [string, 1 | -1])[], low: number, high: number];

/**
 * The attacker's problem by trying whole numbers one after the other: no linear programme, and none of the library's code.
 * Names are those of the audit: `base`, `base/dimension=group`, `base/dimension=rest`, `… outside base`, `… added`.
 */
export class Attacker {
  readonly #unknowns = new Map<string, Unknown>();
  readonly #constraints: Constraint[] = [];
  #steps = 0;

  /** @param builds the earliest first */
  constructor(builds: readonly Shown[]) {
    const last = builds.length - 1;
    const most = Math.max(...builds.flatMap(({ tables }) => tables.bases.map(({ total }) => total)));
    const name = (build: number, id: string) => (build === last ? id : `${id} @${build - last}`);
    builds.forEach(({ tables: { bases, counts }, suppressed, least }, build) => {
      const reasons = new Map(suppressed);
      const put = (id: string, value: number, isTold: boolean) => {
        const reason = reasons.get(id);
        let range = reason === undefined ? [value, value] : [0, most];
        if (reason !== undefined && isTold) range = reason === "primary" ? [0, least - 1] : [least, most];
        this.#unknowns.set(name(build, id), { low: range[0] as number, high: range[1] as number });
      };
      for (const { id, total } of bases) put(id, total, true);
      for (const table of counts) {
        const { base, dimension, cells } = table;
        const ids = cells.map(({ code }) => `${base}/${dimension}=${code}`);
        const isTold = cells.some(({ structural }, c) => !structural && !reasons.has(ids[c] as string));
        cells.forEach(({ count }, c) => {
          put(ids[c] as string, count, isTold);
        });
        const rest = `${base}/${dimension}=rest`;
        if (builds.some((other) => (find(other, table)?.rest ?? 0) > 0)) {
          this.#unknowns.set(name(build, rest), { low: 0, high: most });
          ids.push(rest);
        }
        this.#constraints.push([
          [...ids.map((id) => [name(build, id), 1] as const), [name(build, base), -1]],
          0,
          0,
        ]);
      }
      for (const [inner, outer] of pairs(bases)) {
        for (const [i, o] of this.#alike(name(build, ""), inner, outer))
          this.#difference(`${o} outside ${inner}`, o, i, most);
      }
    });
    builds.slice(0, -1).forEach(({ next, tables: { bases } }, build) => {
      const suffix = name(build, "");
      const [before, after] = [new Map<string, string>(), name(build + 1, "")];
      for (const id of this.#unknowns.keys())
        if (!id.includes(" outside ") && id.endsWith(suffix))
          before.set(id, id.slice(0, id.length - suffix.length) + after);
      for (const [old, now] of before) {
        if (!this.#unknowns.has(now)) continue;
        if (next === "same")
          this.#constraints.push([
            [
              [now, 1],
              [old, -1],
            ],
            0,
            0,
          ]);
        else this.#difference(`${now} added`, now, old, most);
      }
      if (next === "same") return;
      for (const [inner, outer] of pairs(bases))
        for (const [i, o] of this.#alike(suffix, inner, outer)) {
          const [later, larger] = [before.get(i) as string, before.get(o) as string];
          if (this.#unknowns.has(later) && this.#unknowns.has(larger))
            this.#constraints.push([
              [
                [larger, 1],
                [o, -1],
                [later, -1],
                [i, 1],
              ],
              0,
              most,
            ]);
        }
    });
  }

  /** The least and greatest whole number of a count; null where the search takes too long. */
  interval(id: string): { low: number; high: number } | null {
    const unknown = this.#unknowns.get(id);
    if (unknown === undefined) throw new Error(`no "${id}"`);
    this.#steps = 0;
    const values = Array.from({ length: unknown.high - unknown.low + 1 }, (_, k) => unknown.low + k);
    try {
      const low = values.find((value) => this.#isPossible(id, value));
      const high = values.toReversed().find((value) => this.#isPossible(id, value));
      if (low === undefined || high === undefined) throw new Error("nothing agrees");
      return { low, high };
    } catch (error) {
      if (error === TOO_LONG) return null;
      throw error;
    }
  }

  #difference(id: string, more: string, less: string, most: number): void {
    this.#unknowns.set(id, { low: 0, high: most });
    this.#constraints.push([
      [
        [more, 1],
        [less, -1],
        [id, -1],
      ],
      0,
      0,
    ]);
  }

  #alike(suffix: string, inner: string, outer: string): [string, string][] {
    return [...this.#unknowns.keys()].flatMap((id): [string, string][] => {
      const base = id.slice(0, id.length - suffix.length).split("/")[0];
      if (!id.endsWith(suffix) || (suffix === "" && id.includes(" ")) || base !== inner) return [];
      const other = outer + id.slice(inner.length);
      return this.#unknowns.has(other) ? [[id, other]] : [];
    });
  }

  #isPossible(id: string, value: number): boolean {
    const start = new Map([...this.#unknowns].map(([key, range]) => [key, { ...range }]));
    start.set(id, { low: value, high: value });
    return this.#search(start);
  }

  #search(ranges: Map<string, Unknown>): boolean {
    if (++this.#steps > 400) throw TOO_LONG;
    if (!this.#narrow(ranges)) return false;
    let next: [string, Unknown] | null = null;
    for (const [id, range] of ranges) {
      const width = range.high - range.low;
      if (width > 0 && (next === null || width < next[1].high - next[1].low)) next = [id, range];
    }
    if (next === null) return true;
    const [id, { low, high }] = next;
    for (let value = low; value <= high; value++) {
      const copy = new Map([...ranges].map(([key, range]) => [key, { ...range }]));
      copy.set(id, { low: value, high: value });
      if (this.#search(copy)) return true;
    }
    return false;
  }

  #narrow(ranges: Map<string, Unknown>): boolean {
    for (let isMoving = true; isMoving; ) {
      isMoving = false;
      for (const [terms, from, to] of this.#constraints) {
        const ends = terms.map(([id, sign]) => {
          const { low, high } = ranges.get(id) as Unknown;
          return sign === 1 ? [low, high] : [-high, -low];
        }) as [number, number][];
        const least = ends.reduce((sum, [low]) => sum + low, 0);
        const greatest = ends.reduce((sum, [, high]) => sum + high, 0);
        if (least > to || greatest < from) return false;
        terms.forEach(([id, sign], k) => {
          const [low, high] = ends[k] as [number, number];
          const floor = Math.max(low, from - (greatest - high));
          const ceiling = Math.min(high, to - (least - low));
          if (floor <= low && ceiling >= high) return;
          isMoving = true;
          ranges.set(id, sign === 1 ? { low: floor, high: ceiling } : { low: -ceiling, high: -floor });
        });
        if (terms.some(([id]) => (ranges.get(id)?.low ?? 0) > (ranges.get(id)?.high ?? 0))) return false;
      }
    }
    return true;
  }
}

const TOO_LONG = new Error("too many cases");

function find({ tables }: Shown, { base, dimension }: CountTable): CountTable | undefined {
  return tables.counts.find((table) => table.base === base && table.dimension === dimension);
}

/** Each base with each that holds it. */
function pairs(bases: Tables["bases"]): [string, string][] {
  const up = (id: string): string[] =>
    (bases.find((base) => base.id === id)?.within ?? []).flatMap(({ base }) => [base, ...up(base)]);
  return bases.flatMap(({ id }) => [...new Set(up(id))].map((outer): [string, string] => [id, outer]));
}
