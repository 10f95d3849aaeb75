import type { ColumnTable } from "arquero";
import { type HeldValue, pickInterviews, pickValue } from "../../analysis/pick.js";
import { type TwoByTwo, twoByTwoTables } from "../../bounds/index.js";
import type { Group } from "../../model/dimensions.js";
import { type DriverQuestion, driverQuestions } from "./driver-facts.js";

/** The groups of the finding, in reading order. */
export const GROUPS = [
  { key: "all", group: {} },
  { key: "receiving", group: { parent: "receiving" } },
  { key: "paying", group: { parent: "paying" } },
  { key: "new", group: { contact: "new" } },
  { key: "change", group: { contact: "change" } },
] as const satisfies readonly { key: string; group: Group }[];

export type GroupName = (typeof GROUPS)[number]["key"];

/** The published numbers that the finding uses. */
export interface Facts {
  readonly satisfied: Record<GroupName, HeldValue>;
  /** Interviews of all 2,280 by parent (a receiving, b paying) and contact type (1 new, 2 change). */
  readonly cells: TwoByTwo;
  /** Every possible table of those who gave an answer. */
  readonly answered: readonly TwoByTwo[];
  /** Ids of the bases from which the cells are derived. */
  readonly cellBases: readonly string[];
  /** Ids of the bases of those who answered. */
  readonly answeredBases: readonly string[];
  readonly questions: readonly DriverQuestion[];
}

const BASES = {
  receiving: "ces-2023-24.base.all.parent-receiving",
  paying: "ces-2023-24.base.all.parent-paying",
  newReceiving: "ces-2023-24.base.new.parent-receiving.contact-new",
  newPaying: "ces-2023-24.base.new.parent-paying.contact-new",
} as const;

/**
 * The finding's numbers, from the tables of values and bases. The four cells follow by subtraction: all Receiving
 * Parents minus New Receiving Parents are those with a change of circumstances, and so for Paying Parents.
 */
export function facts(values: ColumnTable, bases: ColumnTable): Facts {
  const satisfied = Object.fromEntries(
    GROUPS.map(({ key, group }) => [key, pickValue(values, "ces.satisfied", group)]),
  ) as Record<GroupName, HeldValue>;
  const n = {
    receiving: pickInterviews(bases, BASES.receiving),
    paying: pickInterviews(bases, BASES.paying),
    a1: pickInterviews(bases, BASES.newReceiving),
    b1: pickInterviews(bases, BASES.newPaying),
  };
  const cells = { a1: n.a1, a2: n.receiving - n.a1, b1: n.b1, b2: n.paying - n.b1 };
  const answered = twoByTwoTables(
    { a: satisfied.receiving.interviews, b: satisfied.paying.interviews },
    { first: satisfied.new.interviews, second: satisfied.change.interviews },
    cells,
  );
  return {
    satisfied,
    cells,
    answered,
    cellBases: Object.values(BASES),
    answeredBases: Object.values(satisfied).map(({ base }) => base),
    questions: driverQuestions(values),
  };
}
