import type { WeightingStep } from "../../model/codebook.js";
import { type Estimate, type SurveyDesign, weightDiagnostics } from "../../stats/index.js";
import type { CodedInterviews } from "../interviews/coded-interviews.js";
import { onDesign } from "./on-design.js";
import type { StepTargets } from "./step.js";
import { marginalTotals } from "./totals.js";
import { takeSteps, type WeighOptions } from "./weigh.js";

/** The effect of weighting by one variable. */
export interface MovedBy {
  /** Null for the interviews before any weighting. */
  readonly variable: string | null;
  /**
   * `alone`: this variable only; `in-order`: this and the variables before it, so that the last has the final
   * weights.
   */
  readonly way: "alone" | "in-order";
  readonly estimate: Estimate;
  /** Change of the estimate: `alone` from the unweighted one, `in-order` from the previous one. */
  readonly moved: number;
  /** Kish's design effect of the weights. */
  readonly kish: number;
  readonly largestOverSmallest: number;
}

/**
 * The effect of each weighting variable: estimate and Kish's design effect without weights, with each variable alone,
 * and cumulatively in the codebook's order.
 *
 * Combinations are split by summing their totals over the other variables. A mix of first interviews has one
 * variable.
 *
 * @param estimate the estimate of the interviews under a design, such as a measure of the codebook
 */
export function movedByWeighting(
  interviews: CodedInterviews,
  targets: readonly StepTargets[],
  estimate: (interviews: CodedInterviews, design: SurveyDesign) => Estimate,
  options: WeighOptions = {},
): MovedBy[] {
  const { weighting } = interviews.codebook;
  const after = (kept: (variable: string, step: number) => boolean) => {
    const steps = weighting.flatMap((step, i) => {
      const variables = step.variables.filter((variable) => kept(variable, i));
      return variables.length === 0
        ? []
        : [{ step: { ...step, variables }, targets: onlyOf(targets[i] as StepTargets, variables) }];
    });
    const weighing = takeSteps(interviews, steps, options);
    const { kishDesignEffect, min, max } = weightDiagnostics(weighing.weights);
    return {
      estimate: estimate(onDesign(interviews, weighing), weighing.design),
      kish: kishDesignEffect,
      largestOverSmallest: max / min,
    };
  };
  const all = weighting.flatMap(({ variables }, step) => variables.map((variable) => ({ variable, step })));
  const before = after(() => false);
  const alone = all.map((one): MovedBy => {
    const own = after((variable, step) => step === one.step && variable === one.variable);
    return {
      ...own,
      variable: one.variable,
      way: "alone",
      moved: own.estimate.estimate - before.estimate.estimate,
    };
  });
  let last = before;
  const inOrder = all.map((one, i): MovedBy => {
    const chosen = all.slice(0, i + 1);
    const own = after((variable, step) =>
      chosen.some((other) => other.step === step && other.variable === variable),
    );
    const moved = own.estimate.estimate - last.estimate.estimate;
    last = own;
    return { ...own, variable: one.variable, way: "in-order", moved };
  });
  return [{ ...before, variable: null, way: "in-order", moved: 0 }, ...alone, ...inOrder];
}

/** The targets of a step for some of its variables. */
function onlyOf(targets: StepTargets, variables: WeightingStep["variables"]): StepTargets {
  if (targets.kind === "rake")
    return {
      kind: "rake",
      margins: targets.margins.filter((margin) => margin.variables.every((id) => variables.includes(id))),
    };
  if (targets.kind === "post-stratify")
    return { kind: "post-stratify", cells: marginalTotals(targets.cells, variables) };
  return targets;
}
