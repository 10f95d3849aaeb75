import type { ColumnTable } from "arquero";
import { statementRows, workedOut } from "../../analysis/by-statement/index.js";
import { disagreementIn } from "../../analysis/disagreement.js";
import { factRows } from "../../analysis/fact-rows.js";
import { type Locate, withConflicts } from "../../analysis/stopped-by-conflict.js";
import type { Result } from "../../model/result.js";
import { type Dataset, datasetOf } from "../../model/table.js";
import {
  type ClaimCells,
  changeRows,
  type FeeFacts,
  feeFacts,
  feeProblem,
  feeResults,
  feeSentences,
  firstFeeWorld,
  historyRows,
  isFeeRow,
  ladderRows,
  parentsRows,
  saidRows,
  segmentedRows,
  settlesRows,
  swingRows,
  WORDS,
} from "./index.js";
import {
  BY_STATEMENT,
  CHANGE,
  HISTORIES,
  LADDER,
  PARENTS,
  SAID,
  SEGMENTED,
  SENTENCES,
  SETTLES,
  SWINGS,
} from "./schema.js";

/** Results that depend on no range: assumptions, counts of quarters, and widths of words. */
const WITHOUT_RANGES = /^fee\.(around|before-within|example\..*|quarters(\..*)?)$/;

/** All tables and results of the page on the fee. */
export function feeImpactTables(
  values: ColumnTable,
  events: ColumnTable,
  claims: readonly ClaimCells[],
  locate: Locate,
): { results: readonly Result[]; tables: Dataset[] } {
  const facts = feeFacts(values, events);
  const { problem, ask } = firstFeeWorld(facts);
  const conflict = locate(disagreementIn(feeProblem(facts, WORDS, []), "in the usual reading of the words"));
  const segmented = segmentedRows(facts);
  return {
    results: withConflicts(feeResults(conflict === null ? facts : asPrinted(facts)), [
      [conflict, ({ id }) => !WITHOUT_RANGES.test(id)],
    ]),
    tables: [
      datasetOf(SAID, () => saidRows(facts), conflict),
      datasetOf(LADDER, () => ladderRows(facts), conflict),
      datasetOf(CHANGE, () => changeRows(facts), conflict),
      datasetOf(PARENTS, () => parentsRows(facts), conflict),
      datasetOf(SWINGS, swingRows),
      datasetOf(SETTLES, () => settlesRows(facts), conflict),
      datasetOf(HISTORIES, () => historyRows(facts), conflict),
      datasetOf(BY_STATEMENT, () => statementRows(workedOut(problem, ask)), conflict),
      datasetOf(SENTENCES, () => feeSentences(facts, claims)),
      factRows(
        { name: "fee-impact-numbers", title: "The numbers behind the page on charges and satisfaction" },
        values,
        isFeeRow,
      ),
      ...(segmented.length === 0 ? [] : [datasetOf(SEGMENTED, () => segmented)]),
    ],
  };
}

/** The facts without numbers filled in. Used for the ids of results when those numbers conflict. */
function asPrinted(facts: FeeFacts): FeeFacts {
  return {
    ...facts,
    quarters: facts.quarters.map((quarter) => ({ ...quarter, value: null, low: null, high: null })),
    weights: null,
  };
}
