import type { CategoryVariable } from "../../../../src/model/codebook.js";
import { entryAt } from "../../../../src/model/entry-at.js";
import { holds } from "../../../../src/model/holds.js";
import { DRIVERS } from "../../../codebooks/ces-drivers.js";
import type { Random } from "../../random.js";
import { type Draft, make, rowsWhere, valuesOf } from "../draft.js";
import { reach } from "../pick-rows.js";
import type { Printed, Span } from "../printed.js";
import { errorOfDifference, groupOf, SURELY } from "./groups.js";

/** Maximum excess of the parents' gap over the surely significant one, in points. */
const WIDER = 10;

/** Distance of a drawn total from the ends of its rounding interval, because weights are granular. */
const MARGIN = 0.17;

/**
 * Answers to the questions of the four drivers: applicability matches each base, weighted percentages match the
 * printed ones, and Receiving Parents lead by a surely significant gap, whose excess is drawn.
 *
 * Assumed: satisfied people answer more favourably; a few per cent do not know; the distribution of other answers.
 */
export function makeDrivers(draft: Draft, random: Random, printed: Printed): boolean {
  const asked = (variable: CategoryVariable, row: number) =>
    variable.asked === undefined || holds(variable.asked, (id) => String(valuesOf(draft, id)[row]));
  return DRIVERS.every(({ variable, counts }) => {
    const mood = moodsOf(draft, random);
    const rows = rowsWhere(draft, (row) => asked(variable, row));
    const applies = new Set(appliesTo(draft, random, printed, variable, rows));
    const favourable = favourableOf(draft, random, printed, variable, [...applies], mood);
    if (favourable === null) return false;
    const isAsked = new Set(rows);
    const [good, bad] = [
      counts,
      variable.answers.filter(({ code, special }) => !counts.includes(code) && !special),
    ];
    const others = bad.map(({ code }) => code);
    const mayNotKnow = variable.answers.some(({ special }) => special === "dont-know");
    make(draft, variable.id, (row) => {
      if (!isAsked.has(row)) return null;
      if (!applies.has(row)) return "not-applicable";
      if (favourable.has(row)) return good[good.length > 1 && entryAt(mood, row) < 1.2 ? 1 : 0] ?? null;
      if (mayNotKnow && random.next() < 0.05) return "dont-know";
      // A lower mood means an answer further down the list.
      const place = Math.floor((0.9 - entryAt(mood, row)) * others.length);
      return others[Math.min(others.length - 1, Math.max(0, place))] ?? null;
    });
    return true;
  });
}

/** A mood per row, from 0 to 2: higher for the satisfied. */
function moodsOf(draft: Draft, random: Random): Float64Array {
  const moods = new Float64Array(draft.n);
  valuesOf(draft, "satisfaction").forEach((answer, row) => {
    const satisfied = answer === "very-satisfied" || answer === "fairly-satisfied";
    moods[row] = random.next() + (satisfied ? random.next() : 0);
  });
  return moods;
}

const PARENTS = ["receiving", "paying"] as const;

/** Suffix of the ids of a question's numbers; questions for New customers include the group. */
const groupEnd = (variable: CategoryVariable) =>
  ["time-to-outcome", "timescales", "decisions-explained"].includes(variable.id) ? ".contact-new" : "";

/** Draws those to whom a question applies: the printed number of each parent. */
function appliesTo(
  draft: Draft,
  random: Random,
  printed: Printed,
  variable: CategoryVariable,
  rows: readonly number[],
): number[] {
  if (!variable.answers.some(({ special }) => special === "not-applicable")) return [...rows];
  const parent = valuesOf(draft, "parent");
  return PARENTS.flatMap((code) => {
    const here = rows.filter((row) => parent[row] === code);
    if (here.length === 0) return [];
    return random.shuffled(here).slice(0, printed.base(`${variable.id}.parent-${code}${groupEnd(variable)}`));
  });
}

/** Chooses whose answers are favourable to match percentages and gap; null where no gap fits. */
function favourableOf(
  draft: Draft,
  random: Random,
  printed: Printed,
  variable: CategoryVariable,
  rows: readonly number[],
  mood: Float64Array,
): Set<number> | null {
  const weights = valuesOf(draft, "weight") as number[];
  const parent = valuesOf(draft, "parent");
  const inside = new Set(rows);
  const [receiving, paying] = PARENTS.map((code) =>
    groupOf(draft, (row) => inside.has(row) && parent[row] === code),
  ) as [ReturnType<typeof groupOf>, ReturnType<typeof groupOf>];
  const best = (list: readonly number[]) => list.toSorted((a, b) => entryAt(mood, b) - entryAt(mood, a));
  const drawnIn = ([low, high]: Span) => random.between(low + MARGIN, high - MARGIN);
  if (paying.rows.length === 0)
    return reach(best(receiving.rows), weights, drawnIn(printed.span(`${variable.id}.parent-receiving`)));
  const total = drawnIn(printed.span(`${variable.id}${groupEnd(variable)}`));
  const share = receiving.weight / (receiving.weight + paying.weight);
  for (let gap = random.between(0, WIDER), tries = 0; tries < 50; tries++) {
    const [high, low] = [total + (1 - share) * gap, total - share * gap];
    const least = SURELY * errorOfDifference(receiving, paying, high, low) + 0.5;
    if (gap < least) gap = least + random.between(0, WIDER);
    else
      return new Set([
        ...reach(best(receiving.rows), weights, high),
        ...reach(best(paying.rows), weights, low),
      ]);
  }
  return null;
}
