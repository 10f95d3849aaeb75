import type { CodedValue } from "../../../../src/analysis/interviews/index.js";
import { entryAt } from "../../../../src/model/entry-at.js";
import type { Random } from "../../random.js";
import { codesOf, type Draft, make, rowsWhere } from "../draft.js";
import { ratingOf } from "../draws.js";
import { type FitMargin, fitMargins } from "../fit-margins.js";
import type { Printed, Span } from "../printed.js";

/** The month with the lowest figure, and that of the largest fall among parents of some or no care. */
const LOWEST = "2016-07";
const FALL_TO = "2015-01";

/** Maximum number of attempts. */
const MAX_ATTEMPTS = 2000;

/** Percentages satisfied in a month, by group. */
interface Month {
  readonly notReceived: number;
  readonly received: number;
  /** Number satisfied of the interviews with parents of some or no care. */
  readonly some: number;
}

/**
 * The overall rating by month: the printed lowest month; clients without the letter steady, those with it erratic and
 * lower; parents of some or no care with falls, the largest to January 2015.
 *
 * @returns whether it was found
 */
export function makeOverall(
  draft: Draft,
  random: Random,
  printed: Printed,
  months: readonly string[],
): boolean {
  const places = codesOf(draft, "month", months);
  const letters = codesOf(draft, "letter", ["not-received", "received", "dont-know"]);
  const cares = codesOf(draft, "care", ["some-or-none", "main"]);
  const unit = new Float64Array(draft.n).fill(1);
  const refused = refusals(draft, random, cares);
  const rows = months.map((_, m) => rowsWhere(draft, (row) => places[row] === m && refused[row] === null));
  const some = rows.map((list) => list.filter((row) => cares[row] === 0).length);
  const history = drawHistory(random, printed, months, some);
  if (history === null) return false;
  const ratings: CodedValue[] = [...refused];
  const found = months.every((month, m) => {
    const own = entryAt(rows, m);
    const { notReceived, received, some: satisfiedSome } = history[m] as Month;
    const exact: Span = [
      percentOf(satisfiedSome - 0.1, entryAt(some, m)),
      percentOf(satisfiedSome + 0.1, entryAt(some, m)),
    ];
    const isLowest = month === LOWEST;
    const [low, high] = printed.span("satisfied.2016-07");
    const margins: FitMargin[] = [
      { codes: new Int32Array(draft.n), spans: [isLowest ? [low, high] : [high + 0.3, 100]] },
      { codes: cares, spans: [exact, [86, 100]] },
      {
        codes: letters,
        spans: [
          [notReceived - 0.4, notReceived + 0.4],
          [received - 5, received + 5],
          isLowest ? [60, 100] : [88, 100],
        ],
      },
    ];
    const satisfied = fitMargins(own, unit, margins, random);
    if (satisfied === null) return false;
    for (const row of own) ratings[row] = ratingOf(random, satisfied[row] === 1);
    return true;
  });
  make(draft, "overall", (row) => ratings[row] ?? null);
  return found;
}

/** Chooses those who give no rating: a few per cent, none of those with some or no care; null for the others. */
function refusals(draft: Draft, random: Random, cares: Int32Array): CodedValue[] {
  return Array.from({ length: draft.n }, (_, row) => {
    const chance = random.next();
    if (chance >= 0.015 || cares[row] === 0) return null;
    return chance < 0.01 ? "dont-know" : "prefer-not-to-say";
  });
}

function drawHistory(
  random: Random,
  printed: Printed,
  months: readonly string[],
  some: readonly number[],
): Month[] | null {
  const falls = drawSome(random, printed, months, some);
  if (falls === null) return null;
  return months.map((month, m) => {
    const lowest = month === LOWEST;
    return {
      notReceived: lowest ? random.between(91, 91.2) : random.between(92.5, 94.9),
      received: lowest ? random.between(66, 70) : random.between(74, 97),
      some: entryAt(falls, m),
    };
  });
}

/** Draws the number of satisfied parents of some or no care by month. */
function drawSome(
  random: Random,
  printed: Printed,
  months: readonly string[],
  some: readonly number[],
): number[] | null {
  const to = months.indexOf(FALL_TO);
  const [low, high] = printed.span("fall-in-satisfaction.care-some-or-none.2015-01");
  for (let tries = 0; tries < MAX_ATTEMPTS; tries++) {
    const counts = some.map((n) => Math.round(n * random.between(0.76, 0.99)));
    const n = entryAt(some, to);
    counts[to] = Math.round(n * random.between(0.68, 0.76));
    counts[to - 1] = Math.round(entryAt(some, to - 1) * random.between(0.92, 0.99));
    const percents = counts.map((count, m) => percentOf(count, entryAt(some, m)));
    const drops = percents.slice(1).map((percent, m) => entryAt(percents, m) - percent);
    const largest = entryAt(drops, to - 1);
    const others = drops.filter((_, m) => m !== to - 1);
    if (largest < low || largest > high) continue;
    if (others.every((drop) => drop < largest - 0.5) && others.filter((drop) => drop >= 10).length >= 2)
      return counts;
  }
  return null;
}

const percentOf = (count: number, of: number) => (100 * count) / of;
