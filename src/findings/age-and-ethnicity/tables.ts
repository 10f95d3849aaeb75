import type { ColumnTable } from "arquero";
import { statementRows, workedOut } from "../../analysis/by-statement/index.js";
import { factRows } from "../../analysis/fact-rows.js";
import { type Locate, withConflicts } from "../../analysis/stopped-by-conflict.js";
import type { Result } from "../../model/result.js";
import { type Dataset, datasetOf } from "../../model/table.js";
import {
  ageAndEthnicityResults,
  ageChartRows,
  ageRows,
  designEffectRows,
  disagreements,
  ethnicityRows,
  type FirstWorld,
  facts,
  firstWorlds,
  genderRows,
  isFactRow,
  smallGroupRows,
} from "./index.js";
import type { Chart } from "./readings.js";
import {
  AGE,
  AGE_BY_STATEMENT,
  AGE_CHARTS,
  DESIGN_EFFECTS,
  ETHNICITY,
  ETHNICITY_BY_STATEMENT,
  ROLE_ALONE,
  SMALL_GROUPS,
} from "./schema.js";

/** The functions that use all statements about a chart together. */
const FROM_ALL = ["bounds.boundProblem", "bounds.countCharts", "analysis.largestDesignEffect"];

/** Whether a result has no number if the statements about a chart conflict. */
function restsOn(chart: Chart, { id, kind, madeBy }: Result): boolean {
  const plural = chart === "age" ? "ages" : "ethnicities";
  return (
    (id.startsWith(`${chart}.`) && FROM_ALL.includes(madeBy)) ||
    (id.startsWith(`corrections.${plural}.`) && kind === "bounded") ||
    (id.startsWith(`small.${chart}-`) && kind === "bounded")
  );
}

/** All tables and results of the page on age and ethnicity. */
export function ageAndEthnicityTables(
  values: ColumnTable,
  locate: Locate,
): { results: readonly Result[]; tables: Dataset[] } {
  const given = facts(values);
  const found = disagreements(given);
  const ages = locate(found.ages);
  const ethnicities = locate(found.ethnicities);
  const gender = locate(found.gender);
  const online = locate(found.online);
  const first = firstWorlds(given);
  return {
    results: withConflicts(ageAndEthnicityResults(given), [
      [ages, (result) => restsOn("age", result)],
      [ethnicities, (result) => restsOn("ethnicity", result)],
      [gender, ({ id }) => /^gender\.(women|men)-/.test(id)],
      [online, ({ id }) => id.startsWith("online.")],
    ]),
    tables: [
      datasetOf(ETHNICITY, () => ethnicityRows(given), ethnicities),
      datasetOf(AGE, () => ageRows(given), ages),
      datasetOf(AGE_CHARTS, () => ageChartRows(given), ages),
      datasetOf(DESIGN_EFFECTS, () => designEffectRows(given), ages ?? online),
      datasetOf(ROLE_ALONE, () => genderRows(given), gender),
      datasetOf(SMALL_GROUPS, () => smallGroupRows(given), ages ?? ethnicities),
      datasetOf(ETHNICITY_BY_STATEMENT, () => rowsOfWorld(first.ethnicity), ethnicities),
      datasetOf(AGE_BY_STATEMENT, () => rowsOfWorld(first.age), ages),
      factRows(
        { name: "age-and-ethnicity-numbers", title: "The numbers behind the page on age and ethnicity" },
        values,
        isFactRow,
      ),
    ],
  };
}

function rowsOfWorld({ isHeld, problem, ask }: FirstWorld) {
  return isHeld ? [] : statementRows(workedOut(problem, ask));
}
