import type { Codebook, Condition } from "../../model/codebook.js";
import { holdsSoFar } from "../../model/holds.js";

/**
 * Whether routing and the condition exclude everyone who gave this answer, so that the absence of interviews says
 * nothing. False where that cannot be decided.
 *
 * @example cannotBe(codebook, is("knew-next", "agree"), "contact", "change") // asked of New customers alone: true
 */
export function cannotBe(codebook: Codebook, condition: Condition, variable: string, code: string): boolean {
  const asked = new Map(codebook.variables.map((each) => [each.id, each.asked]));
  return holdsSoFar(withRouting(condition, asked), (id) => (id === variable ? code : undefined)) === false;
}

/** The condition with the routing of each of its variables added. */
function withRouting(condition: Condition, asked: ReadonlyMap<string, Condition | undefined>): Condition {
  if ("not" in condition) return { not: withRouting(condition.not, asked) };
  if ("all" in condition) return { all: condition.all.map((each) => withRouting(each, asked)) };
  if ("any" in condition) return { any: condition.any.map((each) => withRouting(each, asked)) };
  const routing = asked.get(condition.variable);
  return routing === undefined ? condition : { all: [withRouting(routing, asked), condition] };
}
