import type { Codebook, Condition } from "../../../src/model/codebook.js";
import { type ConditionNames, conditionSql } from "./condition-sql.js";
import type { StateExpression } from "./measure-plan.js";

/** SQL expression of an interview's state in a measure. */
export function stateSql(codebook: Codebook, expression: StateExpression, names: ConditionNames): string {
  const sql = (condition: Condition) => conditionSql(codebook, condition, names);
  switch (expression.kind) {
    case "first": {
      const { base, conditions } = expression;
      const cases = conditions.map((each, i) => ` WHEN ${sql(each)} THEN ${i + 1}`).join("");
      return `CASE WHEN NOT (${sql(base)}) THEN 0${cases} ELSE ${conditions.length + 1} END`;
    }
    case "number": {
      const code = names.code(expression.variable);
      return `CASE WHEN ${sql(expression.base)} AND ${code} >= 0 THEN ${code} + 1 ELSE 0 END`;
    }
    case "pooled": {
      const count = (conditions: readonly Condition[]) =>
        `(${conditions.map((each) => `CASE WHEN ${sql(each)} THEN 1 ELSE 0 END`).join(" + ")})`;
      const { given, counted } = expression;
      return `${count(given)} * ${given.length + 1} + ${count(counted)}`;
    }
  }
}
