import { claimRow } from "../../src/analysis/review/claim-row.js";
import { byWeight, countVerdicts } from "../../src/analysis/review/rows.js";
import {
  CLAIMS,
  type ClaimRow,
  NUMBERS,
  type NumberRow,
  type OpenEnds,
  PHRASE_READINGS,
  PHRASES,
  type PhraseEnds,
  type PhraseRow,
  READINGS,
  type ReadingRow,
  STATEMENTS,
  VERDICT_COUNTS,
} from "../../src/analysis/review/schema.js";
import {
  DEFAULT_ASSUMPTIONS,
  idsIn,
  type Judgement,
  type Ledger,
  VERDICT_LABELS,
  VERDICTS,
} from "../../src/claims/index.js";
import type { Conflict } from "../../src/model/conflict.js";
import { groupKey } from "../../src/model/dimensions.js";
import { countResult, type Result } from "../../src/model/result.js";
import { type Dataset, datasetOf, rowsOf } from "../../src/model/table.js";
import { WORKSPACE } from "../../src/model/workspace.js";
import { conflictBehind, judgeFor, ledgerOf, reasonOf } from "../ledger/ledger.js";
import type { Raw } from "../read/index.js";
import { recordsTable } from "./dataset.js";

/** The claims with their verdicts, what they are judged on, and the counts of both. */
export function claimTables(raw: Raw): {
  readonly tables: readonly Dataset[];
  readonly results: readonly Result[];
  readonly rows: readonly ClaimRow[];
  readonly judgements: readonly Judgement[];
  /** By claim: the numbers that leave it without a verdict, since they cannot all be true. */
  readonly conflicts: ReadonlyMap<string, Conflict>;
} {
  const ledger = ledgerOf(raw);
  const judge = judgeFor(raw);
  const judgements = ledger.claims.map(({ id }) => judge.judge(id, DEFAULT_ASSUMPTIONS));
  const rows = byWeight(
    ledger.claims.map((claim) =>
      claimRow(ledger, claim, judge, DEFAULT_ASSUMPTIONS, (j) => reasonOf(raw, j)),
    ),
  );
  return {
    rows,
    judgements,
    conflicts: new Map(
      judgements.flatMap((judgement) => {
        const conflict = conflictBehind(raw, judgement);
        return conflict === null ? [] : [[judgement.id, conflict] as const];
      }),
    ),
    results: claimResults(raw, rows),
    tables: [
      datasetOf(CLAIMS, () => rows.map(({ readings: _, ...row }) => row)),
      datasetOf(READINGS, () => rows.flatMap(({ readings }) => readings)),
      datasetOf(VERDICT_COUNTS, () =>
        countVerdicts(
          rows,
          raw.publications.map(({ id }) => id),
        ),
      ),
      datasetOf(NUMBERS, () => numberRows(ledger)),
      datasetOf(PHRASES, () => phraseRows(raw)),
      recordsTable(STATEMENTS, ledger.claims, ({ states }) => ({ states: states.join(";") })),
    ],
  };
}

/** The claims of a build, each with its readings, which stand in a table of their own. */
export function claimRowsIn(tables: ReadonlyMap<string, Dataset>): ClaimRow[] {
  const readings = rowsOf<ReadingRow>(tables, "claim-readings");
  const claims = rowsOf<Omit<ClaimRow, "readings">>(tables, "claims");
  return claims.map((row) => ({ ...row, readings: readings.filter(({ claim }) => claim === row.id) }));
}

/** The numbers that a claim may be judged on: all percentages, and what else claims or other sources name. */
function numberRows({ claims, outside, evidence: { numbers } }: Ledger): NumberRow[] {
  const used = new Set([...claims.flatMap((claim) => claim.values), ...[...outside.values()].flatMap(idsIn)]);
  return [...numbers.values()]
    .filter(({ id, unit }) => unit === "percent" || used.has(id))
    .map(({ group, ...number }) => ({ ...number, group: groupKey(group) }));
}

function phraseRows({ phrases }: Pick<Raw, "phrases">): PhraseRow[] {
  return phrases.map(({ id, phrase, why, ...readings }) => {
    const ends = PHRASE_READINGS.flatMap((reading) => {
      const { low, high, lowOpen, highOpen } = readings[reading];
      const open = lowOpen ? (highOpen ? "both" : "low") : highOpen ? "high" : "none";
      return [
        [`${reading}_low`, low],
        [`${reading}_high`, high],
        [`${reading}_open`, open],
      ];
    });
    return { id, phrase, why, ...(Object.fromEntries(ends) as PhraseEnds<number, OpenEnds>) };
  });
}

/** How many claims and sentences there are, of all publications and of each. */
function claimResults({ publications, sentences }: Raw, rows: readonly ClaimRow[]): Result[] {
  return [
    ...countsOf("claims", "all publications", rows),
    ...publications.flatMap(({ id, shortTitle }) =>
      countsOf(
        `claims.${id}`,
        shortTitle,
        rows.filter((r) => r.publication === id),
      ),
    ),
    count(
      "claims.sentences",
      `Sentences of ${WORKSPACE.publications}`,
      sentences.length,
      "rows of the tables of sentences",
    ),
    count(
      "claims.sentences-left-out",
      "Sentences left out, with a reason",
      sentences.filter((s) => s.leftOut !== null).length,
      "rows with a reason",
    ),
  ];
}

function count(id: string, label: string, value: number, because: string): Result {
  return countResult({ id, label, value, because, inputs: [], madeBy: "tables.claimResults" });
}

/** How many of some claims there are, by basis and verdict, without those that say another again. */
function countsOf(scope: string, of: string, all: readonly ClaimRow[]): Result[] {
  const own = all.filter(({ restates }) => restates === null);
  const counted = (id: string, label: string, because: string, is: (row: ClaimRow) => boolean) =>
    count(`${scope}.${id}`, label, own.filter(is).length, because);
  const usual = "verdict under the default assumptions";
  return [
    counted(
      "all",
      `Claims of ${of}`,
      "rows of the tables of claims, without those that say another again",
      () => true,
    ),
    count(
      `${scope}.restatements`,
      `Claims of ${of} that say another again`,
      all.length - own.length,
      "rows that name the claim that they restate",
    ),
    counted(
      "by-reading",
      `Claims of ${of} judged by what words mean`,
      "claims whose predicate is a definition",
      ({ basis }) => basis === "by-reading",
    ),
    counted(
      "computed",
      `Claims of ${of} worked out from numbers`,
      "claims whose predicate is a condition on numbers",
      ({ basis }) => basis === "computed",
    ),
    counted(
      "judged",
      `Claims of ${of} that numbers or definitions decide`,
      "claims with a predicate",
      ({ verdict }) => verdict !== "not-numbers",
    ),
    counted(
      "close",
      `Close calls among the claims of ${of}`,
      "contradicted, dependent on the reading or on rounding, another source that differs, or significant up to a small design effect",
      ({ close }) => close,
    ),
    ...VERDICTS.map((verdict) =>
      counted(
        verdict,
        `Claims of ${of}: ${VERDICT_LABELS[verdict].toLowerCase()}`,
        usual,
        (row) => row.verdict === verdict,
      ),
    ),
    ...VERDICTS.map((verdict) =>
      counted(
        `${verdict}.by-reading`,
        `Claims of ${of}: ${VERDICT_LABELS[verdict].toLowerCase()}, judged by what words mean`,
        usual,
        (row) => row.verdict === verdict && row.basis === "by-reading",
      ),
    ),
  ];
}
