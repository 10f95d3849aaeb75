import { groupLabel } from "../../src/model/dimensions.js";
import { countResult, exactResult, type Format, RESULT_ID, type Result } from "../../src/model/result.js";
import { printedDecimals } from "../../src/model/rounding.js";
import { type Base, isHeld, type Value } from "../../src/model/value.js";
import { ambiguity, type Variant } from "../../src/model/variants.js";
import type { Raw } from "../read/index.js";

/** Every number that a publication prints, as a result under its own id: values, and bases with their interviews. */
export function publishedResults({ values, bases, measures }: Raw): Result[] {
  const labels = new Map(measures.map((m) => [m.id, m.label]));
  return [
    ...values.filter(isHeld).map(
      (value): Result => ({
        id: value.id,
        label: `${labels.get(value.measure) ?? value.measure}: ${groupLabel(value.group)}`,
        kind: value.fromInterviews ? "calculated" : "published",
        value: value.value,
        low: value.low,
        high: value.high,
        unit: value.unit,
        base: value.interviews,
        inputs: [],
        madeBy: value.fromInterviews ? "analysis.estimatesOf" : "as printed",
        because: value.fromInterviews
          ? `from interviews; the publication has it at ${value.locator}`
          : value.locator,
        format: valueFormat(value),
      }),
    ),
    ...bases.flatMap(({ id, definition, group, interviews, locator }) =>
      interviews === null
        ? []
        : exactResult({
            id,
            label: `Interviews, ${definition}: ${groupLabel(group)}`,
            kind: "published",
            value: interviews,
            unit: "interviews",
            inputs: [],
            madeBy: "as printed",
            because: locator,
          }),
    ),
  ];
}

/** Counts of what the publications hold and do not hold, for the pages that describe the collection. */
export function collectionResults({ publications, values, bases }: Raw): Result[] {
  const count = (id: string, label: string, value: number, because: string): Result =>
    countResult({ id, label, value, because, inputs: [], madeBy: "tables.collectionResults" });
  const about = (scope: string, of: string, numbers: readonly Value[], counted: readonly Base[]) => [
    count(
      `${scope}.held`,
      `Numbers in the text of ${of}`,
      numbers.filter(isHeld).length,
      "rows of the table of values with a number",
    ),
    count(
      `${scope}.percentages`,
      `Survey percentages printed in the text of ${of}`,
      numbers.filter((v) => v.unit === "percent" && v.printed !== null).length,
      "rows of the table of values with a printed percentage",
    ),
    count(
      `${scope}.not-held`,
      `Numbers not in the text we hold of ${of}`,
      numbers.filter((v) => !isHeld(v)).length,
      "rows of the table of values without a number",
    ),
    count(
      `${scope}.bases`,
      `Bases printed in ${of}`,
      counted.filter((b) => b.interviews !== null).length,
      "rows of the table of bases with a number",
    ),
    count(
      `${scope}.bases-not-held`,
      `Sample sizes not in the text we hold of ${of}`,
      counted.filter((b) => b.interviews === null).length,
      "rows of the table of bases without a number",
    ),
  ];
  return [
    count("collection.publications", "Publications", publications.length, "folders with a publication"),
    ...about("collection", "all publications", values, bases),
    ...publications.flatMap(({ id, shortTitle }) =>
      about(
        `collection.${id}`,
        shortTitle,
        values.filter((v) => v.publication === id),
        bases.filter((b) => b.publication === id),
      ),
    ),
  ];
}

/**
 * The results in order, checked: every id well formed and used once, every variant of a result that exists, and never two
 * variants of which either could hold.
 */
export function checkResults(results: readonly Result[]): readonly Result[] {
  const ids = new Set<string>();
  for (const { id } of results) {
    if (!RESULT_ID.test(id)) throw new Error(`result id "${id}" is not lower case with dots`);
    if (ids.has(id)) throw new Error(`two results are named ${id}`);
    ids.add(id);
  }
  const variants = new Map<string, Variant[]>();
  for (const { id, variant } of results) {
    if (variant === undefined) continue;
    if (!ids.has(variant.of)) throw new Error(`${id} is a variant of ${variant.of}, which is none`);
    variants.set(variant.of, [...(variants.get(variant.of) ?? []), variant]);
  }
  for (const [of, all] of variants) {
    const problem = ambiguity(all);
    if (problem !== null) throw new Error(`${of}: ${problem}`);
  }
  return results;
}

function valueFormat({ unit, printed }: Value): Format {
  const decimals = printed === null ? 0 : printedDecimals(printed);
  if (unit === "percent") return { style: "percent", decimals };
  if (unit === "pounds") return { style: "pounds", decimals };
  return { style: "plain", decimals };
}
