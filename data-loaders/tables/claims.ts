import { claimRow } from "../../src/analysis/review/claim-row.js";
import { byWeight, type ClaimRow, countVerdicts, type ReadingRow } from "../../src/analysis/review/rows.js";
import {
  CONCERNS,
  DEFAULT_ASSUMPTIONS,
  idsIn,
  type Judgement,
  type Ledger,
  VERDICT_LABELS,
  VERDICTS,
} from "../../src/claims/index.js";
import type { Conflict } from "../../src/model/conflict.js";
import { countResult, type Result } from "../../src/model/result.js";
import { type Column, type Dataset, rowsOf } from "../../src/model/table.js";
import { WORKSPACE } from "../../src/model/workspace.js";
import { conflictBehind, judgeFor, ledgerOf, reasonOf } from "../ledger/ledger.js";
import type { Raw } from "../read/index.js";
import { THE_PUBLICATIONS } from "./texts.js";

const SOURCE = `${THE_PUBLICATIONS}, each sentence judged without itself.`;

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
  const counts = countVerdicts(
    rows,
    raw.publications.map(({ id }) => id),
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
      {
        name: "claims",
        title: "Claims and verdicts",
        description: `Every claim of ${WORKSPACE.publications}, in our words, with its verdict under the default assumptions.`,
        source: SOURCE,
        columns: CLAIM_COLUMNS,
        rows: rows.map(({ readings: _, ...row }) => row),
      },
      readingsTable(rows),
      {
        name: "claims-by-verdict",
        title: "Claims by verdict",
        description: "How many claims of each publication have each verdict.",
        source: SOURCE,
        columns: [
          { name: "publication", type: "text", description: "id of the publication" },
          { name: "verdict", type: "text", description: `one of ${VERDICTS.join(", ")}` },
          { name: "claims", type: "integer", description: "number of claims" },
          { name: "kind", type: "text", description: "kind of number" },
        ],
        rows: counts.map((row) => ({ ...row })),
      },
      numbersTable(ledger),
      phrasesTable(raw),
      statementsTable(ledger),
    ],
  };
}

/** The claims of a build, each with its readings, which stand in a table of their own. */
export function claimRowsIn(tables: ReadonlyMap<string, Dataset>): ClaimRow[] {
  const readings = rowsOf<ReadingRow>(tables, "claim-readings");
  const claims = rowsOf<Omit<ClaimRow, "readings">>(tables, "claims");
  return claims.map((row) => ({ ...row, readings: readings.filter(({ claim }) => claim === row.id) }));
}

/** Every fair reading of the claims that have several, the bands of their phrases included. */
function readingsTable(rows: readonly ClaimRow[]): Dataset {
  return {
    name: "claim-readings",
    title: "Readings of claims",
    description:
      "Every fair reading of each claim that has several, with its verdict under the default assumptions.",
    source: SOURCE,
    columns: [
      text("claim", "id of the claim"),
      text("id", "id of the reading"),
      text("statement", "the claim in this reading, or how its phrase is read"),
      text("warrant", "what in the same publication allows the reading"),
      text("verdict", `one of ${VERDICTS.join(", ")}`),
      text("because", "the shortest reason"),
      text("code", "its predicate"),
    ],
    rows: rows.flatMap(({ readings }) => readings.map((reading) => ({ ...reading }))),
  };
}

/** The claims as the judge needs them, beside their numbers and phrases: what the page's worker is given. */
function statementsTable({ claims }: Ledger): Dataset {
  return {
    name: "claim-statements",
    title: "Claims as they are judged",
    description: "What each claim uses, states and restates.",
    source: SOURCE,
    columns: [
      text("id", "id of the claim"),
      text("publication", "id of the publication"),
      text("work", "the publication, or the report of which it is the background paper"),
      text("chart", "chart that the sentence describes", true),
      text("kind", "kind of claim"),
      text("states", "ids of the numbers that the sentence itself gives, joined by ;"),
      text("restates", "the claim that it says again", true),
      text("family", "the comparisons that a correction counts it among", true),
      {
        name: "evidence",
        type: "flag",
        description: "whether it may be taken as given for claims on other charts",
      },
      text("alternatives", "what else could be behind it", true),
      text("disputed", "the words that can be taken in more than one way", true),
    ],
    rows: claims.map((claim) => ({
      id: claim.id,
      publication: claim.publication,
      work: claim.work,
      chart: claim.chart,
      kind: claim.kind,
      states: claim.states.join(";"),
      restates: claim.restates,
      family: claim.family,
      evidence: claim.evidence,
      alternatives: claim.alternatives,
      disputed: claim.disputed,
    })),
  };
}

function numbersTable({ claims, outside, evidence: { numbers } }: Ledger): Dataset {
  const used = new Set([...claims.flatMap((claim) => claim.values), ...[...outside.values()].flatMap(idsIn)]);
  return {
    name: "claim-numbers",
    title: "Numbers that claims are judged on",
    description: "Values, interviews and dates by id, with where they lie; empty where they are not held.",
    source: SOURCE,
    columns: [
      text("id", "id of a value, a base or an event"),
      text("publication", "id of the publication"),
      text("work", "the publication, or the report of which it is the background paper"),
      text("measure", "measure; interviews for a base, date for an event"),
      text("unit", "percent, or other"),
      text("group", "group as dimension=code"),
      text("period", "month, or first and last month", true),
      text("printed", "digits as printed", true),
      text("status", "how it is given"),
      { name: "low", type: "number", nullable: true, description: "lower end of where it lies" },
      { name: "high", type: "number", nullable: true, description: "upper end" },
      { name: "rounded", type: "flag", description: "whether the ends come from printed digits" },
      text("base", "id of its base", true),
      { name: "interviews", type: "integer", nullable: true, description: "interviews of its base" },
    ],
    rows: [...numbers.values()]
      .filter(({ id, unit }) => unit === "percent" || used.has(id))
      .map(({ group, ...number }) => ({
        ...number,
        group: Object.entries(group)
          .map(([dimension, code]) => `${dimension}=${code}`)
          .join(";"),
      })),
  };
}

