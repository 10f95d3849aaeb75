import { from } from "arquero";
import { readRaw } from "../../../../data-loaders/read/index.js";
import { eventsTable } from "../../../../data-loaders/tables/documents.js";
import { after, before, type FeeFacts } from "../../../../src/findings/fee-impact/facts.js";
import { changeAsk, fallAsk, feeFacts, feeProblem } from "../../../../src/findings/fee-impact/index.js";
import {
  AROUND,
  BEFORE_WITHIN,
  DECREASED,
  FALLING,
  GROWTH,
  MIXES,
} from "../../../../src/findings/fee-impact/options.js";
import type { Reading } from "../../../../src/findings/fee-impact/problem.js";
import { roundingInterval } from "../../../../src/model/rounding.js";
import { RAW } from "../../data-loaders/tables/filled-copy.js";
import { VALUES } from "../held.js";
import { type Draw, drawing, type MadeUpReport, meanBy, ROOM, untilDrawn } from "./made-up-report.js";

const EVENTS = from([...eventsTable(readRaw(RAW)).rows]);
const ROWS = (VALUES.objects() as Record<string, unknown>[]).filter(({ measure }) =>
  String(measure).startsWith("cms16."),
);
const REAL = feeFacts(VALUES, EVENTS);
const WEIGHT = "cms16.quarter-weight";
/** How many quarters each reading of "the following three quarters" leaves out between the fee and the first fall. */
const SKIPPED = { august: 0, november: 1 };
const HALF = { recorded: 2.5, two: 2, five: 5, rounded: 0.5 };

/** By how much a series decreases under a reading, written out by hand. */
function decrease(series: readonly number[], decreased: (typeof DECREASED)[number]["code"]): number {
  const mean = (of: readonly number[]) => of.reduce((sum, x) => sum + x, 0) / of.length;
  if (decreased === "ends") return (series[0] ?? 0) - (series[11] ?? 0);
  if (decreased === "means") return mean(series.slice(0, 3)) - mean(series.slice(5));
  return -series.reduce((sum, x, i) => sum + (i - 5.5) * x, 0);
}

/** Series of both parents that make the quarters, and the sentences on them; null where none was found. */
function parentsOf(facts: FeeFacts, quarters: readonly number[], { between, of }: Draw) {
  const decreased = of(DECREASED).code;
  const { code: mix, within } = of(MIXES);
  const ids = (parent: "receiving" | "paying") => facts.parents[parent].map(({ id }) => id);
  const holds = (
    q: readonly number[],
    r: readonly number[],
    p: readonly number[],
    low: number,
    room: number,
  ): boolean =>
    q.every((s, i) => {
      const [rise, lead] = [s - (p[i] ?? 0), (r[i] ?? 0) - (p[i] ?? 0)];
      const [least, most] = [(low / 100) * lead, ((low + within) / 100) * lead];
      const isPercent = [r[i] ?? -1, p[i] ?? -1].every((x) => x >= -room && x <= 100 + room);
      return isPercent && lead >= -room && rise >= least - room && rise <= most + room;
    }) &&
    decrease(p, decreased) >= -143 * room &&
    decrease(r, decreased) - decrease(p, decreased) >= -143 * room;
  for (let tries = 0; tries < 300; tries++) {
    const low = within === 100 ? 0 : between(0, 100 - within);
    const start = between(1, 60);
    const end = between(0, start);
    const lead = quarters.map((_, i) => start + ((end - start) * i) / 11);
    const share = quarters.map(() => between(low, low + within) / 100);
    const p = quarters.map((s, i) => s - (share[i] ?? 0) * (lead[i] ?? 0));
    const r = p.map((x, i) => x + (lead[i] ?? 0));
    if (!holds(quarters, r, p, low, 0)) continue;
    return {
      reading: { decreased, mix },
      floor: { low, high: low },
      values: Object.fromEntries([
        ...ids("receiving").map((id, i) => [id, r[i] ?? 0] as const),
        ...ids("paying").map((id, i) => [id, p[i] ?? 0] as const),
      ]),
      holds: (q: readonly number[], value: (id: string) => number, room: number) =>
        holds(q, ids("receiving").map(value), ids("paying").map(value), low, room),
    };
  }
  return null;
}

