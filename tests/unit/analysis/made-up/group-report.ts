import { from } from "arquero";
import {
  AGES,
  ETHNICITIES,
  type Facts,
  type GroupFigure,
} from "../../../../src/findings/age-and-ethnicity/facts.js";
import { ageProblem, ethnicityProblem, facts } from "../../../../src/findings/age-and-ethnicity/index.js";
import { OLDER, SHARE_READINGS } from "../../../../src/findings/age-and-ethnicity/readings.js";
import { roundingInterval } from "../../../../src/model/rounding.js";
import { VALUES } from "../held.js";
import {
  beyondChance,
  type Draw,
  drawing,
  type MadeUpReport,
  meanBy,
  ROOM,
  untilDrawn,
} from "./made-up-report.js";

const NEEDED = ["ces.satisfied", "ces.internet-access", "ces.ethnicity-not-known"];
const ROWS = (VALUES.objects() as Record<string, unknown>[]).filter(({ measure }) =>
  NEEDED.includes(String(measure)),
);
const REAL = facts(VALUES);

/** Bases of a made-up survey, from half to one and a half times the real ones. */
function basesOf({ between }: Draw, real: readonly number[]): number[] {
  return real.map((n) => Math.max(1, Math.round(n * between(0.5, 1.5))));
}

/** Weights of a share reading, and whether others are too. */
function weighting(
  { between, of }: Draw,
  reading: (typeof SHARE_READINGS)[number],
  bases: readonly number[],
) {
  const sum = (of: readonly number[]) => of.reduce((s, x) => s + x, 0);
  const centre = bases.map((n) => n / sum(bases));
  const allowed = (w: readonly number[], room = 0) =>
    w.length === centre.length &&
    Math.abs(sum(w) - 1) < 1e-6 &&
    w.every((x, i) => {
      const times = x / (centre[i] ?? 0);
      if ("factor" in reading.set) return times >= 1 / 2 - room && times <= 2 + room;
      return Math.abs(times - 1) <= (reading.code === "tenth" ? 0.1 : 0) + room;
    });
  const moved = () => {
    if (reading.code === "interviews") return centre;
    const raw = centre.map((x) => x * (reading.code === "tenth" ? between(0.91, 1.09) : of([0.6, 1, 1.7])));
    return raw.map((x) => x / sum(raw));
  };
  const weights = untilDrawn(() => {
    const w = moved();
    return allowed(w, 1e-12) ? w : null;
  });
  return { weights, allowed: (w: readonly number[] | undefined) => allowed(w ?? [], 1e-6) };
}

/** The facts of the page from the real tables, with the made-up numbers where the real report holds one. */
function factsWith(
  total: string,
  groups: readonly GroupFigure[],
  figures: readonly number[],
  bases: readonly number[],
  notKnown = Number(REAL.ethnicityNotKnown.value),
): Facts {
  const whole = (x: number) => ({ value: Math.round(x), ...roundingInterval(String(Math.round(x))) });
  const rows = ROWS.map((row) => {
    if (row.id === REAL.everyone.id) return { ...row, printed: total, ...whole(Number(total)) };
    if (row.id === REAL.ethnicityNotKnown.id) return { ...row, ...whole(notKnown) };
    const k = groups.findIndex(({ id }) => id === row.id);
    if (k < 0) return row;
    const held = groups[k]?.low === null ? {} : whole(figures[k] ?? 0);
    return { ...row, ...held, interviews: bases[k] };
  });
  return facts(from(rows));
}

