import { entryAt } from "../../../../src/model/entry-at.js";
import { monthAfter, periodEnd } from "../../../../src/model/period.js";
import { periodsOf } from "../../../../src/model/period-condition.js";
import { CES_2023_24 } from "../../../codebooks/ces-2023-24.js";
import type { Random } from "../../random.js";
import { dayBetween, daysOf } from "../days.js";
import { type Draft, make, valuesOf } from "../draft.js";

/** Quarters with equal numbers of interviews, which is assumed, and interview days in the three months after. */
export function makeDates(draft: Draft, random: Random): void {
  const quarters = periodsOf(CES_2023_24);
  const cards = random.shuffled(
    Array.from({ length: draft.n }, (_, i) => entryAt(quarters, i % quarters.length)),
  );
  make(draft, "quarter", (row) => cards[row] ?? null);
  const quarter = valuesOf(draft, "quarter");
  make(draft, "interview-date", (row) => {
    const end = periodEnd(String(quarter[row]));
    return dayBetween(random, ...daysOf(monthAfter(end, 1), monthAfter(end, 3)));
  });
}
