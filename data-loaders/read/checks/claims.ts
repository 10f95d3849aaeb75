import { type Problem, shown } from "../problem.js";
import { problemAt } from "../table.js";
import type { Tables } from "../tables.js";
import { known } from "./references.js";

/**
 * Checks claims: every sentence has a claim or a reason for having none; every claim cites a sentence of its
 * publication, recorded numbers, and an existing claim if it restates one; readings come in twos or more, with
 * disputed words and a warrant in the same publication; phrases are unique.
 */
export function checkClaims(tables: Tables): Problem[] {
  return [
    ...checkStatements(tables),
    ...checkReadings(tables),
    ...checkSentences(tables),
    ...checkPhrases(tables),
  ];
}

/** The months in a row of calendar.csv that claims can cite, as id suffixes. */
const CALENDAR_MONTHS = ["contact-start", "contact-end", "survey"];

/** Checks that `{{id}}` in a statement refers to printed digits of a value or base. */
function checkStatements({ claims, readings, values, bases }: Tables): Problem[] {
  const printed = new Map(
    [...values.rows, ...bases.rows].map(({ columns }) => [columns.id, columns.printed]),
  );
  const isUnknown = (id: string) => printed.get(id) == null && values.whole && bases.whole;
  return [...claims.rows, ...readings.rows].flatMap((row) =>
    [...row.columns.statement.matchAll(/\{\{([^}]*)\}\}/g)].flatMap(([, id = ""]) => {
      if (!isUnknown(id)) return [];
      const expected = "the id of a value or base whose digits are printed";
      const { line, column } = row.cells.statement;
      return [{ file: row.file, line, column, message: `the statement cites ${shown(id)}`, expected }];
    }),
  );
}

function checkReadings({ claims, readings, publication }: Tables): Problem[] {
  const problems: Problem[] = [];
  const isClaim = known(claims);
  for (const row of readings.rows) {
    const { claim, warrant } = row.columns;
    if (!isClaim(claim) || !claim.startsWith(`${row.folder}.`)) {
      const expected = `the id of a row of ${row.folder}/claims.csv`;
      problems.push(problemAt(row, "claim", `claim is ${shown(claim)}`, expected));
    }
    // The warrant must be in the publication itself: outside sources lead to another verdict.
    if (
      !sameWork(publication, row.folder).some(
        (id) => warrant.startsWith(`${id}: `) && warrant.length > id.length + 2,
      )
    ) {
      const expected = `a place in the same publication, after ${row.folder}:`;
      problems.push(problemAt(row, "warrant", `warrant is ${shown(warrant)}`, expected));
    }
  }
  if (!readings.whole) return problems;
  for (const row of claims.rows) {
    const { id, disputed, evidence } = row.columns;
    const count = readings.rows.filter(({ columns }) => columns.claim === id).length;
    if (count === 1) {
      problems.push(
        problemAt(row, "id", "the claim has one reading", "none, or two and more in readings.csv"),
      );
    }
    if ((disputed !== null) !== count > 0) {
      const message = disputed === null ? "no words are in dispute" : "the claim has no readings";
      const expected = "words in dispute for a claim with readings, and only there";
      problems.push(problemAt(row, "disputed", message, expected));
    }
    if (evidence !== null && count > 0) {
      const message = "a claim with several readings is evidence";
      problems.push(
        problemAt(row, "evidence", message, "an empty cell: which reading is meant is not known"),
      );
    }
  }
  return problems;
}

/** The folders of a report and its background paper, given either. */
function sameWork({ rows }: Tables["publication"], folder: string): string[] {
  const reportOf = (id: string) => rows.find((row) => row.folder === id)?.columns.background_of ?? id;
  const others = rows.map((row) => row.folder).filter((id) => reportOf(id) === reportOf(folder));
  return [...new Set([folder, ...others])];
}

function checkSentences(tables: Tables): Problem[] {
  const { claims, sentences } = tables;
  const numbers = [tables.values, tables.bases, tables.events];
  const whole = tables.calendar.whole && numbers.every((table) => table.whole);
  const ids = [
    ...numbers.flatMap((table) => table.ids.map(({ text }) => text)),
    ...tables.calendar.ids.flatMap(({ text }) => CALENDAR_MONTHS.map((month) => `${text}.${month}`)),
  ];
  const recorded = new Set(ids);
  const isNumber = (id: string) =>
    !whole || (id.endsWith(".*") ? ids.some((other) => other.startsWith(id.slice(0, -1))) : recorded.has(id));
  const isSentence = known(sentences);
  const isClaim = known(claims);
  const problems: Problem[] = [];
  for (const row of claims.rows) {
    const { sentence, values, states, restates, id } = row.columns;
    if (!isSentence(sentence)) {
      problems.push(
        problemAt(row, "sentence", `sentence is ${shown(sentence)}`, "the id of a row of sentences.csv"),
      );
    }
    for (const value of values ?? []) {
      if (isNumber(value)) continue;
      const expected = "ids of values.csv, bases.csv, events.csv or calendar.csv";
      problems.push(problemAt(row, "values", `values name ${shown(value)}`, expected));
    }
    for (const value of states ?? []) {
      if (values?.includes(value)) continue;
      problems.push(problemAt(row, "states", `states name ${shown(value)}`, "ids that stand in values too"));
    }
    if (restates !== null && (!isClaim(restates) || restates === id)) {
      const expected = "the id of another row of claims.csv";
      problems.push(problemAt(row, "restates", `restates is ${shown(restates)}`, expected));
    }
  }
  const claimed = new Set(claims.rows.map(({ columns }) => columns.sentence));
  for (const row of sentences.rows) {
    const { id, left_out } = row.columns;
    if (claims.whole && left_out === null && !claimed.has(id)) {
      const message = "the sentence has neither a claim nor a reason to be left out";
      problems.push(problemAt(row, "left_out", message, "a reason, or a claim of claims.csv that names it"));
    }
    if (left_out !== null && claimed.has(id)) {
      problems.push(
        problemAt(row, "left_out", "the sentence is left out and has a claim", "one or the other"),
      );
    }
  }
  return problems;
}

function checkPhrases({ phrases }: Tables): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const row of phrases.rows) {
    const { phrase } = row.columns;
    if (seen.has(phrase)) {
      problems.push(problemAt(row, "phrase", `phrase is ${shown(phrase)}`, "each phrase once"));
    }
    seen.add(phrase);
  }
  return problems;
}
