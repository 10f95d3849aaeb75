import { CELLS, twoByTwoTables } from "../../../../src/bounds/index.js";
import type { Random } from "../../random.js";
import { codesOf, type Draft, make, rowsWhere, valuesOf } from "../draft.js";
import { dealt, drawn } from "../draws.js";
import type { Printed } from "../printed.js";

export const AGES = ["16-24", "25-34", "35-44", "45-54", "55-plus"] as const;
export const GENDERS = ["female", "male", "missing"] as const;
export const ETHNICITIES = ["asian", "black", "white", "other-mixed", "prefer-not-to-say"] as const;
export const HEALTH = ["physical", "mental", "both", "none", "prefer-not-to-say"] as const;
export const LENGTHS = ["under-6-months", "6-to-23-months", "2-to-4-years", "5-years-plus"] as const;

/** Placeholder for an answer on satisfaction until it is decided. */
export const ANSWERED = "answered";

/**
 * The interviewed people: parent type, contact reason, don't-knows on satisfaction, age, gender, ethnicity, health
 * and length of service use, matching each printed base. Drawn where bases leave it open: the don't-knows by parent
 * type and contact reason.
 *
 * Assumed: most women receive and most men pay; lengths differ by contact reason; everything else is random.
 */
export function makePeople(random: Random, printed: Printed): Draft {
  const interviewed = cellsOf({
    receiving: printed.base("all.parent-receiving"),
    paying: printed.base("all.parent-paying"),
    receivingNew: printed.base("new.parent-receiving.contact-new"),
    payingNew: printed.base("new.parent-paying.contact-new"),
  });
  const silent = random.pick(silentTables(printed, interviewed));
  const people = random.shuffled(
    CELLS.flatMap((cell) => {
      const [parent, contact] = CELL_NAMES[cell];
      return Array.from({ length: interviewed[cell] }, (_, i) => ({
        parent,
        contact,
        satisfaction: i < silent[cell] ? "dont-know" : ANSWERED,
      }));
    }),
  );
  const draft: Draft = { n: people.length, columns: new Map() };
  for (const variable of ["parent", "contact", "satisfaction"] as const)
    make(draft, variable, (row) => people[row]?.[variable] ?? null);
  const answered = isAnswered(draft);
  const count = (dimension: string, codes: readonly string[]) =>
    Object.fromEntries(codes.map((code) => [code, printed.base(`answered.${dimension}-${code}`)]));

  const ages = count("age", AGES);
  const health = count("health", HEALTH);
  const known = count("ethnicity", ETHNICITIES);
  const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
  const ethnicities = { ...known, "dont-know": printed.base("answered") - sum(known) };
  dealOut(draft, random, "age", ages, answered);
  dealOut(draft, random, "health", health, answered);
  dealOut(draft, random, "ethnicity", ethnicities, answered, known);
  makeGender(draft, random, printed, answered);
  const contact = valuesOf(draft, "contact");
  make(draft, "service-length", (row) =>
    drawn(random, LENGTH_SHARES[contact[row] as keyof typeof LENGTH_SHARES]),
  );
  return draft;
}

/** Whether the person of a row gave an answer on satisfaction. */
export function isAnswered(draft: Draft): (row: number) => boolean {
  const satisfaction = valuesOf(draft, "satisfaction");
  return (row) => satisfaction[row] !== "dont-know";
}

const CELL_NAMES = {
  a1: ["receiving", "new"],
  a2: ["receiving", "change"],
  b1: ["paying", "new"],
  b2: ["paying", "change"],
} as const;

function cellsOf(base: { receiving: number; paying: number; receivingNew: number; payingNew: number }) {
  const { receiving, paying, receivingNew, payingNew } = base;
  return { a1: receivingNew, a2: receiving - receivingNew, b1: payingNew, b2: paying - payingNew };
}

/** Possible tables of don't-knows by parent type and contact reason. */
function silentTables(printed: Printed, interviewed: ReturnType<typeof cellsOf>) {
  const less = (all: number, group: string) => all - printed.base(`answered.${group}`);
  return twoByTwoTables(
    {
      a: less(interviewed.a1 + interviewed.a2, "parent-receiving"),
      b: less(interviewed.b1 + interviewed.b2, "parent-paying"),
    },
    {
      first: less(interviewed.a1 + interviewed.b1, "contact-new"),
      second: less(interviewed.a2 + interviewed.b2, "contact-change"),
    },
    interviewed,
  );
}

/** Distributes codes: to those who answered as often as printed, to the others with the same chances. */
function dealOut(
  draft: Draft,
  random: Random,
  variable: string,
  counts: Readonly<Record<string, number>>,
  answered: (row: number) => boolean,
  others: Readonly<Record<string, number>> = counts,
): void {
  const cards = random.shuffled(dealt(counts));
  make(draft, variable, (row) => (answered(row) ? (cards.pop() ?? null) : drawn(random, others)));
}

/** About nine in ten women receive, and as many men pay. */
function makeGender(draft: Draft, random: Random, printed: Printed, answered: (row: number) => boolean) {
  const women = printed.base("answered-gender-known.gender-female");
  const missing = printed.base("answered") - printed.base("answered-gender-known");
  const receiving = printed.base("answered.parent-receiving");
  const paying = printed.base("answered.parent-paying");
  const womenReceiving = Math.round(women * random.between(0.82, 0.92));
  const missingReceiving = Math.round(missing * random.between(0.4, 0.6));
  const womenPaying = women - womenReceiving;
  const missingPaying = missing - missingReceiving;
  const cards = {
    receiving: random.shuffled(
      dealt({
        female: womenReceiving,
        male: receiving - womenReceiving - missingReceiving,
        missing: missingReceiving,
      }),
    ),
    paying: random.shuffled(
      dealt({ female: womenPaying, male: paying - womenPaying - missingPaying, missing: missingPaying }),
    ),
  };
  const parent = codesOf(draft, "parent", ["receiving", "paying"]);
  make(draft, "gender", (row) => {
    const own = parent[row] === 0 ? cards.receiving : cards.paying;
    return answered(row) ? (own.pop() ?? null) : random.pick(parent[row] === 0 ? OF_RECEIVING : OF_PAYING);
  });
}

/** Genders of the don't-knows. */
const OF_RECEIVING = ["female", "female", "female", "female", "female", "male"];
const OF_PAYING = ["male", "male", "male", "male", "male", "female"];

const shares = (...list: readonly number[]) =>
  Object.fromEntries(LENGTHS.map((length, i) => [length, list[i] ?? 0]));
const LENGTH_SHARES = { new: shares(0.6, 0.2, 0.12, 0.08), change: shares(0.1, 0.3, 0.32, 0.28) };

/** The rows of those who answered. */
export const answeredRows = (draft: Draft): number[] => rowsWhere(draft, isAnswered(draft));
