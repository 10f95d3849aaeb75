import type { Claim, Concern, Verdict, Weight } from "./claim.js";
import { type Condition, idsIn } from "./condition.js";
import type { Evidence } from "./numbers.js";

/**
 * What is at issue in a claim: as recorded, else by what its conditions speak of. Dates alone are a date, interviews alone a
 * base, what words decide is wording, causes and significance are inference, and the rest is arithmetic.
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

/** What the publication concludes from a claim; a level, a sum, a definition or a date is a number or a word only. */
const CONCLUDES: readonly Claim["kind"][] = ["comparison", "trend", "extreme", "significance", "cause"];

/** Whether a conclusion changes where a claim is false, or only a number: as recorded, else by its kind. */
export function weightOf({ weight, kind }: Pick<Claim, "weight" | "kind">): Weight {
  return weight ?? (CONCLUDES.includes(kind) ? "conclusion" : "number");
}
