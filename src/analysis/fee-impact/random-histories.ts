import { type BoundProblem, type CompleteSystem, type Sample, sampleSystems } from "../../bounds/index.js";
import { remembered } from "../../model/remembered.js";
import type { FeeFacts } from "./facts.js";
import type { Scenario } from "./options.js";
import { feeProblem, WORDS } from "./problem.js";
import { scenarioShares } from "./scenario-shares.js";

const SEED = 2014;
/** Histories that the chart draws. */
const LINES = 30;

const sampled = /* @__PURE__ */ remembered((problem: BoundProblem): Sample | null => {
  try {
    return sampleSystems(problem, { seed: SEED });
  } catch (error) {
    // Numbers that are filled in can leave nothing, or no room.
    if (error instanceof RangeError) return null;
    throw error;
  }
});

/** What the report says of the quarters, at given weights: those of a scenario, or of all clients where they are filled in. */
export function scenarioProblem(facts: FeeFacts, scenario: Scenario): BoundProblem {
  const shares = facts.weights?.values ?? scenarioShares(facts, scenario);
  return feeProblem({ ...facts, weights: null }, { ...WORDS, weights: { shares } }, []);
}

/**
 * Histories drawn at random from all that agree with the report's sentences at given weights, for the picture of many. None
 * where numbers filled in leave no room, or where the chains do not tell the same.
 */
export function randomHistories(facts: FeeFacts, scenario: Scenario): readonly CompleteSystem[] {
  const sample = sampled(scenarioProblem(facts, scenario));
  if (sample === null || !sample.mixed) return [];
  const apart = sample.draws.length / LINES;
  return Array.from({ length: LINES }, (_, line) => sample.draws[Math.floor(line * apart)] as CompleteSystem);
}
