import type { Codebook, Condition, Variable } from "../../../src/model/codebook.js";
import { allCodes, MISSING, UNKNOWN } from "./answer-codes.js";
import { codedColumn, numberColumn, type Writing } from "./coded-column.js";
import { type ConditionNames, conditionSql } from "./condition-sql.js";
import type { Dialect, Layer, Named, SourceColumn } from "./dialect.js";
import type { StateExpression } from "./measure-plan.js";
import type { CubePlan } from "./plan.js";
import type { DimensionPart } from "./plan-dimension.js";
import { weightLayers } from "./weight-layers.js";

/** Where variables are stored, and their encoding. */
export interface StatementSource {
  /** The FROM clause. */
  readonly from: string;
  /** The variables read, in the order of the codebook. */
  readonly variables: readonly Variable[];
  /** The column of a variable, or its constant as a code. */
  of(
    variable: Variable,
  ): { readonly column: SourceColumn; readonly writing: Writing } | { readonly constant: string };
}

/** A reason to reject a row. */
export interface RowFault {
  readonly variable: string;
  readonly kind: "unknown" | "number" | "weight" | "stratum" | "adjustment";
  /** Expression that is true of rejected rows. */
  readonly when: string;
}

/** The parts of a statement. */
export interface CubeStatement {
  readonly dialect: Dialect;
  readonly from: string;
  /** Named expressions per row, and possible faults. */
  readonly rows: readonly Layer[];
  readonly faults: readonly RowFault[];
  /** Named expressions for cells. */
  readonly cells: readonly Layer[];
  readonly key: string;
  readonly sums: readonly Named[];
}

/**
 * The statement that computes all cubes of a plan. It derives codes, weights in millionths, the cell and the state
 * per measure, and aggregates by cell and state. All sums are of whole numbers, so results for parts of a table add
 * up, in any order.
 *
 * The key of a result row is `offset + cell * states + state`; a measure's offset is the sum of cells times states of
 * the measures before it. After the key: interviews, those with positive weight, sums of weights, squared weights and
 * weights before an adjustment, and the number of faulty rows.
 *
 * @throws RangeError for a condition that cannot be written
 */
export function cubeStatement(dialect: Dialect, plan: CubePlan, source: StatementSource): CubeStatement {
  const { codebook } = plan;
  const rows: Layer[] = [];
  const faults: RowFault[] = [];
  const names = namesOf(codebook);
  const coded = source.variables.filter(({ kind }) => kind !== "number");
  const columns: Named[] = [];
  const constants: Named[] = [];
  for (const variable of coded) {
    const name = names.code(variable.id);
    const at = source.of(variable);
    if ("constant" in at) {
      const code = new Map(allCodes(variable)).get(at.constant) ?? UNKNOWN;
      const asked = variable.asked === undefined ? "1 = 1" : conditionSql(codebook, variable.asked, names);
      constants.push([name, dialect.bits64(`CASE WHEN ${asked} THEN ${code} ELSE ${MISSING} END`)]);
    } else {
      columns.push([name, codedColumn(dialect, variable, at.column, at.writing)]);
      faults.push({ variable: variable.id, kind: "unknown", when: `${name} = ${UNKNOWN}` });
    }
  }
  for (const variable of source.variables.filter(({ kind }) => kind === "number")) {
    const at = source.of(variable);
    const { number, valid, missing, name } = numberNames(names, variable.id);
    const read = numberColumn(dialect, "constant" in at ? at.constant : at);
    columns.push([number, read.number], [valid, read.valid], [missing, read.missing]);
    const isWeight = variable.id === codebook.roles.weight || variable.id === plan.adjustment?.initialWeight;
    if (!isWeight)
      faults.push({ variable: variable.id, kind: "number", when: `(NOT (${valid}) AND NOT (${missing}))` });
    else faults.push({ variable: variable.id, kind: "weight", when: `NOT (${name}_fits)` });
  }
  rows.push(columns);
  for (const each of constants) rows.push([each]);
  rows.push(...weightLayers(dialect, plan, names));
  const parts: Named[] = [];
  const cell = cellOf(dialect, plan, names, parts, faults);
  rows.push(parts);
  if (plan.adjustment !== null && codebook.roles.weight !== null)
    faults.push({
      variable: plan.adjustment.initialWeight ?? codebook.roles.weight,
      kind: "adjustment",
      when: "(cube_w > 0 AND NOT (cube_v > 0)) OR (cube_v > 0 AND NOT (cube_w > 0))",
    });

  let offset = 0;
  const states: Named[] = [];
  const keys = plan.measures.map(({ expression, states: { length } }, m) => {
    states.push([`cube_state${m}`, stateSql(codebook, expression, names)]);
    const key = dialect.bits64(`${offset} + cube_cell * ${length} + cube_state${m}`);
    offset += plan.cells * length;
    return key;
  });
  const bad = faults.map(({ when }) => `(${when})`).join(" OR ");
  const w = dialect.wide("cube_w");
  return {
    dialect,
    from: source.from,
    rows,
    faults,
    cells: [
      [
        ["cube_cell", cell],
        ["cube_w2", `${w} * ${w}`],
        ["cube_bad", bad === "" ? "0" : `CASE WHEN ${bad} THEN 1 ELSE 0 END`],
      ],
      states,
      [["cube_key", dialect.each(keys)]],
    ],
    key: "cube_key",
    sums: [
      ["cube_rows", "count(*)"],
      ["cube_n", "sum(CASE WHEN cube_w > 0 THEN 1 ELSE 0 END)"],
      ["cube_sum_w", `sum(${w})`],
      ["cube_sum_w2", "sum(cube_w2)"],
      ["cube_sum_v", plan.adjustment === null ? "0" : `sum(${dialect.wide("cube_v")})`],
      ["cube_sum_bad", "sum(cube_bad)"],
    ],
  };
}

/** The text of a statement. */
export function statementText({ dialect, from, rows, cells, key, sums }: CubeStatement): string {
  return dialect.grouped(
    from,
    [...rows, ...cells].filter(({ length }) => length > 0),
    key,
    sums,
  );
}

function namesOf({ variables }: Codebook): ConditionNames {
  const at = (variable: string) => variables.findIndex(({ id }) => id === variable);
  return {
    code: (variable) => `cube_c${at(variable)}`,
    number: (variable) => ({ number: `cube_x${at(variable)}`, valid: `cube_x${at(variable)}_valid` }),
  };
}

function numberNames(names: ConditionNames, variable: string) {
  const { number, valid } = names.number(variable);
  return { name: number, number, valid, missing: `${number}_missing` };
}

/** The cell's number, last dimension fastest; adds names for its parts, and faults for required dimensions. */
function cellOf(
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

/** SQL expression of an interview's state in a measure. */
function stateSql(codebook: Codebook, expression: StateExpression, names: ConditionNames): string {
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