/** A made-up chart of five ages, told in the report's sentences. */
export function ageReport(seed: number): MadeUpReport {
  const draw = drawing(seed);
  const { between, of, chance } = draw;
  const older = of(OLDER.options).code;
  const together = older === "together";
  const shares = of(SHARE_READINGS);
  const deff = of([1, 1.5, 2, 3]);
  const bases = basesOf(
    draw,
    REAL.ages.map(({ interviews }) => interviews),
  );
  const [n0, n1, n2, n3, n4] = bases as [number, number, number, number, number];
  const inner = weighting(draw, shares, [n2, n3]);
  const outer = weighting(draw, shares, together ? [n0, n1, n2 + n3, n4] : bases);
  const middleOf = (x: readonly number[]) => meanBy(inner.weights, x.slice(2, 4));
  const partsOf = (x: readonly number[]) =>
    together ? [x[0] ?? 0, x[1] ?? 0, middleOf(x), x[4] ?? 0] : [...x];

  /** Every sentence about differences; `room` is given to the statements. */
  const differences = (x: readonly number[], middle: number, silence: boolean, room: number) => {
    const beyond = (i: number, j: number) =>
      beyondChance(x[i] ?? 0, bases[i] ?? 0, x[j] ?? 0, bases[j] ?? 0, deff);
    const above = (i: number, j: number) => (x[i] ?? 0) > (x[j] ?? 0) && beyond(i, j) >= -room;
    const second = together
      ? (x[1] ?? 0) > middle && beyondChance(x[1] ?? 0, n1, middle, n2 + n3, deff) >= -room
      : above(1, 2) && above(1, 3);
    const silent = [
      [0, 1],
      [1, 4],
      [2, 3],
      [2, 4],
      [3, 4],
    ].every(([i = 0, j = 0]) => beyond(i, j) <= room);
    return {
      youngest: x.every((v) => v <= (x[0] ?? 0) + room),
      "youngest against 35 and over": [2, 3, 4].every((j) => above(0, j)),
      "25 to 34 against 35 to 54": second,
      silence: !silence || silent,
    };
  };
  // Half of the charts are made to be level where the report is silent.
  const level = chance(0.5);
  const figures = untilDrawn(() => {
    const first = between(35, 85);
    const base = first - between(12, 45);
    const spread = level ? 3 : 15;
    const x = [first, between(base, first), ...[0, 0, 0].map(() => base + between(-1, 1) * spread)];
    if (x.some((v) => v < 0)) return null;
    return Object.values(differences(x, middleOf(x), level, 0)).includes(false) ? null : x;
  });
  const silence = level && chance(0.7);
  const mean = meanBy(outer.weights, partsOf(figures));
  const total = String(Math.round(mean));
  const given = factsWith(total, REAL.ages, figures, bases);
  const named = Object.fromEntries(AGES.map((age, i) => [age, figures[i] ?? 0]));
  const steepness = (x: readonly number[]) =>
    ((x[0] ?? 0) + (x[1] ?? 0)) / 2 - ((x[2] ?? 0) + (x[3] ?? 0) + (x[4] ?? 0)) / 3;

  return {
    problem: ageProblem(given, { deff, shares: shares.code, silence, older }),
    asked: [
      ...[1, 2, 3, 4].map((i) => ({ ask: { id: AGES[i] ?? "" }, truth: figures[i] ?? 0 })),
      { ask: { mean: AGES.slice(0, 2), minus: AGES.slice(2) }, truth: steepness(figures) },
    ],
    truth: {
      values: { ...named, "35-54": middleOf(figures) },
      shares: { answered: outer.weights, middle: inner.weights },
      printed: { "identities[0].total": mean },
    },
    broken({ values, shares: w }) {
      const x = AGES.map((age) => values[age] ?? Number.NaN);
      const middle = together ? meanBy(w.middle ?? [], x.slice(2, 4)) : Number.NaN;
      const parts = together ? [x[0] ?? 0, x[1] ?? 0, middle, x[4] ?? 0] : x;
      const said = {
        percentages: x.every((v) => v >= -ROOM && v <= 100 + ROOM),
        weights: outer.allowed(w.answered) && (!together || inner.allowed(w.middle)),
        everyone: Math.abs(meanBy(w.answered ?? [], parts) - Number(total)) <= 0.5 + ROOM,
        printed: Math.abs((x[0] ?? 0) - Math.round(figures[0] ?? 0)) <= 0.5 + ROOM,
        ...differences(x, middle, silence, ROOM),
      };
      return Object.entries(said).flatMap(([sentence, holds]) => (holds ? [] : [sentence]));
    },
  };
}

