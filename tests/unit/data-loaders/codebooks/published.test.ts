import { describe, expect, it } from "vitest";
import { checkCodebook } from "../../../../data-loaders/codebooks/check-codebook.js";
import { CODEBOOKS } from "../../../../data-loaders/codebooks/index.js";
import type { Codebook, Condition } from "../../../../src/model/codebook.js";
import { all } from "../../../../src/model/condition.js";
import { groupCondition, unionsOf } from "../../../../src/model/group-condition.js";
import { holds } from "../../../../src/model/holds.js";
import { periodCondition } from "../../../../src/model/period-condition.js";
import type { Base, Value } from "../../../../src/model/value.js";
import { randomInterviews, reader } from "./random-interviews.js";
import { KNOWN, RAW } from "./raw.js";

/** Percentages that are no share of the answers to a question in one of the surveys. */
const NO_SHARES = [
  // The lowest of many results, and a level around which results move.
  "options16.lowest-item-score",
  "cms16.satisfied-since-2015-02",
  "cms16.satisfied-since-2015-02-csa-section",
  // Shares of calls, and of those selected.
  "options16.calls",
  "options16m.response",
];

const books = [...CODEBOOKS.values()];
const namesOf = (book: Codebook) => new Set(book.publications);
const baseOf = new Map(RAW.bases.map((base) => [base.id, base]));

const valuesOf = (book: Codebook) =>
  RAW.values.filter(
    ({ publication, unit, measure }) =>
      namesOf(book).has(publication) && unit === "percent" && !NO_SHARES.includes(measure),
  );
const basesOf = (book: Codebook) => RAW.bases.filter(({ publication }) => namesOf(book).has(publication));

const populationOf = (book: Codebook, base: Base): Condition | undefined =>
  book.populations?.find(({ id }) => id === base.population)?.when;

/** The interviews behind a base: its population, group and period. */
function conditionOfBase(book: Codebook, base: Base): Condition {
  const population = populationOf(book, base);
  if (population === undefined) throw new Error(`${book.id} has no population ${base.population}`);
  return all(population, groupCondition(book, base.group), periodCondition(book, base.period ?? ""));
}

const measureOf = (book: Codebook, { measure }: Value) => book.measures.find(({ id }) => id === measure);

describe.each(books)("the codebook $id", (book) => {
  it("has nothing wrong in it", () => {
    expect(checkCodebook(book, KNOWN)).toEqual([]);
  });

  it("has a measure for each percentage that its publications print, plot or table", () => {
    const without = valuesOf(book).filter((value) => measureOf(book, value) === undefined);
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it("has the groups and periods of each of these percentages", () => {
    const interviews = randomInterviews(book, 3000);
    for (const value of valuesOf(book)) {
      const group = groupCondition(book, value.group);
      const period = periodCondition(book, value.period ?? `${book.contacts.from}/${book.contacts.to}`);
      expect(
        interviews.some((interview) => holds(all(group, period), reader(interview))),
        value.id,
      ).toBe(true);
    }
  });

  it("says for each base whom it counts, and it counts someone", () => {
    const interviews = randomInterviews(book, 3000);
    for (const base of basesOf(book)) {
      const condition = conditionOfBase(book, base);
      expect(
        interviews.some((interview) => holds(condition, reader(interview))),
        base.id,
      ).toBe(true);
    }
  });

  it("counts in each share of a printed base the interviews of that base, and no others", () => {
    const interviews = randomInterviews(book, 2000, 2);
    const compared = valuesOf(book).filter(({ base }) => baseOf.get(base ?? "")?.printed != null);
    for (const value of compared) {
      const measure = measureOf(book, value);
      const base = baseOf.get(value.base ?? "");
      if (measure === undefined || base === undefined || measure.kind === "pooled") throw new Error(value.id);
      // In a profile the group is the answer that is counted, and no part of the base.
      const group = measure.kind === "profile" ? base.group : value.group;
      const own = all(measure.base, groupCondition(book, group));
      const printed = conditionOfBase(book, base);
      for (const interview of interviews) {
        const read = reader(interview);
        if (holds(own, read) !== holds(printed, read)) {
          throw new Error(`${value.id}: ${JSON.stringify([...interview])}`);
        }
      }
    }
    // All of the 87 of 2023/24 but Paying Parents by gender, which have no base line; the other reports print no base.
    expect(compared.length).toBe(book.id === "ces-2023-24" ? 85 : 0);
  });
});

it("stands behind no other percentage: the surveys together name all that publications hold", () => {
  const covered = new Set(books.flatMap((book) => valuesOf(book).map(({ id }) => id)));
  const left = RAW.values.filter(({ id, unit }) => unit === "percent" && !covered.has(id));
  expect(new Set(left.map(({ measure }) => measure))).toEqual(new Set(NO_SHARES));
});

it("makes any health condition of its three kinds", () => {
  const book = CODEBOOKS.get("ces-2023-24") as Codebook;
  expect(unionsOf(book, "health")).toEqual({ any: ["physical", "mental", "both"] });
});
