import { optionOf } from "../../model/control.js";
import type { FeeFacts } from "./facts.js";
import { SCENARIO, type Scenario } from "./options.js";

/** The weights of a scenario, which sum to 1 and grow linearly from quarter to quarter. */
export function scenarioShares({ quarters }: FeeFacts, scenario: Scenario): number[] {
  const growth = optionOf(SCENARIO, scenario).growth;
  const raw = quarters.map((_, i) => 1 + ((growth - 1) * i) / Math.max(1, quarters.length - 1));
  const sum = raw.reduce((all, weight) => all + weight, 0);
  return raw.map((weight) => weight / sum);
}
