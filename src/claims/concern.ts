import type { Claim, Concern, Verdict, Weight } from "./claim.js";
import { type Condition, idsIn } from "./condition.js";
import type { Evidence } from "./numbers.js";

/**
 * The concern of a claim: as recorded, otherwise by its conditions. Dates only: date; interviews only: base; decided
 * by words: wording; causes and significance: inference; the rest: arithmetic.
 */
export function concernOf(
  { concern, kind }: Pick<Claim, "concern" | "kind">,
  verdict: Verdict,
  conditions: readonly Condition[],
  { numbers }: Pick<Evidence, "numbers">,
): Concern {
  if (verdict === "other-source") return "other-source";
  if (concern !== null) return concern;
  const measures = new Set(conditions.flatMap(idsIn).map((id) => numbers.get(id)?.measure));
  if (measures.size === 0 || kind === "definition") return "wording";
  if (kind === "cause" || kind === "significance") return "inference";
  if (measures.size === 1 && measures.has("date")) return "date";
  return measures.size === 1 && measures.has("interviews") ? "base" : "arithmetic";
}

/** Kinds of claim that are conclusions. A level, sum, definition or date is just a number or a word. */
const CONCLUDES: readonly Claim["kind"][] = ["comparison", "trend", "extreme", "significance", "cause"];

/** Whether a conclusion depends on the claim, or only a number: as recorded, otherwise by kind. */
export function weightOf({ weight, kind }: Pick<Claim, "weight" | "kind">): Weight {
  return weight ?? (CONCLUDES.includes(kind) ? "conclusion" : "number");
}
