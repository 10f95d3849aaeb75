import { DIMENSION_NAMES, type Dimension, dimensionText } from "../../model/dimensions.js";
import { OTHER_NAMES } from "../../model/groups.js";
import { PEOPLE } from "../../model/workspace.js";

/** The meaning of a table's label: a group of one dimension, everyone, a period, or a measure. */
export type LabelMeaning =
  | { readonly kind: "group"; readonly dimension: Dimension; readonly code: string }
  | { readonly kind: "everyone" }
  | { readonly kind: "period"; readonly periods: readonly string[] }
  /** The figure's own measure, or another. */
  | { readonly kind: "measure"; readonly own: boolean };

const EVERYONE = [
  ...["all", "total", "overall", "everyone", "all clients", "all customers", `all ${PEOPLE}`, "all quarters"],
  ...["base total", "all respondents"],
];

/** Column names of the measures that this site shows. */
const OWN_MEASURES = [
  ...["satisfied", "% satisfied", "satisfied %", "percentage satisfied", "percent satisfied"],
  ...["per cent satisfied", "proportion satisfied", "satisfaction", "total satisfied", "all satisfied"],
  ...["overall satisfaction", "very or fairly satisfied", "fairly or very satisfied", "net satisfied"],
  ...["satisfied with the service overall", "satisfied with the cms overall", "%", "percent", "per cent"],
  ...["percentage", "printed"],
];

/** Column names of other measures. */
const OTHER_MEASURES = [
  ...["base", "bases", "n", "number", "interviews", "number of interviews", "sample", "sample size"],
  ...["unweighted base", "weighted base", "count", "respondents", "number of respondents", "weight"],
  ...["dissatisfied", "% dissatisfied", "dissatisfied %", "total dissatisfied", "neither", "don't know"],
  ...["very satisfied", "fairly satisfied", "very dissatisfied", "fairly dissatisfied"],
  ...["neither satisfied nor dissatisfied", "lower", "upper", "lower ci", "upper ci", "lower limit"],
  ...["upper limit", "confidence interval", "95% ci", "standard error", "change", "difference"],
];

/** Normalises a label: lower case, one kind of dash, one notation of ages, no footnote mark. */
export function plainLabel(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u00a0\u2007\u202f]/g, " ")
    .replace(/[’‘]/g, "'")
    .replace(/\[[^\]]*\]|\((?:r|p|\d)\)/g, " ")
    .replace(/[‐‑‒–—]/g, "-")
    .replace(/[*†‡]+$/, "")
    .replace(/\s*&\s*/g, " and ")
    .replace(/\s*\/\s*/g, ", ")
    .replace(/\s+/g, " ")
    .replace(/[:.]+$/, "")
    .trim();
}

/** "aged 16-24", "16 – 24 years" and "16 to 24" as "16 to 24"; "55+", "55 plus" and "55 or over" as "55 and over". */
function plainAge(label: string): string {
  return label
    .replace(/^(?:aged?|ages) (?=\d)/, "")
    .replace(/(?<=\d\+?) ?(?:years?|yrs?)(?: ?-? ?olds?)?$/, "")
    .replace(/(?<=\d) ?- ?(?=\d)/, " to ")
    .replace(/(?<=\d) ?(?:\+|plus|(?:and|or) (?:over|above|older|more))$/, " and over");
}

const GROUPS: ReadonlyMap<string, readonly LabelMeaning[]> = groupNames();

function groupNames(): Map<string, LabelMeaning[]> {
  const names = new Map<string, LabelMeaning[]>();
  for (const dimension of DIMENSION_NAMES) {
    for (const [code, label] of Object.entries(dimensionText(dimension).codes)) {
      const meaning: LabelMeaning = { kind: "group", dimension, code };
      const all = [label, `${dimension}=${code}`, ...(OTHER_NAMES[dimension]?.[code] ?? [])];
      for (const name of new Set(all.map((text) => plainAge(plainLabel(text)))))
        names.set(name, [...(names.get(name) ?? []), meaning]);
    }
  }
  return names;
}

/**
 * Possible meanings of a label, from a closed list: groups and their other names, names of the given periods,
 * everyone, and measures. Empty for other text; several for a name shared by groups.
 */
export function meanings(
  text: string,
  periods: ReadonlyMap<string, readonly string[]>,
): readonly LabelMeaning[] {
  const label = plainLabel(text);
  const named = periods.get(label);
  if (named !== undefined) return [{ kind: "period", periods: named }];
  const groups = GROUPS.get(plainAge(label));
  if (groups !== undefined) return groups;
  if (EVERYONE.includes(label)) return [{ kind: "everyone" }];
  const measure = label.replace(/ \(%\)$|, %$/, "");
  if (OWN_MEASURES.includes(measure)) return [{ kind: "measure", own: true }];
  return OTHER_MEASURES.includes(measure) ? [{ kind: "measure", own: false }] : [];
}

/** The groups named in a title; dimensions with two named codes are ignored. */
export function groupsInTitle(text: string): LabelMeaning[] {
  const title = ` ${plainLabel(text).replace(/[^a-z0-9' ]+/g, " ")} `;
  const found = [...GROUPS].flatMap(([name, meaning]) =>
    name.length >= 6 && title.includes(` ${name} `) ? meaning.slice(0, 1) : [],
  );
  const groups = found.filter((m) => m.kind === "group");
  return groups.filter(
    (m, i) =>
      groups.findIndex((other) => other.dimension === m.dimension) === i &&
      groups.every((other) => other.dimension !== m.dimension || other.code === m.code),
  );
}
