import { boundProblem } from "../bounds/index.js";
import { type Disagreement, numbersAsStatements } from "../model/conflict.js";
import type { Assumptions } from "./assumptions.js";
import { idsIn } from "./condition.js";
import { entryOf, type Ledger } from "./ledger.js";
import type { Evidence } from "./numbers.js";
import { claimSystem } from "./system.js";

/** Reason for a claim that cannot be judged because the other numbers conflict. */
export const NO_AGREEMENT = "the other numbers do not agree with each other";

/** A smallest conflict among the recorded numbers behind a claim; null for none. */
export function disagreementBehind(
  ledger: Ledger,
  id: string,
  assumptions: Assumptions,
): Disagreement | null {
  const { interpretations, siblings } = entryOf(ledger, id);
  const ids = [...new Set(interpretations.flatMap(({ condition }) => idsIn(condition)))];
  if (ids.length === 0) return null;
  const freed = new Set(siblings.flatMap((claim) => claim.states));
  return disagreementAmong(ledger.evidence, ids, assumptions, freed);
}

/**
 * A smallest conflict among the recorded numbers tied to some numbers by sums and weighted means; null for none.
 *
 * @param freed numbers to treat as unknown
 */
export function disagreementAmong(
  evidence: Evidence,
  ids: readonly string[],
  assumptions: Assumptions,
  freed: ReadonlySet<string> = new Set(),
): Disagreement | null {
  const { problem } = claimSystem(evidence, assumptions, { ids, freed });
  const { feasible, conflict } = boundProblem({ ...problem, ask: [] }, { holes: false, leaveOneOut: false });
  if (feasible) return null;
  // Sums and means hold by definition; only a number can be wrong.
  const numbers = conflict.flatMap(({ path }) => {
    const at = /^unknowns\[(\d+)\]$/.exec(path)?.[1];
    return at === undefined ? [] : [problem.unknowns[Number(at)]?.id ?? path];
  });
  return {
    given: "if groups weigh about as many as were interviewed",
    statements: numbersAsStatements(numbers),
  };
}
