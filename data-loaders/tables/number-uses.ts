import type { ClaimRow } from "../../src/analysis/review/schema.js";
import { claimsByNumber, numbersBehind } from "../../src/analysis/review/what-rests.js";
import { countResult, type Result } from "../../src/model/result.js";
import { type Dataset, datasetOf, defineTable, flag, open, type RowOf, text } from "../../src/model/table.js";
import { THE_PUBLICATIONS } from "../../src/model/the-publications.js";
import { isHeld } from "../../src/model/value.js";
import { WORKSPACE } from "../../src/model/workspace.js";
import type { Raw } from "../read/index.js";
import { recordsTable } from "./dataset.js";

/** What uses a number of a publication, held or not. Lists are joined by `;`. */
const NUMBER_USES = defineTable({
  name: "number-uses",
  title: "What uses each number",
  description: "One row a value or a base of the publications: the claims and results that rest on it.",
  source: `${THE_PUBLICATIONS}, and the results of this site`,
  columns: {
    id: text("id of a value or a base"),
    publication: text("id of the publication"),
    measure: text("measure; interviews for a base"),
    held: flag("whether the number is in the text, or filled in"),
    claims: text("ids of the claims that use it, joined by ;"),
    decides: text("ids of the claims that it would decide"),
    results: text(
      "ids of the results that rest on it; where it is not held, of the ranges that it could narrow",
    ),
  },
});
export type NumberUse = RowOf<typeof NUMBER_USES>;

const COMPARISONS = defineTable({
  name: "comparisons",
  title: "Which measures may be compared",
  description:
    "One row a pair of measures of satisfaction; a measure with itself is about its groups or periods.",
  source: `Our reading of ${WORKSPACE.publications}`,
  columns: {
    id: text("id of the comparison"),
    first: text("id of a measure"),
    second: text("id of a measure"),
    allowed: text("yes, care or no"),
    because: open(text("why")),
  },
});

/** Every value and base with the claims and results that rest on it. Variants count as the result that they are of. */
export function numberUses(raw: Raw, claims: readonly ClaimRow[], results: readonly Result[]): NumberUse[] {
  const { uses, decides } = claimsByNumber(claims);
  const measureOf = new Map(raw.values.map((v) => [v.id, `${v.publication} ${v.measure}`]));
  const resting = new Map<string, Set<string>>();
  const ranges = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, key: string, id: string) => {
    const own = map.get(key);
    if (own === undefined) map.set(key, new Set([id]));
    else own.add(id);
  };
  const behind = numbersBehind(results);
  for (const result of results) {
    if (result.kind === "published" || result.variant !== undefined) continue;
    for (const end of behind.get(result.id) ?? []) {
      add(resting, end, result.id);
      const measure = measureOf.get(end);
      if (result.kind === "bounded" && measure !== undefined) add(ranges, measure, result.id);
    }
  }
  const ids = (rows: readonly { readonly id: string }[] = []) => rows.map(({ id }) => id).join(";");
  const use = (id: string, publication: string, measure: string, held: boolean): NumberUse => ({
    id,
    publication,
    measure,
    held,
    claims: ids(uses.get(id)),
    decides: held ? "" : ids(decides.get(id)),
    results: [...((held ? resting.get(id) : ranges.get(`${publication} ${measure}`)) ?? [])].join(";"),
  });
  return [
    ...raw.values.map((v) => use(v.id, v.publication, v.measure, isHeld(v))),
    ...raw.bases.map((b) => use(b.id, b.publication, "interviews", b.interviews !== null)),
  ];
}

/** The same as a table, with the counts of it. */
export function numberUseTables(
  raw: Raw,
  claims: readonly ClaimRow[],
  results: readonly Result[],
): { readonly tables: readonly Dataset[]; readonly results: readonly Result[] } {
  const rows = numberUses(raw, claims, results);
  return {
    tables: [datasetOf(NUMBER_USES, () => rows), recordsTable(COMPARISONS, raw.comparisons)],
    results: useResults(raw, rows),
  };
}

/** Whether neither a claim nor a result uses a number. */
export function isUnused({ claims, results, decides }: NumberUse): boolean {
  return claims === "" && results === "" && decides === "";
}

function useResults({ comparisons }: Raw, rows: readonly NumberUse[]): Result[] {
  const count = (id: string, label: string, value: number, because: string): Result =>
    countResult({ id, label, value, because, inputs: [], madeBy: "tables.useResults" });
  const held = rows.filter((row) => row.held);
  const lost = rows.filter((row) => !row.held);
  const allowed = (answer: string) => comparisons.filter((row) => row.allowed === answer).length;
  return [
    count("numbers.all", `Values and bases of ${WORKSPACE.publications}`, rows.length, "rows of both tables"),
    count("numbers.held", "Values and bases in the text that we hold", held.length, "rows with a number"),
    count(
      "numbers.not-held",
      "Values and bases not in the text we hold",
      lost.length,
      "rows without a number",
    ),
    count(
      "numbers.unused",
      "Values and bases in the text that no claim and no result uses",
      held.filter(isUnused).length,
      "rows with a number and nothing that rests on it",
    ),
    count(
      "numbers.deciding",
      "Values and bases not in the text we hold that would decide a claim",
      lost.filter((row) => row.decides !== "").length,
      "rows without a number that a claim needs",
    ),
    count(
      "numbers.narrowing",
      "Values and bases not in the text we hold that could narrow a range",
      lost.filter((row) => row.results !== "").length,
      "rows without a number whose measure a range rests on",
    ),
    count("comparisons.all", "Pairs of measures of satisfaction", comparisons.length, "rows of comparisons"),
    count("comparisons.yes", "Pairs that may be compared", allowed("yes"), "rows that say yes"),
    count("comparisons.care", "Pairs that may be compared with care", allowed("care"), "rows that say care"),
    count("comparisons.no", "Pairs that may not be compared", allowed("no"), "rows that say no"),
  ];
}
