import type { WeightingStep } from "../../model/codebook.js";
import { entryAt } from "../../model/entry-at.js";
import type { SurveyDesign } from "../../stats/index.js";
import type { CodedInterviews } from "../interviews/coded-interviews.js";
import { designOf } from "../interviews/design.js";
import type { Collapse } from "./collapse.js";
import { WeightingError } from "./match-totals.js";
import { type StepTargets, type TakenStep, takeStep } from "./step.js";

export interface WeighOptions {
  /** Initial weights, one per interview; 1 each by default. */
  readonly initial?: ArrayLike<number>;
  /** Combinations to merge; none by default. */
  readonly collapse?: Collapse;
}

/** Interviews with their final weights. */
export interface Weighing {
  /** The design, with every adjustment that standard errors must include. */
  readonly design: SurveyDesign;
  /** The final weight of each interview; they sum to the totals of the last step. */
  readonly weights: Float64Array;
  readonly steps: readonly TakenStep[];
  /** The design row of each interview where the design's rows are first interviews; else null. */
  readonly places: Int32Array | null;
}

/**
 * Computes the weights that a codebook describes: fits each step to its targets, in order. A survey without weighting
 * keeps its initial weights.
 *
 * @param targets one a step, of the kind and the variables of the step
 * @throws WeightingError (a RangeError) with a line for each problem: targets that are not those of the codebook, a
 *   combination with interviews and no total, or with a total and no interviews; RangeError where raking does not converge
 * @example weigh(interviews, [{ kind: "post-stratify", cells: totalsOf(callers, ["month", "csa", "call"]) }]).weights
 */
export function weigh(
  interviews: CodedInterviews,
  targets: readonly StepTargets[],
  { initial, collapse }: WeighOptions = {},
): Weighing {
  const { id, weighting } = interviews.codebook;
  const problems =
    weighting.length === targets.length
      ? weighting.flatMap((step, i) => wrongTargets(step, targets[i] as StepTargets))
      : [`${id} is weighted in ${weighting.length} steps; there are targets for ${targets.length}`];
  if (problems.length > 0) throw new WeightingError(problems);
  const steps = weighting.map((step, i) => ({ step, targets: targets[i] as StepTargets }));
  return takeSteps(interviews, steps, { ...(initial && { initial }), ...(collapse && { collapse }) });
}

/** Applies the given weighting steps, whatever the codebook says. */
export function takeSteps(
  interviews: CodedInterviews,
  steps: readonly {
    readonly step: Pick<WeightingStep, "kind" | "variables">;
    readonly targets: StepTargets;
  }[],
  { initial, collapse }: WeighOptions = {},
): Weighing {
  let design = designOf(interviews, initial ?? new Float64Array(interviews.rows).fill(1));
  const taken: TakenStep[] = [];
  for (const { step, targets } of steps) {
    const next = takeStep(interviews, design, step, targets, collapse);
    if (next.places !== null && taken.length > 0)
      throw new WeightingError(["a mix of first interviews must be the first step"]);
    design = next.adjusted.design;
    taken.push(next);
  }
  const places = taken[0]?.places ?? null;
  const weights =
    places === null ? design.weights : Float64Array.from(places, (place) => entryAt(design.weights, place));
  return { design, weights, steps: taken, places };
}

function wrongTargets({ kind, variables }: WeightingStep, targets: StepTargets): string[] {
  if (targets.kind !== kind) return [`targets are of the kind ${targets.kind}; expected ${kind}`];
  if ("first" in targets) return [];
  const given =
    targets.kind === "rake"
      ? targets.margins.map((margin) => margin.variables.join(" × "))
      : "cells" in targets
        ? targets.cells.variables
        : targets.mix.variables;
  return given.join("\n") === variables.join("\n")
    ? []
    : [`there are totals of ${given.join(", ") || "nothing"}; expected ${variables.join(", ")}`];
}