function phrasesTable({ phrases }: Raw): Dataset {
  const spans = (["usual", "narrow", "wide"] as const).flatMap((reading): Column[] => [
    { name: `${reading}_low`, type: "number", description: `lower end of the ${reading} reading` },
    { name: `${reading}_high`, type: "number", description: `upper end of the ${reading} reading` },
    {
      name: `${reading}_open`,
      type: "text",
      description: "ends that do not belong to it: low, high, both or none",
    },
  ]);
  return {
    name: "phrases",
    title: "Phrases and how they are read",
    description:
      "The interval that each phrase of the publications is read as, with a narrower and a wider reading.",
    source: "Our reading.",
    columns: [text("id", "id"), text("phrase", "the phrase"), ...spans, text("why", "why it is read so")],
    rows: phrases.map(({ id, phrase, why, ...readings }) => ({
      id,
      phrase,
      why,
      ...Object.fromEntries(
        (["usual", "narrow", "wide"] as const).flatMap((reading) => {
          const { low, high, lowOpen, highOpen } = readings[reading];
          const open = lowOpen ? (highOpen ? "both" : "low") : highOpen ? "high" : "none";
          return [
            [`${reading}_low`, low],
            [`${reading}_high`, high],
            [`${reading}_open`, open],
          ];
        }),
      ),
    })),
  };
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
  return [
    count(
      `${scope}.all`,
      `Claims of ${of}`,
      own.length,
      "rows of the tables of claims, without those that say another again",
    ),
    count(
      `${scope}.restatements`,
      `Claims of ${of} that say another again`,
      all.length - own.length,
      "rows that name the claim that they restate",
    ),
    count(
      `${scope}.by-reading`,
      `Claims of ${of} judged by what words mean`,
      own.filter((r) => r.basis === "by-reading").length,
      "claims whose predicate is a definition",
    ),
    count(
      `${scope}.computed`,
      `Claims of ${of} worked out from numbers`,
      own.filter((r) => r.basis === "computed").length,
      "claims whose predicate is a condition on numbers",
    ),
    count(
      `${scope}.judged`,
      `Claims of ${of} that numbers or definitions decide`,
      own.filter((r) => r.verdict !== "not-numbers").length,
      "claims with a predicate",
    ),
    count(
      `${scope}.close`,
      `Close calls among the claims of ${of}`,
      own.filter((r) => r.close).length,
      "contradicted, dependent on the reading or on rounding, another source that differs, or significant up to a small design effect",
    ),
    ...VERDICTS.map((verdict) =>
      count(
        `${scope}.${verdict}`,
        `Claims of ${of}: ${VERDICT_LABELS[verdict].toLowerCase()}`,
        own.filter((r) => r.verdict === verdict).length,
        "verdict under the default assumptions",
      ),
    ),
    ...VERDICTS.map((verdict) =>
      count(
        `${scope}.${verdict}.by-reading`,
        `Claims of ${of}: ${VERDICT_LABELS[verdict].toLowerCase()}, judged by what words mean`,
        own.filter((r) => r.verdict === verdict && r.basis === "by-reading").length,
        "verdict under the default assumptions",
      ),
    ),
  ];
}

function text(name: string, description: string, nullable = false): Column {
  return { name, type: "text", description, nullable };
}

const number = (name: string, description: string): Column => ({
  name,
  type: "number",
  nullable: true,
  description,
});

const CLAIM_COLUMNS: readonly Column[] = [
  text("id", "id of the claim"),
  text("publication", "id of the publication"),
  text("locator", "where its sentence stands"),
  text("chart", "chart that the sentence describes", true),
  text("statement", "the claim in our words"),
  text("kind", "kind of claim"),
  text("verdict", `one of ${VERDICTS.join(", ")}`),
  text("basis", "computed from numbers, by-reading of words, or none"),
  text("concern", `what is at issue: ${CONCERNS.join(", ")}`),
  text("weight", "conclusion, or only a number"),
  text("restates", "the claim that it says again", true),
  text("because", "the shortest reason"),
  text("otherwise", "what comes out under other choices of how much groups weigh", true),
  number("critical", "largest design effect at which the difference is significant, at the printed numbers"),
  number("worst", "the same at the worst numbers that agree with everything else"),
  text("holm", "whether it survives Holm's correction: yes, no or not known", true),
  text("values", "ids of the numbers that it uses, joined by ;"),
  text("states", "ids of the numbers that its sentence gives"),
  text("needs", "ids of the numbers that would decide it"),
  text("given", "claims on other charts that were taken as given"),
  text("phrases", "phrases that it reads"),
  text("outside", "ids of the numbers of other sources that it is held against"),
  text("code", "its predicate", true),
  number("low", "lower end of where its number lies"),
  number("high", "upper end"),
  number("from", "lower end of where it would have to lie"),
  number("to", "upper end"),
  text("unit", "percent or points", true),
  { name: "close", type: "flag", description: "whether it is a close call" },
  text("alternatives", "what else could be behind it", true),
  text("note", "what a reviewer must know", true),
];
