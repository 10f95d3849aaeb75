import fc from "fast-check";
import type {
  BoundProblem,
  CompleteSystem,
  Identity,
  Order,
  PairStatement,
} from "../../../src/bounds/index.js";
import { Z_95 } from "../../../src/stats/numeric/constants.js";

/** A complete report and the problem that is left when some of its numbers are blanked: true statements only. */
export interface Report {
  readonly problem: BoundProblem;
  readonly truth: CompleteSystem;
  /** Truth evaluated for each question. */
  readonly answers: readonly number[];
}

export interface Kinds {
  readonly joint?: boolean;
  readonly most?: number;
}

/**
 * Reports with a hidden truth: two to five groups of one population and their figures, one printed total (two with one
 * share vector where `joint`), some groups printed, and whatever of order, ranges and significance is true.
 */
export function reports({ joint = false, most = 5 }: Kinds = {}): fc.Arbitrary<Report> {
  return fc.integer({ min: 2, max: most }).chain((n) =>
    fc
      .record({
        x: fc.array(fc.integer({ min: 10, max: 990 }), { minLength: n, maxLength: n }),
        y: fc.array(fc.integer({ min: 10, max: 990 }), { minLength: n, maxLength: n }),
        raw: fc.array(fc.integer({ min: 20, max: 600 }), { minLength: n, maxLength: n }),
        shift: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n, maxLength: n }),
        kind: fc.constantFrom("within", "factor", "growth", "free"),
        shown: fc.array(fc.boolean(), { minLength: n, maxLength: n }),
        said: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n * n, maxLength: n * n }),
        deff: fc.constantFrom(1, 1.5, 2),
      })
      .map((made) => reportOf(n, made, joint)),
  );
}

interface Made {
  x: number[];
  y: number[];
  raw: number[];
  shift: number[];
  kind: string;
  shown: boolean[];
  said: number[];
  deff: number;
}

function reportOf(n: number, made: Made, joint: boolean): Report {
  const { raw, shift, kind, shown, said, deff } = made;
  const x = made.x.map((v) => v / 10);
  const y = made.y.map((v) => v / 10);
  const ordered = kind === "growth" ? raw.toSorted((a, b) => a - b) : raw;
  const moved = ordered.map((b, i) => (kind === "growth" ? b : b * (1 + (shift[i] as number) / 400)));
  const sum = moved.reduce((s, b) => s + b, 0);
  const w = moved.map((b) => b / sum);
  const mean = (v: readonly number[]) => v.reduce((s, a, i) => s + a * (w[i] as number), 0);
  const id = (i: number, of = "x") => `${of}${i}`;
  const parts = (of: string) => w.map((_, i) => ({ id: id(i, of) }));

  const shares = {
    within: { bases: raw, within: 0.1 },
    factor: { bases: raw, factor: 1.5 },
    growth: { growthAtMost: Math.ceil((ordered.at(-1) as number) / (ordered[0] as number)) },
    free: {},
  }[kind];
  const identities: Identity[] = [
    { total: { printed: String(Math.round(mean(x))) }, parts: parts("x"), shares: "s" },
  ];
  const printed: Record<string, number> = { "identities[0].total": mean(x) };
  const values: Record<string, number> = Object.fromEntries(x.map((v, i) => [id(i), v]));
  if (joint) {
    identities.push({ total: { printed: mean(y).toFixed(1) }, parts: parts("y"), shares: "s" });
    printed["identities[1].total"] = mean(y);
    y.forEach((v, i) => {
      values[id(i, "y")] = v;
    });
  }
  const order: Order[] = [];
  const significant: NonNullable<BoundProblem["significant"]>[number][] = [];
  const differ: PairStatement[] = [];
  const notSignificant: PairStatement[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const [a, b, na, nb] = [x[i], x[j], raw[i], raw[j]] as [number, number, number, number];
      const se = Math.sqrt(deff * ((a * (100 - a)) / na + (b * (100 - b)) / nb));
      const bases = [na, nb] as const;
      const saying = said[i * n + j];
      if (saying === 0 && a > b) order.push([id(i), ">", id(j), Math.floor(a - b)]);
      if (saying === 1 && a - b > Z_95 * se) significant.push({ greater: id(i), less: id(j), deff, bases });
      if (saying === 2 && Math.abs(a - b) > Z_95 * se) differ.push({ a: id(i), b: id(j), deff, bases });
      if (saying === 3 && Math.abs(a - b) < Z_95 * se)
        notSignificant.push({ a: id(i), b: id(j), deff, bases });
    }
  }
  const around = (v: number) => ({
    low: Math.max(0, Math.round(v) - 0.5),
    high: Math.min(100, Math.round(v) + 0.5),
  });
  const ranges = x.flatMap((v, i) => (shown[i] && i < n - 1 ? [{ id: id(i), ...around(v) }] : []));
  const problem: BoundProblem = {
    unknowns: Object.keys(values).map((i) => ({ id: i })),
    shares: { s: shares ?? {} },
    identities,
    order,
    ranges,
    significant,
    differ,
    notSignificant,
    ask: [{ id: id(n - 1) }, { difference: [id(0), id(n - 1)] }],
  };
  return {
    problem,
    truth: { values, shares: { s: w }, printed },
    answers: [x[n - 1] as number, (x[0] as number) - (x[n - 1] as number)],
  };
}
