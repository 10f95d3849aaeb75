import { variableOf } from "../../../src/analysis/interviews/coded-interviews.js";
import type { Codebook } from "../../../src/model/codebook.js";
import type { CubeAdjustment } from "../../../src/stats/index.js";
import { allCodes } from "./answer-codes.js";
import type { DimensionPart, PlanDimension } from "./plan-dimension.js";

/** `initialWeight` is a variable, or null where all had the weight 1. */
export type PlanAdjustment = CubeAdjustment & { readonly initialWeight: string | null };

/** The adjustment of the codebook's last weighting step, and the dimensions including those it needs. */
export function adjustmentOf(
  codebook: Codebook,
  dimensions: readonly PlanDimension[],
  initialWeight: string,
): { adjustment: PlanAdjustment; dimensions: PlanDimension[] } {
  const step = codebook.weighting.at(-1);
  if (step === undefined || step.kind === "to-mix" || codebook.roles.weight === null)
    throw new RangeError(`${codebook.id} has no weights that were fitted to known totals`);
  if (initialWeight !== "equal" && variableOf(codebook, initialWeight).kind !== "number")
    throw new RangeError(`${initialWeight} is no number; expected a variable with weights, or equal`);
  const all = [...dimensions];
  const names = step.variables.map((id) => {
    const variable = variableOf(codebook, id);
    const codes = allCodes(variable);
    // Every answer is a level: the adjustment includes all interviews.
    const part: DimensionPart = {
      variable,
      levels: codes.map(([answer]) => answer),
      places: new Map(codes.map(([, code], place) => [code, place])),
    };
    const own: PlanDimension = { name: id, levels: part.levels, parts: [part], neededFor: "adjustment" };
    const at = all.findIndex(({ parts }) => parts[0]?.variable.id === id);
    const before = all[at];
    if (before === undefined) all.push(own);
    else all[at] = { ...own, name: before.name };
    return before?.name ?? id;
  });
  const kind = step.kind === "rake" ? "raking" : "post-stratification";
  return {
    adjustment: {
      kind,
      dimensions: names,
      initialWeight: initialWeight === "equal" ? null : initialWeight,
    },
    dimensions: all,
  };
}
