import type { Random } from "../../random.js";
import { type Draft, make, rowsWhere, valuesOf } from "../draft.js";
import type { Printed } from "../printed.js";

/** Questions asked of those in contact by phone, online or in person. */
const OF_STAFF = ["said-would-do", "accurate", "handled-professionally", "understood-needs"];
const PARENTS = ["receiving", "paying"] as const;

/**
 * Ways of contact, GOV.UK and Direct Pay, matching each base that depends on them. Drawn at random within the bases:
 * contact by video call alone, and Receiving Parents not on Direct Pay.
 *
 * Assumed: how ways combine; that few non-users of GOV.UK do not know; Direct Pay of Paying Parents.
 */
export function makeContact(draft: Draft, random: Random, printed: Printed): void {
  const parent = valuesOf(draft, "parent");
  const staff = new Set<number>();
  const live = new Set<number>();
  const used = new Set<number>();
  for (const code of PARENTS) {
    const rows = random.shuffled(rowsWhere(draft, (row) => parent[row] === code));
    const liveHere = printed.base(`live-contact.parent-${code}`);
    const least = Math.max(...OF_STAFF.map((question) => printed.base(`${question}.parent-${code}`)));
    const staffHere = random.whole(least, liveHere);
    for (const row of rows.slice(0, staffHere)) staff.add(row);
    for (const row of rows.slice(0, liveHere)) live.add(row);
    for (const row of random.shuffled(rows).slice(0, printed.base(`used-govuk.parent-${code}`)))
      used.add(row);
  }
  const ways = Array.from({ length: draft.n }, (_, row) => wayOf(random, live.has(row), staff.has(row)));
  for (const way of WAYS) make(draft, way, (row) => ((ways[row] as Way)[way] ? "yes" : "no"));
  make(draft, "used-govuk", (row) => (used.has(row) ? "yes" : random.next() < 0.96 ? "no" : "dont-know"));

  const applies = ["paid-on-time", "paid-right-amount"].map((id) => printed.base(`${id}.parent-receiving`));
  const collected = Math.max(...applies) + random.whole(0, 15);
  const receiving = random.shuffled(rowsWhere(draft, (row) => parent[row] === "receiving"));
  const notDirect = new Set(receiving.slice(0, collected));
  make(draft, "direct-pay", (row) => {
    if (parent[row] === "receiving") return notDirect.has(row) ? "no" : "yes";
    return random.next() < 0.8 ? "yes" : "no";
  });
}

const WAYS = [
  "contact-by-phone",
  "contact-online",
  "contact-in-person",
  "contact-by-video",
  "contact-other",
] as const;
type Way = Readonly<Record<(typeof WAYS)[number], boolean>>;

/** Ways of contact of one customer, with the required ones. */
function wayOf(random: Random, live: boolean, staff: boolean): Way {
  const chance = (p: number) => random.next() < p;
  const first = random.next();
  return {
    "contact-by-phone": staff && (first < 0.7 || chance(0.3)),
    "contact-online": staff && ((first >= 0.7 && first < 0.98) || chance(0.5)),
    "contact-in-person": staff && (first >= 0.98 || chance(0.02)),
    "contact-by-video": live && (!staff || chance(0.02)),
    "contact-other": !live || chance(0.3),
  };
}