/** A made-up chart of five ethnic groups, told in the report's sentences; the Black group above the White or below it. */
export function ethnicityReport(seed: number): MadeUpReport {
  const draw = drawing(seed);
  const { between, whole, of, chance } = draw;
  const shares = of(SHARE_READINGS);
  const deff = of([1, 1.5, 2, 3]);
  const bases = basesOf(
    draw,
    REAL.ethnicities.map(({ interviews }) => interviews),
  );
  const notKnown = whole(1, 6);
  const { weights, allowed } = weighting(draw, shares, [...bases, notKnown]);
  const [ASIAN, BLACK, OTHER, WHITE, UNDISCLOSED] = [0, 1, 2, 3, 4];

  const differences = (x: readonly number[], silence: boolean, room: number) => {
    const beyond = (i: number, j: number) =>
      beyondChance(x[i] ?? 0, bases[i] ?? 0, x[j] ?? 0, bases[j] ?? 0, deff);
    const pairs = [0, 1, 2, 3, 4].flatMap((i) => [0, 1, 2, 3, 4].flatMap((j) => (i < j ? [[i, j]] : [])));
    const mentioned = (i: number, j: number) => j === WHITE && (i === ASIAN || i === BLACK);
    return {
      "Asian first": x.every((v) => v <= (x[ASIAN] ?? 0) + room),
      "not said last": x.every((v) => v >= (x[UNDISCLOSED] ?? 0) - room),
      "Asian and White": beyond(ASIAN, WHITE) >= -room,
      "White and Black": beyond(BLACK, WHITE) >= -room,
      silence: !silence || pairs.every(([i = 0, j = 0]) => mentioned(i, j) || beyond(i, j) <= room),
    };
  };
  const level = chance(0.4);
  const figures = untilDrawn(() => {
    const first = between(40, 85);
    const last = level ? first - between(10, 20) : between(5, first - 20);
    const x = [first, ...[0, 0, 0].map(() => between(last, first)), last];
    return Object.values(differences(x, level, 0)).includes(false) ? null : x;
  });
  const silence = level && chance(0.7);
  const all = [...figures, between(0, 100)];
  const mean = meanBy(weights, all);
  const total = String(Math.round(mean));
  const given = factsWith(total, REAL.ethnicities, figures, bases, notKnown);
  const difference = (x: readonly number[]) => (x[BLACK] ?? 0) - (x[WHITE] ?? 0);

  return {
    problem: ethnicityProblem(given, { deff, shares: shares.code, silence }),
    asked: [
      ...[BLACK, OTHER, WHITE].map((i) => ({ ask: { id: ETHNICITIES[i] ?? "" }, truth: figures[i] ?? 0 })),
      { ask: { difference: ["black", "white"] as const }, truth: difference(figures) },
    ],
    truth: {
      values: Object.fromEntries([...ETHNICITIES, "dont-know"].map((code, i) => [code, all[i] ?? 0])),
      shares: { answered: weights },
      printed: { "identities[0].total": mean },
    },
    broken({ values, shares: w }) {
      const x = ETHNICITIES.map((code) => values[code] ?? Number.NaN);
      const parts = [...x, values["dont-know"] ?? Number.NaN];
      const printed = (i: number) => Math.abs((x[i] ?? 0) - Math.round(figures[i] ?? 0)) <= 0.5 + ROOM;
      const said = {
        percentages: parts.every((v) => v >= -ROOM && v <= 100 + ROOM),
        weights: allowed(w.answered),
        everyone: Math.abs(meanBy(w.answered ?? [], parts) - Number(total)) <= 0.5 + ROOM,
        printed: printed(ASIAN) && printed(UNDISCLOSED),
        ...differences(x, silence, ROOM),
      };
      return Object.entries(said).flatMap(([sentence, holds]) => (holds ? [] : [sentence]));
    },
  };
}
