import { describe, expect, it } from "vitest";
import { checkCodebook } from "../../../../data-loaders/codebooks/check-codebook.js";
import { formatCodebookProblem } from "../../../../data-loaders/codebooks/codebook-problem.js";
import type { Codebook, Condition, Measure, Variable } from "../../../../src/model/codebook.js";
import { all, any, atLeast, EVERYONE, is, not } from "../../../../src/model/condition.js";
import { LIBRARY } from "./made-up-survey.js";

const KNOWN = {
  measures: new Set(["ces.satisfied"]),
  publications: new Set(["library-report"]),
  populations: new Set(["borrowers"]),
};

const faults = (book: Codebook) =>
  checkCodebook(book, KNOWN).map(({ where, message }) => `${where}: ${message}`);

/** The survey with one variable changed. */
const changed = (id: string, change: object): Codebook => ({
  ...LIBRARY,
  variables: LIBRARY.variables.map((variable) =>
    variable.id === id ? ({ ...variable, ...change } as Variable) : variable,
  ),
});
const asking = (id: string, asked: Condition): Codebook => changed(id, { asked, askedOf: "some" });
const measuring = (...measures: readonly object[]): Codebook => ({
  ...LIBRARY,
  measures: measures.map((measure) => ({ basis: { assumed: "-" }, label: "-", ...measure }) as Measure),
});
const share = { kind: "share", id: "a.b", base: EVERYONE, counts: EVERYONE };

it("finds nothing in a codebook without a fault", () => {
  expect(faults(LIBRARY)).toEqual([]);
});

