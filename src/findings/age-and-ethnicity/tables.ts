import type { ColumnTable } from "arquero";
import { statementRows, workedOut } from "../../analysis/by-statement/index.js";
import { byStatementColumns, interviews, KIND, number, open, percent, text } from "../../analysis/columns.js";
import { factRows } from "../../analysis/fact-rows.js";
import { type Locate, tableOr, withConflicts } from "../../analysis/stopped-by-conflict.js";
import type { Conflict } from "../../model/conflict.js";
import type { Result } from "../../model/result.js";
import type { Column, Dataset } from "../../model/table.js";
import {
  ageAndEthnicityResults,
  ageChartRows,
  ageRows,
  designEffectRows,
  disagreements,
  ethnicityRows,
  facts,
  firstWorlds,
  genderRows,
  isFactRow,
  smallGroupRows,
} from "./index.js";

const effect = number("design effect");

const INTERVIEW = text("interview", "What each interview was worth: full, two-thirds, half, third");
const SILENCE = text("silence", "yes where differences not mentioned are taken as not significant");
const OLDER = text("older", "Whether 35-54 is each of two groups, or both together");
const GROUP = text("group", "Who it is about, as dimension=code");
const LABEL = text("label", "Who it is about, for readers");
const BASE = interviews("interviews", "Unweighted base");
const RANGE = [
  GROUP,
  LABEL,
  KIND,
  open(text("words", "The figure as worded")),
  open(percent("value", "The figure as printed or worded; empty where the text does not hold it")),
  open(percent("low", "Lowest that is written like this, or lowest that fits; empty where none fits")),
  open(percent("high", "Highest that is written like this, or highest that fits")),
  open(percent("hole_low", "From here on no figure fits")),
  open(percent("hole_high", "up to here")),
  open(percent("customers_low", "Low end of the range of a lost figure, widened by sampling error to 95%")),
  open(percent("customers_high", "Its high end")),
  open(percent("customers_hole_low", "Where the widened range has a hole: from here on")),
  open(percent("customers_hole_high", "up to here")),
  open(text("charts", "Whole-percentage charts that fit, by the lost figure in them, as percentage:charts")),
  open(percent("sample_low", "Lower end of the 95% Wilson interval of a figure that the text holds")),
  open(percent("sample_high", "Its upper end")),
  BASE,
];

/** What is worked out from all statements about a chart together. */
const FROM_ALL = ["bounds.boundProblem", "bounds.countCharts", "analysis.largestDesignEffect"];

/** Whether a result has no number where the statements about a chart conflict. */
function restsOn(name: "age" | "ethnicity", { id, kind, madeBy }: Result): boolean {
  const plural = name === "age" ? "ages" : "ethnicities";
  return (
    (id.startsWith(`${name}.`) && FROM_ALL.includes(madeBy)) ||
    (id.startsWith(`corrections.${plural}.`) && kind === "bounded") ||
    (id.startsWith(`small.${name}-`) && kind === "bounded")
  );
}

