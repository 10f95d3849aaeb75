import { variableOf } from "../../../src/analysis/interviews/coded-interviews.js";
import type { Codebook, Measure, Variable } from "../../../src/model/codebook.js";
import { variablesOf } from "../../../src/model/condition-variables.js";
import type { CubeAdjustment, SinglePsu } from "../../../src/stats/index.js";
import { allCodes } from "./answer-codes.js";
import { type MeasurePlan, measurePlan } from "./measure-plan.js";
import { type DimensionPart, dimensionOf, type PlanDimension, strataOf } from "./plan-dimension.js";

/** A plan of the cubes: all that follows from the codebook, before any file. */
export interface CubePlan {
  readonly codebook: Codebook;
  /** The requested dimensions, those of the adjustment, and "stratum" last if the design has strata. */
  readonly dimensions: readonly PlanDimension[];
  readonly measures: readonly MeasurePlan[];
  readonly hasStrata: boolean;
  readonly singlePsu: SinglePsu;
  readonly adjustment: PlanAdjustment | null;
  /** Number of combinations of levels, counting missing as a level. */
  readonly cells: number;
}

export interface PlanOptions {
  /** Group dimensions or variables; all group dimensions by default. */
  readonly by?: readonly string[];
  /** Ids of measures; all by default. */
  readonly measures?: readonly string[];
  readonly singlePsu?: SinglePsu;
  /**
   * The variable with the weights before the codebook's last weighting step, "equal" for weights of 1; by default
   * weights are treated as fixed.
   */
  readonly initialWeight?: string;
}

/**
 * Plans the cubes of a codebook's measures.
 *
 * @throws RangeError, with a line for each fault, for names that the codebook does not have, a dimension without listed
 *   answers, more combinations of levels than 2^52, and an adjustment that the codebook does not describe
 * @example planCubes(codebook, { by: ["parent", "age"], measures: ["ces.satisfied"] })
 */
export function planCubes(codebook: Codebook, options: PlanOptions = {}): CubePlan {
  const faults: string[] = [];
  const tried = <T>(make: () => T): T[] => {
    try {
      return [make()];
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      faults.push(error.message);
      return [];
    }
  };
  const by = options.by ?? Object.keys(codebook.dimensions);
  const dimensions = by.flatMap((name) => tried(() => dimensionOf(codebook, name)));
  const ids = options.measures ?? codebook.measures.map(({ id }) => id);
  const measures = ids.flatMap((id) => tried(() => measurePlan(codebook, measureOf(codebook, id))));
  if (ids.length === 0) faults.push("there is no measure to make a cube of");
  const adjusted = options.initialWeight;
  const adjustment =
    adjusted === undefined
      ? null
      : (tried(() => adjustmentOf(codebook, dimensions, adjusted)).map((each) => {
          dimensions.splice(0, dimensions.length, ...each.dimensions);
          return each.adjustment;
        })[0] ?? null);
  const { strata } = codebook.sampling;
  if (strata.length > 0) dimensions.push(...tried(() => strataOf(codebook)));
  const names = dimensions.map(({ name }) => name);
  for (const name of names.filter((each, i) => names.indexOf(each) !== i))
    faults.push(`two dimensions have the name ${name}`);
  const cells = dimensions.reduce((size, { levels }) => size * (levels.length + 1), 1);
  const keys = measures.reduce((sum, { states }) => sum + cells * states.length, 0);
  if (keys > 2 ** 52) faults.push(`${cells} combinations of levels are too many`);
  if (faults.length > 0) throw new RangeError(faults.join("\n"));
  return {
    codebook,
    dimensions,
    measures,
    hasStrata: strata.length > 0,
    singlePsu: options.singlePsu ?? "error",
    adjustment,
    cells,
  };
}

function measureOf({ id: survey, measures }: Codebook, id: string): Measure {
  const measure = measures.find((each) => each.id === id);
  if (measure === undefined)
    throw new RangeError(
      `${survey} has no measure ${id}; expected one of ${measures.map((each) => each.id).join(", ")}`,
    );
  return measure;
}

/**
 * The variables that a plan reads, in the codebook's order: those of its dimensions, measures and weights, and for
 * constants the variables of their routing.
 */
export function neededVariables(
  { codebook, dimensions, measures, adjustment }: CubePlan,
  isConstant: (variable: string) => boolean,
): Variable[] {
  const needed = new Set<string>();
  const add = (id: string) => {
    if (needed.has(id)) return;
    needed.add(id);
    const { asked } = variableOf(codebook, id);
    if (asked !== undefined && isConstant(id)) for (const other of variablesOf(asked)) add(other);
  };
  for (const { parts } of dimensions) for (const { variable } of parts) add(variable.id);
  for (const { variables } of measures) for (const id of variables) add(id);
  for (const id of [codebook.roles.weight, adjustment?.initialWeight ?? null]) if (id !== null) add(id);
  return codebook.variables.filter(({ id }) => needed.has(id));
}

/** `initialWeight` is a variable, or null where all had the weight 1. */
type PlanAdjustment = CubeAdjustment & { readonly initialWeight: string | null };

/** The adjustment of the codebook's last weighting step, and the dimensions including those it needs. */
function adjustmentOf(
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