describe("finds a planted fault", () => {
  it.each<[string, Codebook]>([
    // Names.
    ['id: is "Library 2025"', { ...LIBRARY, id: "Library 2025" }],
    ["publications: is empty", { ...LIBRARY, publications: [] }],
    ['publications: "other" is unknown', { ...LIBRARY, publications: ["library-report", "other"] }],
    [
      "variables.sex: is given twice",
      { ...LIBRARY, variables: [...LIBRARY.variables, LIBRARY.variables[4] as Variable] },
    ],
    ["measures.a.b: is given twice", measuring(share, share)],
    [
      "impossible.many-books-and-no-choice: is given twice",
      { ...LIBRARY, impossible: [...LIBRARY.impossible, ...LIBRARY.impossible] },
    ],
    [
      "populations.borrowers: is given twice",
      { ...LIBRARY, populations: [...(LIBRARY.populations ?? []), ...(LIBRARY.populations ?? [])] },
    ],
    [
      "populations.readers: is no population of bases.csv",
      { ...LIBRARY, populations: [{ id: "readers", when: EVERYONE, basis: { assumed: "-" } }] },
    ],
    ["variables.Sex: is no name of a column", { ...changed("staff", { id: "Sex" }), measures: [] }],
    ["variables.borrowed: has no label", changed("borrowed", { label: " " })],
    // Answers and ends.
    [
      "variables.borrowed.answers.no: is given twice",
      changed("borrowed", {
        answers: [
          { code: "yes", label: "Yes" },
          { code: "no", label: "No" },
          { code: "no", label: "No" },
        ],
      }),
    ],
    [
      'variables.borrowed.answers.No: has the code "No"',
      changed("borrowed", {
        answers: [
          { code: "yes", label: "Yes" },
          { code: "No", label: "No" },
        ],
      }),
    ],
    [
      "variables.borrowed.answers.no: has no label",
      changed("borrowed", {
        answers: [
          { code: "yes", label: "Yes" },
          { code: "no", label: "" },
        ],
      }),
    ],
    [
      "variables.staff.answers.none-met: is an answer in substance",
      changed("staff", { special: [{ code: "none-met", label: "Met none" }] }),
    ],
    [
      "variables.staff.answers.9: looks like a number",
      changed("staff", { special: [{ code: "9", label: "Met none", special: "not-applicable" }] }),
    ],
    ["variables.staff: goes from 4 to 4", { ...changed("staff", { lowest: 4 }), measures: [] }],
    ["variables.weight: begins at NaN", changed("weight", { lowest: Number.NaN })],
    ["variables.month: goes from 2025-03 to 2025-02", changed("month", { from: "2025-03" })],
    // Routing.
    ["variables.books.asked: has no askedOf", changed("books", { askedOf: "" })],
    [
      'variables.staff.asked: says "who met staff" and has no asked',
      changed("staff", { askedOf: "who met staff" }),
    ],
    ["variables.books.asked: depends on staff, which comes later", asking("books", is("staff", "0"))],
    ["variables.books.asked: goes in a circle: books, books", asking("books", atLeast("books", 2))],
    // Conditions.
    ['variables.books.asked: names "lent", which is no variable', asking("books", is("lent", "yes"))],
    [
      'variables.books.asked: names "maybe", which is no answer to borrowed',
      asking("books", is("borrowed", "maybe")),
    ],
    ["variables.books.asked: names no answer to borrowed", asking("books", is("borrowed"))],
    ['variables.books.asked: names "yes" of borrowed twice', asking("books", is("borrowed", "yes", "yes"))],
    [
      "variables.books.asked: asks for numbers of borrowed, a category",
      asking("books", atLeast("borrowed", 1)),
    ],
    [
      'variables.books.asked: names "2025-03", which is no answer to month',
      asking("books", is("month", "2025-03")),
    ],
    [
      'impossible.i.when: names "12", which is no answer to choice',
      {
        ...LIBRARY,
        impossible: [
          { id: "i", statement: "-", basis: { assumed: "-" }, when: not(any(is("choice", "12"))) },
        ],
      },
    ],
    [
      "measures.a.b.base: has the end 5, which choice cannot be",
      measuring({ ...share, base: atLeast("choice", 5) }),
    ],
    [
      "measures.a.b.counts: goes from 3 to 2 of choice",
      measuring({ ...share, counts: { variable: "choice", from: 3, to: 2 } }),
    ],
    [
      'populations.borrowers.when: names "lent", which is no variable',
      {
        ...LIBRARY,
        populations: [{ id: "borrowers", when: all(is("lent", "yes")), basis: { assumed: "-" } }],
      },
    ],
    // Measures.
    ["measures.a.b: is no measure of measures.csv", measuring({ ...share, label: undefined })],
    ["measures.a.b: has an empty label", measuring({ ...share, label: "" })],
    [
      "measures.ces.satisfied: has a label here and in measures.csv",
      measuring({ ...share, id: "ces.satisfied" }),
    ],
    [
      'measures.a.b: counts "male", which its base leaves out',
      measuring({ ...share, base: is("sex", "female"), counts: is("sex", "female", "male") }),
    ],
    ["measures.a.b: pools nothing", measuring({ kind: "pooled", id: "a.b", items: [], counts: { from: 1 } })],
    [
      'measures.a.b: pools "price", which is no variable',
      measuring({ kind: "pooled", id: "a.b", items: ["price"], counts: { from: 1 } }),
    ],
    [
      "measures.a.b: pools staff twice",
      measuring({ kind: "pooled", id: "a.b", items: ["staff", "staff"], counts: { from: 1 } }),
    ],
    [
      "measures.a.b: pools scales from 1 to 20 and 0 to 4",
      measuring({ kind: "pooled", id: "a.b", items: ["books", "staff"], counts: { from: 3 } }),
    ],
    [
      "measures.a.b: counts numbers of sex, a category",
      measuring({ kind: "pooled", id: "a.b", items: ["sex"], counts: { from: 3 } }),
    ],
    [
      'measures.a.b: counts "5", which is no answer to staff',
      measuring({ kind: "pooled", id: "a.b", items: ["staff"], counts: { is: ["5"] } }),
    ],
    [
      "measures.a.b: has the end 5, which staff cannot be",
      measuring({ kind: "pooled", id: "a.b", items: ["staff"], counts: { from: 5 } }),
    ],
    [
      "measures.a.b: is the mean of sex, a category",
      measuring({ kind: "mean", id: "a.b", base: EVERYONE, variable: "sex" }),
    ],
    [
      'measures.a.b: is the mean of "price", which is no variable',
      measuring({ kind: "mean", id: "a.b", base: EVERYONE, variable: "price" }),
    ],
    [
      "measures.a.b: is by age, which has no variable",
      measuring({ kind: "profile", id: "a.b", base: EVERYONE, dimension: "age", unions: {} }),
    ],
    [
      'measures.a.b: makes male of "men", which is no answer to sex',
      measuring({
        kind: "profile",
        id: "a.b",
        base: EVERYONE,
        dimension: "gender",
        unions: { male: ["men"] },
      }),
    ],
    [
      'measures.a.b: makes "any", which is no code of gender',
      measuring({
        kind: "profile",
        id: "a.b",
        base: EVERYONE,
        dimension: "gender",
        unions: { any: ["male"] },
      }),
    ],
    // Design.
    [
      "dimensions.gender: has the code male, which is no answer to sex",
      changed("sex", { answers: [{ code: "female", label: "Female" }] }),
    ],
    [
      "dimensions.gender: has no code for the answer other to sex",
      changed("sex", {
        answers: [
          { code: "female", label: "F" },
          { code: "male", label: "M" },
          { code: "other", label: "O" },
        ],
      }),
    ],
    [
      'dimensions.age: is "years", which is no variable',
      { ...LIBRARY, dimensions: { ...LIBRARY.dimensions, age: "years" } },
    ],
    [
      "dimensions.age: is books, a count",
      { ...LIBRARY, dimensions: { ...LIBRARY.dimensions, age: "books" } },
    ],
    [
      'roles.interview: is "id", which is no variable',
      { ...LIBRARY, roles: { ...LIBRARY.roles, interview: "id" } },
    ],
    ["roles.weight: is sex, a category", { ...LIBRARY, roles: { ...LIBRARY.roles, weight: "sex" } }],
    [
      "roles.weight: is null, and results are weighted",
      { ...LIBRARY, roles: { ...LIBRARY.roles, weight: null } },
    ],
    ["weighting: is empty, and there is a weight", { ...LIBRARY, weighting: [] }],
    ["roles.date: is month, a date", { ...LIBRARY, roles: { ...LIBRARY.roles, date: "month" } }],
    ["roles.date: is day, a date", changed("day", { to: "2025-04-30" })],
    [
      "roles.period: is borrowed, a category",
      { ...LIBRARY, roles: { ...LIBRARY.roles, period: "borrowed" } },
    ],
    ["roles.period: is month, which not everyone has", asking("month", EVERYONE)],
    ["contacts: go from 2025-13 to 2025-02", { ...LIBRARY, contacts: { from: "2025-13", to: "2025-02" } }],
    [
      "fieldwork: goes from 2025-02-30 to 2025-03-31",
      { ...LIBRARY, fieldwork: { ...LIBRARY.fieldwork, from: "2025-02-30" } },
    ],
    [
      "fieldwork: ends on 2025-03-31, before the first contacts",
      { ...LIBRARY, contacts: { from: "2025-05", to: "2025-06" } },
    ],
    [
      'sampling.strata: names "region", which is no variable',
      { ...LIBRARY, sampling: { ...LIBRARY.sampling, strata: ["region"] } },
    ],
    [
      "sampling.strata: names month twice",
      { ...LIBRARY, sampling: { ...LIBRARY.sampling, strata: ["month", "month"] } },
    ],
    [
      "sampling.quotas: names weight, a number",
      { ...LIBRARY, sampling: { ...LIBRARY.sampling, quotas: ["weight"] } },
    ],
    [
      "weighting.1: names books, a count",
      {
        ...LIBRARY,
        weighting: [{ ...(LIBRARY.weighting[0] as Codebook["weighting"][number]), variables: ["books"] }],
      },
    ],
    [
      "weighting.1: has no variables",
      {
        ...LIBRARY,
        weighting: [{ ...(LIBRARY.weighting[0] as Codebook["weighting"][number]), variables: [] }],
      },
    ],
    // Where things stand.
    [
      'variables.sex.basis: stands at "other-report: Table 1"',
      changed("sex", { basis: { locator: "other-report: Table 1" } }),
    ],
    [
      'variables.sex.basis: stands at "library-report: "',
      changed("sex", { basis: { locator: "library-report: " } }),
    ],
    ["variables.sex.basis: assumes something for no reason", changed("sex", { basis: { assumed: "" } })],
  ])("%s", (fault, book) => {
    expect(faults(book)).toContain(fault);
  });
});

