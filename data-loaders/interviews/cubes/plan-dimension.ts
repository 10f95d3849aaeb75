import { variableOf } from "../../../src/analysis/interviews/coded-interviews.js";
import type { Codebook, Variable } from "../../../src/model/codebook.js";
import { answersOf } from "../../../src/model/condition-words.js";
import { type Dimension, dimensionText } from "../../../src/model/dimensions.js";
import { allCodes } from "./answer-codes.js";

/** A cube dimension: combinations of the levels of one variable or, for strata, several. */
export interface PlanDimension {
  readonly name: string;
  readonly levels: readonly string[];
  readonly parts: readonly DimensionPart[];
  /** Interviews must have it for this purpose. */
  readonly neededFor: "strata" | "adjustment" | null;
}

export interface DimensionPart {
  readonly variable: Variable;
  readonly levels: readonly string[];
  /** Level index by answer code; other answers have no level. */
  readonly places: ReadonlyMap<number, number>;
}

const NOT_ASKED = "not asked";

/** A dimension of groups by its name, or a variable by its id. */
export function dimensionOf(codebook: Codebook, name: string): PlanDimension {
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

/** Substantive answers are levels, and those that the dimension lists; others have none. */
function partOf(variable: Variable, dimension: Dimension | null): DimensionPart {
  const codes = new Map(allCodes(variable));
  const listed = dimension === null ? [] : Object.keys(dimensionText(dimension).codes);
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

/** Every answer is a stratum, including special ones and, where routing allows it, not asked. */
export function strataOf(codebook: Codebook): PlanDimension {
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
