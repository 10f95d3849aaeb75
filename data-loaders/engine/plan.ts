import { variableOf } from "../../src/analysis/interviews/coded-interviews.js";
import type { Codebook, Measure, Variable } from "../../src/model/codebook.js";
import { answersOf } from "../../src/model/condition-words.js";
import { DIMENSIONS, type Dimension } from "../../src/model/dimensions.js";
import type { CubeAdjustment, SinglePsu } from "../../src/stats/index.js";
import { allCodes } from "./answer-codes.js";
import { type MeasurePlan, measurePlan } from "./measure-plan.js";

/** What a statement sums, and of which cells: all that follows from the codebook before there is a file. */
export interface CubePlan {
  readonly codebook: Codebook;
  /** Those asked for in their order, those of the adjustment, and "stratum" last where the design has strata. */
  readonly dimensions: readonly PlanDimension[];
  readonly measures: readonly MeasurePlan[];
  readonly hasStrata: boolean;
  readonly singlePsu: SinglePsu;
  /** `initialWeight` is a variable, or null where all had the weight 1. */
  readonly adjustment: (CubeAdjustment & { readonly initialWeight: string | null }) | null;
  /** Combinations of levels, a missing one among them. */
  readonly cells: number;
}

/** A dimension of the cube: the combinations of the levels of one variable or, for strata, of several. */
export interface PlanDimension {
  readonly name: string;
  readonly levels: readonly string[];
  readonly parts: readonly DimensionPart[];
  /** A fault where an interview misses it. */
  readonly neededFor: "strata" | "adjustment" | null;
}

export interface DimensionPart {
  readonly variable: Variable;
  readonly levels: readonly string[];
  /** The place of an answer's code among the levels; answers that are not here are in no level. */
  readonly places: ReadonlyMap<number, number>;
}

export interface PlanOptions {
  /** Dimensions of groups or variables of the codebook; all its dimensions of groups where left out. */
  readonly by?: readonly string[];
  /** Ids of measures; all of the codebook where left out. */
  readonly measures?: readonly string[];
  readonly singlePsu?: SinglePsu;
  /** The variable with the weights before the codebook's last weighting step, "equal" for a weight of 1 each; none where left out: weights are then taken as they are. */
  readonly initialWeight?: string;
}

const NOT_ASKED = "not asked";

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

function dimensionOf(codebook: Codebook, name: string): PlanDimension {
  const known = Object.keys(codebook.dimensions);
  const dimension = known.includes(name) ? (name as Dimension) : null;
  if (dimension === null && codebook.variables.every(({ id }) => id !== name))
    throw new RangeError(
      `${codebook.id} has no dimension ${name}; expected one of ${known.join(", ")}, or a variable`,
    );
  const variable = variableOf(
    codebook,
    dimension === null ? name : (codebook.dimensions[dimension] as string),
  );
  const part = partOf(variable, dimension);
  return { name, levels: part.levels, parts: [part], neededFor: null };
}

/** Answers in substance are levels, and those that the dimension lists; all others are in none. */
function partOf(variable: Variable, dimension: Dimension | null): DimensionPart {
  const codes = new Map(allCodes(variable));
  const listed = dimension === null ? [] : Object.keys(DIMENSIONS[dimension].codes);
  const special = new Set(
    answersOf(variable).flatMap((each) => (each.special === undefined ? [] : [each.code])),
  );
  const levels = [
    ...listed.filter((code) => codes.has(code)),
    ...[...codes.keys()].filter((code) => !listed.includes(code) && !special.has(code)),
  ];
  return {
    variable,
    levels,
    places: new Map(levels.map((code, place) => [codes.get(code) as number, place])),
  };
}

/** All answers are strata, the special ones too; so are those who were not asked, where routing has such. */
function strataOf(codebook: Codebook): PlanDimension {
  const parts = codebook.sampling.strata.map((id): DimensionPart => {
    const variable = variableOf(codebook, id);
    const codes = allCodes(variable);
    const places = new Map(codes.map(([, code], place) => [code, place]));
    const levels = codes.map(([answer]) => answer);
    if (variable.asked !== undefined) places.set(-1, levels.push(NOT_ASKED) - 1);
    return { variable, levels, places };
  });
  let levels = [""];
  for (const [i, part] of parts.entries())
    levels = levels.flatMap((before) =>
      part.levels.map((level) => (i === 0 ? level : `${before} × ${level}`)),
    );
  return { name: "stratum", levels, parts, neededFor: "strata" };
}

function adjustmentOf(
  codebook: Codebook,
  dimensions: readonly PlanDimension[],
  initialWeight: string,
): { adjustment: CubePlan["adjustment"]; dimensions: PlanDimension[] } {
  const step = codebook.weighting.at(-1);
  if (step === undefined || step.kind === "to-mix" || codebook.roles.weight === null)
    throw new RangeError(`${codebook.id} has no weights that were fitted to known totals`);
  if (initialWeight !== "equal" && variableOf(codebook, initialWeight).kind !== "number")
    throw new RangeError(`${initialWeight} is no number; expected a variable with weights, or equal`);
  const all = [...dimensions];
  const names = step.variables.map((id) => {
    const variable = variableOf(codebook, id);
    const codes = allCodes(variable);
    // A level of its own for every answer, since the adjustment leaves out no interview.
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

/** Every variable whose answers a plan needs as codes. */
export function codedVariables(plan: CubePlan): Variable[] {
  const ids = new Set([
    ...plan.dimensions.flatMap(({ parts }) => parts.map(({ variable }) => variable.id)),
    ...plan.measures.flatMap(({ variables }) => variables),
  ]);
  return plan.codebook.variables.filter(({ id, kind }) => ids.has(id) && kind !== "number");
}

/** Every variable of which a plan needs the number itself. */
export function numberVariables(plan: CubePlan): Variable[] {
  const initial = plan.adjustment?.initialWeight ?? null;
  const ids = new Set(plan.measures.flatMap(({ variables }) => variables));
  return plan.codebook.variables.filter(
    ({ id, kind }) =>
      kind === "number" && (ids.has(id) || id === plan.codebook.roles.weight || id === initial),
  );
}