it("finds nothing in a condition that names the ends of a scale or a count", () => {
  const ends = [is("choice", "4", "0"), atLeast("choice", 4), { variable: "books", from: 1, to: 20 }];
  for (const base of ends) expect(faults(measuring({ ...share, base }))).toEqual([]);
});

it("finds a circle through several questions, at each of them", () => {
  const circle = changed("staff", { asked: atLeast("books", 2), askedOf: "borrowers" });
  const book = {
    ...circle,
    variables: circle.variables.map((variable) =>
      variable.id === "books" ? { ...variable, asked: is("staff", "0") } : variable,
    ),
  };
  expect(faults(book)).toEqual([
    "variables.books.asked: goes in a circle: books, staff, books",
    "variables.staff.asked: goes in a circle: staff, books, staff",
  ]);
});

it("finds all faults at once, each as a line", () => {
  const book = { ...changed("books", { asked: is("lent", "yes"), askedOf: "" }), publications: [] };
  const lines = checkCodebook(book, KNOWN).map((problem) => formatCodebookProblem(book.id, problem));
  expect(lines).toEqual([
    "library-2025: publications: is empty; expected at least one publication",
    "library-2025: variables.books.asked: has no askedOf; expected the condition in words",
    expect.stringMatching(
      /^library-2025: variables.books.asked: names "lent", which is no variable; expected one of visitor, day/,
    ),
    expect.stringMatching(/^library-2025: fieldwork.basis: stands at "library-report: Fieldwork"; expected /),
    expect.stringMatching(/^library-2025: variables.borrowed.basis: stands at /),
  ]);
});

it("checks names outside the codebook only where they are known", () => {
  expect(checkCodebook(measuring({ ...share, label: undefined }))).toEqual([]);
});
