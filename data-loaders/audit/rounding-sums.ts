import { type DeclaredSum, SURVEY_RULES } from "../../src/claims/index.js";
import type { Value } from "../../src/model/value.js";
import type { Raw } from "../read/index.js";
import type { Check } from "./check.js";
import { AUDIT_RULES } from "./rules/index.js";
import type { AuditRules } from "./rules/rules.js";
import { held, plain, quoted, span, TOLERANCE } from "./words.js";

/**
 * Checks that the percentages of a profile sum to their whole within rounding, and so the weights of a pooled figure.
 */
export function checkRoundingSums(raw: Raw): Check[] {
  const values = new Map(raw.values.map((value) => [value.id, value]));
  return [
    ...SURVEY_RULES.flatMap(({ sums }) => sums),
    ...AUDIT_RULES.flatMap((rules) => weightSums(raw, rules)),
  ].flatMap((sum) => {
    const parts = sum.parts.flatMap((id) => values.get(id) ?? []);
    const whole = typeof sum.whole === "number" ? sum.whole : values.get(sum.whole);
    if (parts.length < sum.parts.length || whole === undefined) return [];
    const rows = typeof whole === "number" ? parts : [whole, ...parts];
    const inputs = rows.filter(held).map(({ id }) => id);
    return [{ id: sum.id, kind: "rounding-sum", inputs, ...outcome(sum, whole, parts) }];
  });
}

function outcome(
  { relation, says, open }: DeclaredSum,
  whole: Value | number,
  parts: readonly Value[],
): Pick<Check, "status" | "because"> {
  const known = parts.filter(held);
  const unheld = parts.length - known.length;
  const notChecked = (reason: string) => ({ status: "not checked", because: reason }) as const;
  if (known.length === 0 || (typeof whole !== "number" && !held(whole))) {
    return notChecked(`the numbers are not in the text we hold; ${says}`);
  }
  const { low, high } = typeof whole === "number" ? { low: whole, high: whole } : whole;
  const printed = typeof whole === "number" ? plain(whole) : quoted(whole);
  const sum = {
    low: known.reduce((total, part) => total + part.low, 0),
    high: known.reduce((total, part) => total + part.high, 0),
  };
  const added = `${known.map((part) => part.printed ?? part.words).join(" + ")}, that is ${span(sum)},`;
  if (open !== undefined) return notChecked(`${added} beside ${printed}: ${open}`);

  // Unknown parts are 0 or more.
  const tooMuch = sum.low > high + TOLERANCE;
  const tooLittle = relation === "equal" && unheld === 0 && sum.high < low - TOLERANCE;
  if (tooMuch || tooLittle) {
    const because = `${added} is ${tooMuch ? "more" : "less"} than ${printed}: ${says}`;
    return { status: "failed", because };
  }
  if (unheld === 0) {
    const verb = relation === "equal" ? "agrees with" : "is at most";
    return { status: "passed", because: `${added} ${verb} ${printed}: ${says}` };
  }
  const rest = unheld === 1 ? "the part that is" : `the ${unheld} parts that are`;
  if (relation === "at most") return notChecked(`${added} without ${rest} not in the text we hold: ${says}`);
  const left = { low: Math.max(0, low - sum.high), high: Math.max(0, high - sum.low) };
  return {
    status: "passed",
    because: `${added} leaves ${span(left)} of ${printed} for ${rest} not in the text we hold: ${says}`,
  };
}

/** Weights of the periods of a pooled figure, which sum to 1. */
function weightSums({ values }: Pick<Raw, "values">, { publication, weights }: AuditRules): DeclaredSum[] {
  const parts = values.filter(({ measure }) => measure === weights).map(({ id }) => id);
  if (parts.length === 0) return [];
  return [
    {
      id: `${publication}.rounding-sum.quarter-weight`,
      whole: 1,
      parts,
      relation: "equal",
      says: "the quarters make up the pooled figure",
    },
  ];
}
