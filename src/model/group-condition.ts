import type { Codebook, Condition } from "./codebook.js";
import { all, is } from "./condition.js";
import { DIMENSION_NAMES, type Dimension, type Group } from "./dimensions.js";

/**
 * The interviews of a group, as a condition. A code that a profile measure defines as a union of answers, such as any
 * health condition, matches each of them.
 *
 * @throws RangeError for a dimension that the codebook has no variable for
 */
export function groupCondition(codebook: Codebook, group: Group): Condition {
  const parts = DIMENSION_NAMES.flatMap((dimension) => {
    const code = group[dimension];
    return code === undefined ? [] : [codeCondition(codebook, dimension, code)];
  });
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : all(...parts);
}

function codeCondition(codebook: Codebook, dimension: Dimension, code: string): Condition {
  const variable = codebook.dimensions[dimension];
  if (variable === undefined) throw new RangeError(`${codebook.id} has no variable for ${dimension}`);
  return is(variable, ...(unionsOf(codebook, dimension)[code] ?? [code]));
}

/** Codes of a dimension that are unions of answers, from the profile measures. */
export function unionsOf(
  codebook: Pick<Codebook, "measures">,
  dimension: Dimension,
): { readonly [code: string]: readonly string[] } {
  return Object.assign(
    {},
    ...codebook.measures.map((measure) =>
      measure.kind === "profile" && measure.dimension === dimension ? measure.unions : {},
    ),
  );
}
