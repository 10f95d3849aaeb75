import type { Basis, Codebook, ScaleVariable } from "../../../../../src/model/codebook.js";
import { all, atLeast, EVERYONE, is } from "../../../../../src/model/condition.js";

const basis: Basis = { assumed: "made up for tests" };
const answer = (code: string) => ({ code, label: code });
const DONT_KNOW = { code: "dont-know", label: "Don't know", special: "dont-know" } as const;
const REFUSED = { code: "prefer-not-to-say", label: "Refused", special: "prefer-not-to-say" } as const;
const rating = (id: string): ScaleVariable => ({
  ...{ kind: "scale", id, label: id, basis, lowest: 1, highest: 10 },
  ends: ["worst", "best"],
  special: [DONT_KNOW],
});

/** A survey with a variable of each kind, routing that rests on routing, and a measure of each kind. */
export const SMALL: Codebook = {
  id: "small-2020",
  title: "A small survey",
  publications: ["small-2020"],
  unit: "a parent interviewed",
  contacts: { from: "2020-01", to: "2020-06" },
  fieldwork: { from: "2020-03-10", to: "2020-09-30", basis },
  variables: [
    { kind: "text", id: "interview", label: "Number", basis },
    { kind: "date", id: "held", label: "Day", basis, precision: "day", from: "2020-01-01", to: "2020-12-31" },
    {
      ...{ kind: "category", id: "quarter", label: "Quarter", basis },
      answers: [answer("2020-01/2020-03"), answer("2020-04/2020-06")],
    },
    { kind: "number", id: "weight", label: "Weight", basis, lowest: 0, above: true },
    {
      ...{ kind: "category", id: "parent", label: "Parent", basis },
      answers: [answer("receiving"), answer("paying")],
    },
    {
      ...{ kind: "category", id: "health", label: "Health", basis },
      answers: [...["physical", "mental", "both", "none"].map(answer), REFUSED],
    },
    {
      ...{ kind: "category", id: "collect", label: "Whether the service collects", basis },
      ...{ answers: [answer("yes"), answer("no"), DONT_KNOW] },
      ...{ asked: is("parent", "receiving"), askedOf: "Receiving Parents" },
    },
    {
      ...{ kind: "category", id: "on-time", label: "Whether it pays on time", basis },
      ...{ answers: [answer("yes"), answer("no"), DONT_KNOW] },
      ...{ asked: is("collect", "yes"), askedOf: "those for whom the service collects" },
    },
    {
      ...{ kind: "count", id: "children", label: "Children", basis, lowest: 0, highest: 20 },
      special: [REFUSED],
    },
    rating("rating"),
    rating("item-a"),
    rating("item-b"),
    {
      ...{ kind: "date", id: "since", label: "Customer since", basis, precision: "month" },
      ...{ from: "2003-03", to: "2020-06" },
    },
  ],
  impossible: [
    {
      id: "paying-childless",
      statement: "a Paying Parent has a child",
      when: all(is("parent", "paying"), { variable: "children", to: 0 }),
      basis,
    },
  ],
  measures: [
    { kind: "share", id: "small.satisfied", basis, base: atLeast("rating", 1), counts: atLeast("rating", 7) },
    { kind: "pooled", id: "small.service", basis, items: ["item-a", "item-b"], counts: { from: 7 } },
    {
      ...{ kind: "profile", id: "small.health", basis, base: EVERYONE, dimension: "health" },
      unions: { any: ["physical", "mental", "both"] },
    },
    { kind: "mean", id: "small.children", basis, base: EVERYONE, variable: "children" },
  ],
  populations: [
    { id: "all", when: EVERYONE, basis },
    { id: "rated", when: atLeast("rating", 1), basis },
  ],
  dimensions: { parent: "parent", health: "health" },
  roles: { interview: "interview", weight: "weight", date: "held", period: "quarter" },
  sampling: { strata: ["quarter"], quotas: null, basis, note: "" },
  weighting: [],
  exclusions: [],
};

/** One interview by its variables; a variable that is left out is an empty cell. */
export type Row = Readonly<Record<string, string | number>>;

/** Interviews in which nothing is wrong: the same three times over, in lines 2 to 10. */
export const GOOD: readonly Row[] = [0, 3, 6].flatMap((before): Row[] => [
  {
    ...{ interview: `a${before + 1}`, held: "2020-04-02", quarter: "2020-01/2020-03", weight: 1.5 },
    ...{ parent: "receiving", health: "none", collect: "yes", "on-time": "no", children: 2 },
    ...{ rating: 8, "item-a": 9, "item-b": 3, since: "2019-05" },
  },
  {
    ...{ interview: `a${before + 2}`, held: "2020-07-15", quarter: "2020-04/2020-06", weight: 0.5 },
    ...{ parent: "receiving", health: "both", collect: "no", children: "prefer-not-to-say" },
    ...{ rating: 4, "item-a": "dont-know", "item-b": 7, since: "2012-11" },
  },
  {
    ...{ interview: `a${before + 3}`, held: "2020-08-01", quarter: "2020-04/2020-06", weight: 1 },
    ...{ parent: "paying", health: "prefer-not-to-say", children: 1 },
    ...{ rating: "dont-know", "item-a": "dont-know", "item-b": "dont-know", since: "2020-06" },
  },
]);

/** The columns in the order of the codebook. */
export const COLUMNS = SMALL.variables.map(({ id }) => id);

export const csvOf = (rows: readonly Row[], columns: readonly string[] = COLUMNS) =>
  `${[columns, ...rows.map((row) => columns.map((column) => cell(row[column] ?? "")))].join("\n")}\n`;

const cell = (value: string | number) => (/,/.test(String(value)) ? `"${value}"` : value);
