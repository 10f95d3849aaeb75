import type { Raw } from "../../data-loaders/read/index.js";
import { ledgerOf } from "../../data-loaders/tables/ledger.js";
import { conditionCode } from "../../src/claims/code.js";
import {
  calculation,
  DEFAULT_ASSUMPTIONS,
  judge,
  VERDICT_LABELS,
  type Witness,
} from "../../src/claims/index.js";
import { formatDesignEffect } from "../../src/model/format.js";
import { aligned } from "../aligned.js";

/** One claim as text: what it says, its predicate, the numbers, what was taken as given, the verdict and its witnesses. */
export function claimSteps(raw: Raw, id: string): string | null {
  const ledger = ledgerOf(raw);
  const claim = ledger.claims.find((c) => c.id === id);
  if (claim === undefined) return null;
  const condition = ledger.conditions.get(id);
  const judgement = judge(ledger, id, DEFAULT_ASSUMPTIONS);
  const { verdict, because, needs, given, robustness, whenTrue, whenFalse } = judgement;
  const number = (value: string) => {
    const known = ledger.evidence.numbers.get(value);
    if (known === undefined) return [value, "", "people in no group"];
    const { printed, low, high, interviews } = known;
    const freed = claim.states.includes(value);
    return [
      value,
      freed
        ? `${printed ?? "in words"}, not used: it stands in this sentence`
        : (printed ?? (low === null ? "not in the text we hold" : "in words or a date")),
      low === null || high === null || low === high || freed ? "" : `${low} to ${high}`,
      interviews === null ? "" : `of ${interviews}`,
    ];
  };
  const system = (name: string, witness: Witness | null) =>
    witness === null
      ? [`${name}: none`]
      : [
          `${name}:`,
          ...aligned(Object.entries(witness).map(([key, x]) => [`  ${key}`, String(Number(x.toFixed(4)))])),
          "  Calculated from it:",
          ...calculation(ledger, id, witness, DEFAULT_ASSUMPTIONS).map(
            ({ depth, text }) => `  ${"  ".repeat(depth + 1)}${text}`,
          ),
        ];
  return [
    `${claim.id} (${claim.kind})`,
    claim.statement,
    claim.locator,
    "",
    ...(condition === undefined
      ? ["No predicate: no number decides it."]
      : ["Predicate", conditionCode(condition)]),
    "",
    "Numbers",
    ...aligned(claim.values.map(number)),
    ...(given.length === 0 ? [] : ["", "Taken as given", ...given.map((g) => `  ${g}`)]),
    "",
    `Verdict: ${VERDICT_LABELS[verdict]} (${verdict}); ${because}`,
    ...(needs.length === 0 ? [] : ["What would decide it:", ...needs.map((n) => `  ${n}`)]),
    ...(robustness === null
      ? []
      : [
          `Stands up to a design effect of ${rounded(robustness.criticalDesignEffect) ?? "unknown, for a number is not held,"} at the printed numbers, ${rounded(robustness.worstCase) ?? "without end"} at the worst that agree`,
        ]),
    ...(condition === undefined || condition.type === "by-definition" || condition.type === "left-open"
      ? []
      : [
          "",
          ...system("A complete set of numbers in which it is true", whenTrue),
          ...system("One in which it is false", whenFalse),
        ]),
  ].join("\n");
}

function rounded(x: number | null): string | null {
  return x === null ? null : formatDesignEffect(x);
}
