import {
  type BoundProblem,
  type CompleteSystem,
  type Order,
  type Sample,
  sampleSystems,
} from "../../bounds/index.js";
import { memoize } from "../../model/memoize.js";
import type { FeeFacts } from "./facts.js";
import { BEFORE_WITHIN, type Scenario } from "./options.js";
import { feeProblem, type Reading, scenarioShares, unknownOf, WORDS } from "./problem.js";

const SEED = 2014;
/** Number of histories in the chart. */
const LINES = 30;
/** Draws per chain, and steps between draws: enough for mixing under every reading and all weights. */
const DRAWS = { draws: 150, thin: 96 };

const sampled = /* @__PURE__ */ memoize((problem: BoundProblem): Sample | null => {
  try {
    return sampleSystems(problem, { seed: SEED, ...DRAWS });
  } catch (error) {
    // Numbers filled in can leave the problem infeasible, or without an interior.
    if (error instanceof RangeError) return null;
    throw error;
  }
});

/**
 * The problem of the random histories, which agrees with that of the named ones: the report's words, similar quarters
 * before the fee, the weights of a scenario (or those filled in), and what the sentences on both parents imply for
 * all clients at a constant mix with the last quarters below the first: the last quarter of all clients is below the
 * first.
 */
export function scenarioProblem(
  facts: FeeFacts,
  scenario: Scenario,
  words: Pick<Reading, "falling" | "around"> = WORDS,
): BoundProblem {
  const { falling, around } = words;
  const shares = facts.weights?.values ?? scenarioShares(facts, scenario);
  const reading: Reading = { ...WORDS, falling, around, beforeWithin: BEFORE_WITHIN, weights: { shares } };
  const problem = feeProblem({ ...facts, weights: null }, reading, []);
  const lower: Order = [
    unknownOf(facts, facts.quarters.length - 1),
    "<",
    unknownOf(facts, 0),
    0,
    {
      name: "all clients were less satisfied in the last quarter than in the first, as both parents were",
      locator: facts.parents.receiving[0]?.locator ?? "",
    },
  ];
  return { ...problem, order: [...(problem.order ?? []), lower] };
}

/** Random solutions of `scenarioProblem`. Empty if it has no interior, or if the chains do not converge. */
export function randomHistories(
  facts: FeeFacts,
  scenario: Scenario,
  words: Pick<Reading, "falling" | "around"> = WORDS,
): readonly CompleteSystem[] {
  const sample = sampled(scenarioProblem(facts, scenario, words));
  if (sample === null || !sample.mixed) return [];
  const apart = sample.draws.length / LINES;
  return Array.from({ length: LINES }, (_, line) => sample.draws[Math.floor(line * apart)] as CompleteSystem);
}
