import { UNKNOWN } from "./answer-codes.js";
import type { ConditionNames } from "./condition-sql.js";
import type { Dialect, Named } from "./dialect.js";
import type { CubePlan } from "./plan.js";
import type { DimensionPart } from "./plan-dimension.js";
import type { RowFault } from "./statement.js";

/** The number of the cell, with the last dimension changing fastest; adds names for the parts, and faults where one may not be missed. */
export function cellOf(
  dialect: Dialect,
  { dimensions }: CubePlan,
  names: ConditionNames,
  parts: Named[],
  faults: RowFault[],
): string {
  let cell = "0";
  for (const [d, dimension] of dimensions.entries()) {
    const places = dimension.parts.map((part, p): { name: string; size: number } => {
      const name = `cube_d${d}_${p}`;
      const code = names.code(part.variable.id);
      parts.push([name, dialect.bits64(placeSql(code, part))]);
      if (dimension.neededFor !== null)
        faults.push({
          variable: part.variable.id,
          kind: dimension.neededFor === "strata" ? "stratum" : "adjustment",
          when: `${name} < 0 AND ${code} <> ${UNKNOWN}`,
        });
      return { name, size: part.levels.length };
    });
    const missed = places.map(({ name }) => `${name} < 0`).join(" OR ");
    const inner = places.reduce(
      (sum, { name, size }) => (sum === "" ? name : `(${sum} * ${size} + ${name})`),
      "",
    );
    const place = `CASE WHEN ${missed} THEN 0 ELSE ${inner} + 1 END`;
    cell = `(${cell === "0" ? "" : `${cell} * ${dimension.levels.length + 1} + `}${place})`;
  }
  return dialect.bits64(cell);
}

function placeSql(code: string, { places }: DimensionPart): string {
  const same = [...places].every(([from, to]) => from === to);
  if (same) return `CASE WHEN ${code} >= 0 AND ${code} < ${places.size} THEN ${code} ELSE -1 END`;
  return `CASE ${[...places].map(([from, to]) => `WHEN ${code} = ${from} THEN ${to}`).join(" ")} ELSE -1 END`;
}