/** The chart-ready tables of the page on age and ethnicity, one a figure, and every number that it works out. */
export function ageAndEthnicityTables(
  values: ColumnTable,
  locate: Locate,
): { results: readonly Result[]; tables: Dataset[] } {
  const given = facts(values);
  const found = disagreements(given);
  const [ages, ethnicities] = [locate(found.ages), locate(found.ethnicities)];
  const [gender, online] = [locate(found.gender), locate(found.online)];
  const first = firstWorlds(given);
  const table = (
    name: string,
    title: string,
    description: string,
    source: string,
    columns: Column[],
    rows: () => readonly object[],
    conflict: Conflict | null,
  ): Dataset => tableOr(conflict, { name, title, description, source, columns }, rows);
  return {
    results: withConflicts(ageAndEthnicityResults(given), [
      [ages, (result) => restsOn("age", result)],
      [ethnicities, (result) => restsOn("ethnicity", result)],
      [gender, ({ id }) => /^gender\.(women|men)-/.test(id)],
      [online, ({ id }) => id.startsWith("online.")],
    ]),
    tables: [
      table(
        "satisfaction-by-ethnicity",
        "Satisfied with the service overall, by ethnicity: held, or what can be",
        "One row an ethnic group and setting: its figure with what sampling adds, or the range of its lost figure.",
        "CES CMS 2023/24, Figures 1 and 12, and calculations from them",
        [INTERVIEW, SILENCE, ...RANGE],
        () => ethnicityRows(given),
        ethnicities,
      ),
      table(
        "satisfaction-by-age",
        "Satisfied with the service overall, by age: held, or what can be",
        "One row an age group and setting: its figure with what sampling adds, or the range of its lost figure.",
        "CES CMS 2023/24, Figures 1 and 10, and calculations from them",
        [INTERVIEW, SILENCE, OLDER, ...RANGE],
        () => ageRows(given),
        ages,
      ),
      table(
        "flattest-and-steepest-ages",
        "The flattest and the steepest chart of ages that would fit",
        "One row an age group and setting: its figure in two of many charts that agree with everything said.",
        "Calculated from CES CMS 2023/24, Figures 1 and 10",
        [
          INTERVIEW,
          SILENCE,
          OLDER,
          GROUP,
          LABEL,
          KIND,
          open(percent("flattest", "Satisfied in the flattest chart that fits; empty where none fits")),
          open(percent("steepest", "Satisfied in the steepest chart that fits")),
          open(percent("low", "The lower of the two")),
          open(percent("high", "The higher of the two")),
          BASE,
        ],
        () => ageChartRows(given),
        ages,
      ),
      table(
        "largest-design-effects",
        "Up to which design effect what is called significant can be so",
        "One row a statement and an assumption.",
        "Calculated from CES CMS 2023/24, Figures 1, 10 and 15",
        [
          text("code", "Name of the row"),
          text("label", "What is called significant"),
          text("detail", "What the number is"),
          KIND,
          effect("value", "Largest design effect"),
        ],
        () => designEffectRows(given),
        ages ?? online,
      ),
      table(
        "parental-role-alone",
        "Women who receive and men who pay, if parental role alone made the difference",
        "One row a gender: the shares that would be needed, and what they are worked out from.",
        "Calculated from CES CMS 2023/24, Figures 2 and 11",
        [
          GROUP,
          LABEL,
          KIND,
          percent("low", "Least share needed"),
          percent("high", "Greatest share needed"),
          open(percent("agreed_low", "Least that agrees with the interviews, each counting the same")),
          open(percent("agreed_high", "Greatest that agrees with the interviews")),
          percent("satisfied_low", "Lowest satisfaction of the gender that is printed like this"),
          percent("satisfied_high", "Highest"),
          BASE,
          percent("role_low", "Lowest satisfaction of the role (Receiving beside women, Paying beside men)"),
          percent("role_high", "Highest"),
          interviews("role_interviews", "Unweighted base of the role"),
        ],
        () => genderRows(given),
        gender,
      ),
      table(
        "small-groups",
        "Up to which design effect a standard for publication would show a small group's figure",
        "One row a small group; 0 where the standard would leave it out even at a design effect of 1.",
        "Calculated from CES CMS 2023/24, Figures 10 and 12",
        [
          GROUP,
          LABEL,
          KIND,
          open(effect("value", "Largest design effect, where the figure is held")),
          effect("low", "Least over all figures that fit"),
          effect("high", "Greatest over all figures that fit"),
          BASE,
        ],
        () => smallGroupRows(given),
        ages ?? ethnicities,
      ),
      table(
        "ethnicity-by-statement",
        "What the Black group’s figure could be without each sentence",
        "One row an interval of what could be: with all that the report says, then without each sentence.",
        "Calculated from CES CMS 2023/24, Figures 1 and 12",
        byStatementColumns("percent"),
        () =>
          first.ethnicity.isHeld
            ? []
            : statementRows(workedOut(first.ethnicity.problem, first.ethnicity.ask)),
        ethnicities,
      ),
      table(
        "age-by-statement",
        "What the figure of ages 25 to 34 could be without each sentence",
        "One row an interval of what could be: with all that the report says, then without each sentence.",
        "Calculated from CES CMS 2023/24, Figures 1 and 10",
        byStatementColumns("percent"),
        () => (first.age.isHeld ? [] : statementRows(workedOut(first.age.problem, first.age.ask))),
        ages,
      ),
      factRows(
        { name: "age-and-ethnicity-numbers", title: "The numbers behind the page on age and ethnicity" },
        values,
        isFactRow,
      ),
    ],
  };
}
