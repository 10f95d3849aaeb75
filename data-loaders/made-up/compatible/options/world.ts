import type { CodedInterviews } from "../../../../src/analysis/interviews/index.js";
import { entryAt } from "../../../../src/model/entry-at.js";
import { monthAfter } from "../../../../src/model/period.js";
import { periodsOf } from "../../../../src/model/period-condition.js";
import { OPTIONS_2016 } from "../../../codebooks/options-2016.js";
import type { Raw } from "../../../read/index.js";
import { madeInterviews } from "../../made-interviews.js";
import { type Random, randomOf } from "../../random.js";
import { codesOf, type Draft, make, rowsWhere, valuesOf } from "../draft.js";
import { dayBetween, daysOf, dealt } from "../draws.js";
import { inOrder } from "../in-order.js";
import { printedOf } from "../printed.js";
import { makeItems } from "./items.js";
import { makeOverall } from "./overall.js";

/**
 * Interviews per month with parents of some or no care. Assumed: so few that a fall of 22 points need not be
 * significant.
 */
export const SOME_CARE = 18;

/** Letters on case closure started in this month. */
const LETTERS = "2014-06";

/**
 * One attempt at the interviews on Options; null if no ratings fit.
 *
 * Assumed, since no numbers of interviews are printed: equal months; few who had the letter, or have some or no care;
 * a few per cent without a rating.
 */
export function drawOptions(
  raw: Raw,
  stream: number,
  interviews: number,
  simulated: string,
): CodedInterviews | null {
  const random = randomOf(stream);
  const printed = printedOf(raw, "options-2016");
  const months = periodsOf(OPTIONS_2016);
  const draft: Draft = { n: interviews, columns: new Map() };
  make(draft, "month", (row) => months[row % months.length] ?? null);
  const month = valuesOf(draft, "month").map(String);
  make(draft, "interview-date", (row) => {
    const held = monthAfter(entryAt(month, row), 1);
    return dayBetween(random, ...daysOf(held, held));
  });
  makeClients(draft, random, months);
  if (!makeOverall(draft, random, printed, months)) return null;
  makeItems(draft, random, printed, months);
  makeWait(draft, random, printed.span("call-waiting"));
  return madeInterviews(OPTIONS_2016, inOrder(draft, OPTIONS_2016), simulated);
}

/** Care, a case with the CSA, and the letter on closing it. */
function makeClients(draft: Draft, random: Random, months: readonly string[]): void {
  const places = codesOf(draft, "month", months);
  const care: string[] = [];
  const letter: string[] = [];
  months.forEach((month, m) => {
    const rows = rowsWhere(draft, (row) => places[row] === m);
    const others = Math.round(0.02 * rows.length);
    const main = rows.length - SOME_CARE - 2 * others;
    const cares = random.shuffled(
      dealt({ main, "some-or-none": SOME_CARE, "not-applicable": others, "prefer-not-to-say": others }),
    );
    const received = month < LETTERS ? 0 : Math.round(0.075 * rows.length);
    const unsure = Math.round(0.045 * rows.length);
    const letters = random.shuffled(
      dealt({ received, "not-received": rows.length - received - unsure, "dont-know": unsure }),
    );
    rows.forEach((row, i) => {
      care[row] = entryAt(cares, i);
      letter[row] = entryAt(letters, i);
    });
  });
  make(draft, "care", (row) => care[row] ?? null);
  make(draft, "letter", (row) => letter[row] ?? null);
  make(draft, "csa", (row) => {
    const chance = random.next();
    if (letter[row] === "received") return chance < 0.95 ? "past" : "dont-know";
    return chance < 0.8 ? "none" : chance < 0.97 ? "past" : "dont-know";
  });
  make(draft, "called", () => (random.next() < 0.85 ? "yes" : "no"));
}

/** Satisfaction with the wait: the printed percentage, among answers other than the middle one. */
function makeWait(draft: Draft, random: Random, [low, high]: readonly [number, number]): void {
  const called = valuesOf(draft, "called");
  const asked = random.shuffled(rowsWhere(draft, (row) => called[row] === "yes"));
  const special = Math.round(0.02 * asked.length);
  const neither = Math.round(0.06 * asked.length);
  const rated = asked.length - special - neither;
  const satisfied = Math.round((rated * random.between(low + 0.2, high - 0.2)) / 100);
  const answers = new Map<number, string>();
  asked.forEach((row, i) => {
    if (i < special) answers.set(row, i % 2 === 0 ? "dont-know" : "prefer-not-to-say");
    else if (i < special + neither) answers.set(row, "neither");
    else if (i < special + neither + satisfied)
      answers.set(row, random.next() < 0.6 ? "very-satisfied" : "satisfied");
    else answers.set(row, random.next() < 0.6 ? "dissatisfied" : "very-dissatisfied");
  });
  make(draft, "call-waiting", (row) => answers.get(row) ?? null);
}
