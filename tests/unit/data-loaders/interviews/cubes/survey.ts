import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { Basis, Codebook, Variable } from "../../../../../src/model/codebook.js";
import { all, any, atLeast, EVERYONE, is, not } from "../../../../../src/model/condition.js";

const basis: Basis = { assumed: "a survey made for tests" };
const at = (id: string) => ({ id, label: id, basis });
const answers = (...codes: string[]) => codes.map((code) => ({ code, label: code }));
const DONT_KNOW = { code: "dont-know", label: "Don't know", special: "dont-know" } as const;
const REFUSED = { code: "refused", label: "Refused", special: "prefer-not-to-say" } as const;
const scale = (id: string): Variable => ({
  ...at(id),
  kind: "scale",
  lowest: 1,
  highest: 10,
  ends: ["poor", "good"],
  special: [DONT_KNOW, REFUSED],
});

/** Every kind of variable and measure in one codebook. */
export const SURVEY: Codebook = {
  id: "made-up",
  title: "A survey made for tests",
  publications: [],
  unit: "a person",
  contacts: { from: "2023-04", to: "2024-03" },
  fieldwork: { from: "2023-07-01", to: "2024-06-30", basis },
  variables: [
    { ...at("interview"), kind: "text" },
    { ...at("day"), kind: "date", precision: "day", from: "2023-07-01", to: "2024-06-30" },
    { ...at("month"), kind: "date", precision: "month", from: "2023-04", to: "2024-03" },
    { ...at("contact"), kind: "category", answers: answers("new", "change") },
    { ...at("parent"), kind: "category", answers: answers("receiving", "paying") },
    {
      ...at("condition"),
      kind: "category",
      answers: [
        ...answers("none", "mental", "physical", "both", "other"),
        { ...REFUSED, code: "prefer-not-to-say" },
      ],
    },
    {
      ...at("satisfaction"),
      kind: "category",
      answers: [...answers("very", "fairly", "not", "it's not"), DONT_KNOW],
    },
    {
      ...at("route"),
      kind: "category",
      answers: answers("a", "b"),
      asked: is("contact", "new"),
      askedOf: "new",
    },
    scale("helpful"),
    scale("clear"),
    scale("polite"),
    { ...at("children"), kind: "count", lowest: 0, highest: 12, special: [DONT_KNOW] },
    { ...at("minutes"), kind: "count", lowest: -5, highest: 700, special: [REFUSED] },
    { ...at("hours"), kind: "number", lowest: 0, above: false },
    { ...at("weight"), kind: "number", lowest: 0, above: false },
    { ...at("first-weight"), kind: "number", lowest: 0, above: false },
  ],
  impossible: [],
  measures: [
    {
      ...at("satisfied"),
      kind: "share",
      base: is("satisfaction", "very", "fairly", "not", "it's not"),
      counts: is("satisfaction", "very", "fairly"),
    },
    {
      ...at("odd"),
      kind: "share",
      base: any(not(is("route", "a")), {
        all: [atLeast("helpful", 3), { variable: "hours", from: 1.5, to: 30 }],
      }),
      counts: all(
        any({ variable: "clear", from: 2, to: 7 }, is("clear", "refused", "9")),
        not({ variable: "minutes", to: 99 }),
      ),
    },
    { ...at("nobody"), kind: "share", base: EVERYONE, counts: any() },
    {
      ...at("pooled"),
      kind: "pooled",
      items: ["helpful", "clear", "polite"],
      counts: { from: 7 },
    },
    { ...at("children"), kind: "mean", base: is("contact", "new", "change"), variable: "children" },
    { ...at("minutes"), kind: "mean", base: atLeast("hours", 2), variable: "minutes" },
    {
      ...at("conditions"),
      kind: "profile",
      base: not(is("parent", "paying")),
      dimension: "health",
      unions: { any: ["physical", "mental", "both"] },
    },
  ],
  dimensions: { parent: "parent", contact: "contact", health: "condition" },
  roles: { interview: "interview", weight: "weight", date: "day", period: "month" },
  sampling: { strata: ["contact", "route"], quotas: null, basis, note: "" },
  weighting: [{ kind: "rake", variables: ["parent", "condition"], population: "all", basis, note: "" }],
  exclusions: [],
};

/** The same survey without weights, its strata the months. */
export const UNWEIGHTED: Codebook = {
  ...SURVEY,
  roles: { ...SURVEY.roles, weight: null },
  sampling: { ...SURVEY.sampling, strata: ["month"] },
};

/** An interview: the text of each cell, null for an empty one. */
export type Interview = Readonly<Record<string, string | null>>;

/** Random interviews of the survey, the same for a seed; with missing answers, weights of 0 and some of seven digits. */
export function randomInterviews(seed: number, count: number): Interview[] {
  const random = xoroshiro128plus(seed);
  const uniform = () => uniformFloat64(random);
  const pick = (variable: Variable, missing: number): string | null => {
    if (uniform() < missing) return null;
    const options =
      variable.kind === "category" ? variable.answers : "special" in variable ? variable.special : [];
    if (variable.kind === "category") return options[Math.floor(uniform() * options.length)]?.code ?? null;
    if (uniform() < 0.15) return options[Math.floor(uniform() * options.length)]?.code ?? null;
    if (!("highest" in variable)) throw new RangeError(variable.kind);
    return String(variable.lowest + Math.floor(uniform() * (variable.highest - variable.lowest + 1)));
  };
  return Array.from({ length: count }, (_, i) => {
    const row: Record<string, string | null> = {};
    for (const variable of SURVEY.variables) {
      const { id, kind } = variable;
      if (kind === "text") row[id] = `i${i}`;
      else if (kind === "date")
        row[id] =
          id === "day" ? "2023-07-01" : String(202304 + Math.floor(uniform() * 9)).replace(/^(....)/, "$1-");
      else if (kind === "number" && id === "hours")
        row[id] = uniform() < 0.2 ? null : String(Math.floor(uniform() * 80) / 2);
      else if (kind === "number") row[id] = null;
      else if (variable.asked !== undefined) row[id] = row.contact === "new" ? pick(variable, 0) : null;
      else row[id] = pick(variable, ["contact"].includes(id) ? 0 : 0.1);
    }
    // Half of seven digits end in 5, where rounding is decided by the last bit of a double.
    const digits = uniform() < 0.5 ? 6 : 7;
    const weight = uniform() < 0.05 ? 0 : 0.1 + 3 * uniform() * uniform();
    row.weight =
      weight === 0 ? "0" : uniform() < 0.5 ? String(weight) : weight.toFixed(digits).replace(/.$/, "5");
    row["first-weight"] = weight === 0 ? "0.0" : String(0.5 + uniform());
    return row;
  });
}

/** The same with weights from 700,000 to a million. */
export const heavier = (interviews: readonly Interview[]): Interview[] =>
  interviews.map((row, i) => ({
    ...row,
    weight: (1_000_000 - ((i * 7919) % 300_000) - i / 1024).toFixed(7),
  }));
