import type { ConditionNames } from "./condition-sql.js";
import type { Dialect, Layer, Named } from "./dialect.js";
import type { CubePlan } from "./plan.js";

/** With weights up to this, sums of squared millionths of over 10^13 interviews fit into 127 bits. */
export const LARGEST_WEIGHT = 1_000_000;

/** Weights in whole millionths, rounded like `quantiseWeights`; 0 where missing. */
export function weightLayers(
  dialect: Dialect,
  { codebook, adjustment }: CubePlan,
  names: ConditionNames,
): Layer[] {
  const { weight } = codebook.roles;
  const one = dialect.bits64("1000000");
  const initial = adjustment?.initialWeight ?? null;
  const given = [...new Set([weight, initial])].flatMap((id) => (id === null ? [] : [names.number(id)]));
  const unitsOf = (id: string | null) => (id === null ? one : `${names.number(id).number}_units`);
  return [
    given.map(({ number }): Named => [`${number}_times`, `${number} * 1000000`]),
    given.map(({ number }): Named => {
      const times = `${number}_times`;
      const up = `CASE WHEN ${times} - floor(${times}) >= 0.5 THEN 1 ELSE 0 END`;
      return [`${number}_rounded`, `floor(${times}) + ${up}`];
    }),
    given.map(({ number, valid }): Named => {
      const change = `abs(${number}_rounded - ${number}_times)`;
      const fits = `${number} >= 0 AND ${number} <= ${LARGEST_WEIGHT} AND ${change} <= 1e-4 * ${number} * 1000000`;
      return [`${number}_fits`, `(${valid} AND ${fits})`];
    }),
    given.map(({ number }): Named => {
      return [
        `${number}_units`,
        dialect.bits64(`CASE WHEN ${number}_fits THEN ${number}_rounded ELSE 0 END`),
      ];
    }),
    [["cube_w", unitsOf(weight)], ...(adjustment === null ? [] : [["cube_v", unitsOf(initial)] as const])],
  ];
}
