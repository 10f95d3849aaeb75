import { formatNumber } from "../../src/model/format.js";
import type { Raw } from "../read/index.js";
import type { Check } from "./check.js";

/** Checks that a base is the sum of its parts and of the interviews in no part. */
export function checkReconciliations({ reconciliations, bases }: Raw): Check[] {
  const interviewsOf = new Map(bases.map((base) => [base.id, base.interviews]));
  return reconciliations.map(({ id, total, parts, residual }) => {
    const ids = [total, ...parts];
    const numbers = ids.flatMap((base) => interviewsOf.get(base) ?? []);
    const [whole = 0, ...summands] = numbers;
    const common = { id, kind: "reconciliation", inputs: ids } as const;
    if (numbers.length < ids.length) {
      const absent = ids.filter((base) => (interviewsOf.get(base) ?? null) === null);
      return { ...common, status: "not checked", because: `not in the text we hold: ${absent.join(", ")}` };
    }
    const sum = summands.reduce((a, b) => a + b, residual);
    const named = parts.map((part, i) => `${part} ${formatNumber(summands[i] ?? 0)}`).join(" + ");
    return {
      ...common,
      status: sum === whole ? "passed" : "failed",
      because: `${total} ${formatNumber(whole)} ${sum === whole ? "=" : "is not"} ${named} + ${formatNumber(residual)} in no part`,
    };
  });
}
