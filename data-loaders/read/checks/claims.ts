import { type Problem, shown } from "../problem.js";
import { problemAt } from "../table.js";
import type { Tables } from "../tables.js";
import { known } from "./known.js";

/**
 * Every sentence has a claim or a reason why it has none; every claim stands in a sentence of its publication, names numbers
 * that are recorded, restates a claim that is there; every phrase stands once.
 */
export function checkClaims(tables: Tables): Problem[] {
  const { claims, sentences, phrases } = tables;
  const numbers = [tables.values, tables.bases, tables.events];
  const whole = numbers.every((table) => table.whole);
  const ids = numbers.flatMap((table) => table.ids.map(({ text }) => text));
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
      const expected = "ids of values.csv, bases.csv or events.csv";
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
