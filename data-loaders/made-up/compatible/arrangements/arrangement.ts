import type { Random } from "../../random.js";
import { drawn } from "../deal.js";
import { type Draft, make, valuesOf } from "../draft.js";

/** Shares of the types of arrangement. Assumed, like all shares of these surveys: no text holds one. */
export const TYPES = { "family-based": 0.26, cms: 0.3, other: 0.08, none: 0.36 };

const SPECIAL = { "dont-know": 0.02, "prefer-not-to-say": 0.01 };

/**
 * Answers about the arrangement of each parent, whose type is known already. Those who pay in full say that it works.
 */
export function makeArrangement(draft: Draft, random: Random): void {
  const type = valuesOf(draft, "arrangement");
  const has = (row: number) => type[row] !== "none";
  const familyShare = { "family-based": 0.6, statutory: 0.3, court: 0.1, ...SPECIAL };
  make(draft, "kept-arrangement", (row) => (type[row] === "other" ? drawn(random, familyShare) : null));
  make(draft, "payments", (row) => {
    if (!has(row)) return null;
    const regular = type[row] === "cms" ? 0.93 : 0.75;
    return drawn(random, { regular, "not-regular": 1 - regular, ...SPECIAL });
  });
  const payments = valuesOf(draft, "payments");
  const isRegular = (row: number) => payments[row] === "regular";
  make(draft, "paid-of-agreed", (row) =>
    isRegular(row) ? drawn(random, { all: 0.7, some: 0.17, none: 0.13, ...SPECIAL }) : null,
  );
  const agreed = valuesOf(draft, "paid-of-agreed");
  make(draft, "paid-of-due", (row) => {
    if (!has(row)) return null;
    if (!isRegular(row))
      return drawn(random, { "not-applicable": 0.7, all: 0.15, some: 0.1, none: 0.05, ...SPECIAL });
    return random.next() < 0.93 ? (agreed[row] ?? null) : drawn(random, { all: 0.3, some: 0.5, none: 0.2 });
  });
  const due = valuesOf(draft, "paid-of-due");
  make(draft, "on-time", (row) => {
    if (!has(row)) return null;
    if (due[row] === "all") return drawn(random, { always: 0.65, usually: 0.25, sometimes: 0.1, ...SPECIAL });
    if (due[row] === "some")
      return drawn(random, { always: 0.1, usually: 0.35, sometimes: 0.45, never: 0.1, ...SPECIAL });
    return due[row] === "none" ? "never" : "not-applicable";
  });
  make(draft, "works", (row) => {
    if (!has(row)) return null;
    const well = due[row] === "all" ? 0.88 : due[row] === "none" ? 0.1 : 0.55;
    return drawn(random, {
      "very-well": well * 0.6,
      "fairly-well": well * 0.4,
      "not-very-well": (1 - well) * 0.5,
      "not-at-all-well": (1 - well) * 0.5,
      ...SPECIAL,
    });
  });
  make(draft, "children", (row) =>
    has(row) ? Number(drawn(random, { "1": 0.52, "2": 0.34, "3": 0.1, "4": 0.03, "5": 0.01 })) : null,
  );
}