/** A made-up series of twelve quarters with its weights, told in the report's sentences. */
export function feeReport(seed: number): MadeUpReport {
  const { between, whole, of, chance } = drawing(seed);
  const falling = of(FALLING.options).code;
  const around = of([...AROUND.options.map(({ code }) => code), "rounded"] as const);
  const beforeWithin = chance(0.5) ? BEFORE_WITHIN : null;
  const level = whole(30, 85);
  const fell = [3, 4, 5].map((q) => q + SKIPPED[falling]);

  const quarters = untilDrawn(() => {
    const q = Array.from({ length: 12 }, () => level + between(-1, 1) * HALF[around]);
    const start = between(level, 100);
    for (let i = 0; i < 5; i++) q[i] = beforeWithin === null ? between(0, 100) : start - between(0, 5);
    for (const i of fell.toReversed())
      if (i - 1 < 5) q[i - 1] = (q[i] ?? 0) + between(0, 0.5 * (100 - level));
    if (beforeWithin !== null) for (const i of [0, 1]) q[i] = (q[2] ?? 0) + between(-2.5, 2.5);
    const fits = q.every((x) => x >= 0 && x <= 100) && fell.every((i) => (q[i] ?? 0) < (q[i - 1] ?? 0));
    return fits ? q : null;
  });

  // What is said of the weights: nothing, how much they grow, what they are, or their rounded numbers.
  const kind = of(["growth", "growth", "growth", "growth", "shares", "filled"] as const);
  const growth = of(GROWTH);
  const raw = quarters.map(() =>
    kind !== "growth" ? between(1, 3) : growth === null ? -Math.log(between(1e-9, 1)) : between(1, growth),
  );
  if (kind === "growth" && growth !== null) raw.sort((a, b) => a - b);
  const sum = raw.reduce((s, w) => s + w, 0);
  const weights = raw.map((w) => w / sum);
  const decimals = of([2, 3]);
  const printedWeights = weights.map((w) => w.toFixed(decimals));

  const pooled = String(Math.round(meanBy(weights, quarters)));
  // Now and then someone has filled a quarter in.
  const filledIn = quarters.map(() => chance(0.05));
  const rows = ROWS.map((row) => {
    const numbers = (printed: string) => ({ printed, value: Number(printed), ...roundingInterval(printed) });
    const quarter = REAL.quarters.findIndex(({ start, end }) => row.period === `${start}/${end}`);
    if (row.id === REAL.pooled.id) return { ...row, ...numbers(pooled) };
    if (row.id === REAL.around.id) return { ...row, value: null, low: level - 2.5, high: level + 2.5 };
    if (row.measure === WEIGHT && kind === "filled")
      return { ...row, ...numbers(printedWeights[quarter] ?? "") };
    if (row.id === REAL.quarters[quarter]?.id && filledIn[quarter])
      return { ...row, ...numbers(String(Math.round(quarters[quarter] ?? 0))) };
    return row;
  });
  const facts = feeFacts(from(rows), EVENTS);
  const parents = chance(0.5) ? parentsOf(facts, quarters, drawing(seed + 1e6)) : null;
  const reading: Reading = {
    ...{ falling, around, beforeWithin, parents: parents?.reading ?? null },
    weights: kind === "shares" ? { shares: raw } : { growth },
  };

  const ids = facts.quarters.map(({ id }) => id);
  const asks = [fallAsk(facts), changeAsk(facts), { id: ids[whole(0, 11)] ?? "" }];
  const mean = (of: readonly number[]) => of.reduce((s, i) => s + (quarters[i] ?? 0), 0) / of.length;
  const truths = [
    (quarters[2] ?? 0) - (quarters[5] ?? 0),
    mean(before(facts)) - mean(after(facts)),
    quarters[ids.indexOf((asks[2] as { id: string }).id)] ?? 0,
  ];

  return {
    problem: feeProblem(facts, reading, asks, parents?.floor),
    asked: asks.map((ask, i) => ({ ask, truth: truths[i] ?? 0 })),
    truth: {
      values: {
        ...Object.fromEntries(ids.map((id, i) => [id, quarters[i] ?? 0])),
        ...parents?.values,
      },
      shares: { quarters: weights },
      printed: { "identities[0].total": meanBy(weights, quarters) },
    },
    broken({ values, shares }) {
      const q = ids.map((id) => values[id] ?? Number.NaN);
      const w = shares.quarters ?? [];
      const said: [string, boolean][] = [
        ["percentages", q.every((x) => x >= -ROOM && x <= 100 + ROOM)],
        ["weights", w.length === 12 && w.every((x) => x >= -1e-9)],
        ["weights together", Math.abs(w.reduce((s, x) => s + x, 0) - 1) < 1e-6],
        ["pooled", Math.abs(meanBy(w, q) - Number(pooled)) <= 0.5 + ROOM],
        ["fell", fell.every((i) => (q[i] ?? 0) <= (q[i - 1] ?? 0) + ROOM)],
        ["around", q.slice(5).every((x) => Math.abs(x - level) <= HALF[around] + ROOM)],
        [
          "filled in",
          filledIn.every(
            (filled, i) => !filled || Math.abs((q[i] ?? 0) - Math.round(quarters[i] ?? 0)) <= 0.5 + ROOM,
          ),
        ],
      ];
      if (parents !== null)
        said.push(["both parents", parents.holds(q, (id) => values[id] ?? Number.NaN, ROOM)]);
      const first = q.slice(0, 3);
      if (beforeWithin !== null)
        said.push(["alike before", Math.max(...first) - Math.min(...first) <= beforeWithin + ROOM]);
      if (kind === "growth" && growth !== null) {
        said.push(["growing", w.every((x, i) => i === 0 || x >= (w[i - 1] ?? 0) - 1e-9)]);
        said.push(["growth", (w.at(-1) ?? 0) <= growth * (w[0] ?? 0) + 1e-9]);
      }
      if (kind === "shares") said.push(["given", w.every((x, i) => Math.abs(x - (weights[i] ?? 0)) < 1e-9)]);
      // A weight is off by at most half a unit of its own and of each other's.
      if (kind === "filled") {
        const smallest = Math.min(...printedWeights.map(Number));
        const off = ((1 / 2) * 10 ** -decimals) / smallest;
        const most = (1 + off) / (1 - off);
        const total = printedWeights.reduce((s, x) => s + Number(x), 0);
        const near = (x: number, i: number) => (x * total) / Number(printedWeights[i]);
        said.push(["as filled in", w.every((x, i) => near(x, i) < most && near(x, i) > 2 - most)]);
      }
      return said.flatMap(([sentence, holds]) => (holds ? [] : [sentence]));
    },
  };
}
