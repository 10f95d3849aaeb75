import { ledgerOf } from "../../data-loaders/ledger/ledger.js";
import type { Raw } from "../../data-loaders/read/index.js";
import { conditionCode } from "../../src/claims/code.js";
import {
  type Claim,
  CONCERN_LABELS,
  type Condition,
  calculation,
  concernOf,
  DEFAULT_ASSUMPTIONS,
  entryOf,
  type Judged,
  type Judgement,
  judge,
  type Ledger,
  soleCondition,
  VERDICT_LABELS,
  type Witness,
  weightOf,
} from "../../src/claims/index.js";
import { formatDesignEffect } from "../../src/model/format.js";
import { aligned } from "../aligned.js";

/**
 * One claim as text: statement, predicate, numbers, assumed claims, verdict and witnesses, for each of its readings.
 */
export function claimSteps(raw: Raw, id: string): string | null {
  const ledger = ledgerOf(raw);
  const claim = ledger.claims.find((c) => c.id === id);
  if (claim === undefined) return null;
  const entry = entryOf(ledger, id);
  const judgement = judge(ledger, id, DEFAULT_ASSUMPTIONS);
  const { verdict, because, needs, robustness, readings } = judgement;
  const conditions = entry.interpretations.map(({ condition }) => condition);
  const concern = CONCERN_LABELS[concernOf(claim, verdict, conditions, ledger.evidence)];
  const sole = soleCondition(entry);
  const fair = readings.flatMap((reading) => readingSteps(ledger, reading));
  return [
    `${claim.id} (${claim.kind}; ${concern}, ${weightOf(claim)})`,
    claim.statement,
    claim.locator,
    "",
    ...(sole !== null
      ? worked(ledger, id, sole, judgement)
      : readings.length === 0
        ? ["No predicate: no number decides it."]
        : []),
    ...(fair.length === 0 ? [] : ["", ...fair]),
    ...(entry.outside === null ? [] : ["", "Against another source", conditionCode(entry.outside)]),
    "",
    "Numbers",
    ...aligned(claim.values.map((value) => numberCells(ledger, claim, value))),
    "",
    `Verdict: ${VERDICT_LABELS[verdict]} (${verdict}); ${because}`,
    ...(needs.length === 0 ? [] : ["What would decide it:", ...needs.map((n) => `  ${n}`)]),
    ...(robustness === null
      ? []
      : [
          `Stands up to a design effect of ${rounded(robustness.criticalDesignEffect) ?? "unknown, for a number is not held,"} at the printed numbers, ${rounded(robustness.worstCase) ?? "without end"} at the worst that agree`,
        ]),
  ].join("\n");
}

/** A row for a number of a claim: id, as printed, range, interviews. */
function numberCells({ evidence }: Ledger, { states }: Claim, value: string): string[] {
  const known = evidence.numbers.get(value);
  if (known === undefined) return [value, "", "people in no group"];
  const { printed, low, high, interviews } = known;
  const freed = states.includes(value);
  return [
    value,
    freed
      ? `${printed ?? "in words"}, not used: it stands in this sentence`
      : (printed ?? (low === null ? "not in the text we hold" : "in words or a date")),
    low === null || high === null || low === high || freed ? "" : `${low} to ${high}`,
    interviews === null ? "" : `of ${interviews}`,
  ];
}

/** A predicate with its witnesses. */
function worked(
  ledger: Ledger,
  name: string,
  condition: Condition,
  { given, whenTrue, whenFalse }: Judged,
): string[] {
  return [
    "Predicate",
    conditionCode(condition),
    ...(given.length === 0 ? [] : ["", "Taken as given", ...given.map((g) => `  ${g}`)]),
    ...(condition.type === "by-definition" || condition.type === "left-open"
      ? []
      : [
          "",
          ...system(ledger, name, "A complete set of numbers in which it is true", whenTrue),
          ...system(ledger, name, "One in which it is false", whenFalse),
        ]),
  ];
}

/** A witness, with what is calculated from it. */
function system(ledger: Ledger, name: string, title: string, witness: Witness | null): string[] {
  if (witness === null) return [`${title}: none`];
  return [
    `${title}:`,
    ...aligned(Object.entries(witness).map(([key, x]) => [`  ${key}`, String(Number(x.toFixed(4)))])),
    "  Calculated from it:",
    ...calculation(ledger, name, witness, DEFAULT_ASSUMPTIONS).map(
      ({ depth, text }) => `  ${"  ".repeat(depth + 1)}${text}`,
    ),
  ];
}

/** A reading of a claim with its verdict and predicate. */
function readingSteps(ledger: Ledger, reading: Judgement["readings"][number]): string[] {
  const own = ledger.conditions.get(reading.id);
  return [
    `Reading: ${reading.statement} (${reading.warrant})`,
    `  ${VERDICT_LABELS[reading.verdict]} (${reading.verdict}); ${reading.because}`,
    ...(own === undefined
      ? []
      : worked(ledger, reading.id, own, reading).flatMap((text) =>
          text.split("\n").map((line) => `  ${line}`),
        )),
  ];
}

function rounded(x: number | null): string | null {
  return x === null ? null : formatDesignEffect(x);
}
