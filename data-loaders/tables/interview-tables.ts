import { FROM_INTERVIEWS, MARK, SURVEY } from "../../src/analysis/interviews/schema.js";
import { VERDICT_WORDS } from "../../src/analysis/interviews/verdict-words.js";
import { countResult, type Result } from "../../src/model/result.js";
import {
  interviews as counted,
  type Dataset,
  datasetOf,
  defineTable,
  number,
  open,
  type TableDefinition,
  text,
} from "../../src/model/table.js";
import { isHeld } from "../../src/model/value.js";
import { CODEBOOKS } from "../codebooks/index.js";
import type { PublishedSurvey, Verdict } from "../interviews/publish/index.js";
import type { Raw } from "../read/index.js";
import { published } from "./beside-cells.js";

const COUNTS = defineTable({
  name: "from-interviews-counts",
  title: "Interviews by group, one dimension at a time",
  description: "One row a group of the interviews behind a measure, unweighted. Small groups are withheld.",
  source: FROM_INTERVIEWS.source,
  columns: {
    ...SURVEY,
    base: text("Interviews that are counted"),
    definition: text("Who they are"),
    dimension: open(text("By what they are counted; empty for all of them")),
    code: open(text("The group")),
    group_label: text("The group, for readers"),
    interviews: open(counted("Interviews of the group")),
    mark: MARK,
  },
});

const COVARIANCES = defineTable({
  name: "from-interviews-covariance",
  title: "Covariances of the percentages from interviews",
  description:
    "One row a pair of groups of one dimension: the covariance of their percentages, for what differences between them are worth. The variance of each stands where both groups are the same.",
  source: FROM_INTERVIEWS.source,
  columns: {
    ...SURVEY,
    measure: text("What was measured"),
    dimension: text("What the groups are by"),
    code: text("One group"),
    other_code: text("The other, or the same"),
    covariance: open(number("points squared")("Of the two percentages, in the digits of their errors")),
    mark: MARK,
  },
});

/** Published numbers beside those from interviews, counts and covariances; without rows where a build has no interviews. */
export function interviewTables(
  surveys: readonly PublishedSurvey[],
  { measures }: Pick<Raw, "measures">,
): Dataset[] {
  const rules = surveys[0]?.rules ?? [];
  /** One table of all surveys, whose description ends with the rules of disclosure control. */
  const ofSurveys = <Row>(
    table: TableDefinition<Row>,
    rowsOf: (survey: PublishedSurvey) => readonly Omit<Row, "survey" | "kind" | "simulated">[],
  ) =>
    datasetOf({ ...table, description: [table.description, ...rules].join(" ") }, () =>
      surveys.flatMap((own) => {
        const { survey, kind, simulated } = own;
        return rowsOf(own).map((row) => ({ survey, kind, simulated, ...row }) as Row);
      }),
    );
  return [
    ofSurveys(FROM_INTERVIEWS, ({ survey, title, values }) =>
      values.map(({ asked, value, estimate, difference, verdict }) => ({
        title,
        ...published(asked, value, CODEBOOKS.get(survey), measures),
        estimate: estimate?.number ?? null,
        standard_error: estimate?.standardError ?? null,
        low: estimate?.low ?? null,
        high: estimate?.high ?? null,
        level: estimate?.level ?? null,
        method: estimate?.method ?? null,
        mark: verdict === "withheld" ? "[c]" : null,
        interviews: estimate?.interviews ?? null,
        difference,
        verdict: VERDICT_WORDS[verdict],
        locator: value?.locator ?? null,
      })),
    ),
    ofSurveys(COUNTS, ({ counts }) =>
      counts.map(({ base, definition, by, code, label, interviews }) => ({
        ...{ base, definition, dimension: by, code, group_label: label },
        interviews: typeof interviews === "number" ? interviews : null,
        mark: typeof interviews === "number" ? null : interviews,
      })),
    ),
    ofSurveys(COVARIANCES, ({ covariances }) =>
      covariances.map(({ measure, by, codes: [code, other], covariance }) => ({
        ...{ measure, dimension: by, code, other_code: other, covariance },
        mark: covariance === null ? "[c]" : null,
      })),
    ),
  ];
}

/** How the published percentages stand to those from interviews. */
export function interviewResults(surveys: readonly PublishedSurvey[]): Result[] {
  const verdicts = surveys.flatMap(({ values }) =>
    values.flatMap(({ value, verdict }) => (value === null ? [] : [verdict])),
  );
  const having = (...wanted: readonly Verdict[]) =>
    verdicts.filter((verdict) => wanted.includes(verdict)).length;
  const isSimulated = surveys.some(({ simulated }) => simulated !== null);
  const count = (id: string, label: string, value: number): Result => ({
    ...countResult({
      ...{ id: `interviews.${id}`, label, value, inputs: [], madeBy: "tables.interviewResults" },
      because: "rows of the table of percentages from interviews",
    }),
    ...(isSimulated ? { kind: "simulated" } : {}),
  });
  return [
    count("files", "Files of interviews that this build had", surveys.length),
    count("compared", "Percentages in the text, beside those from interviews", having("agrees", "differs")),
    count("agree", "Of these, those that agree within rounding", having("agrees")),
    count("differ", "Of these, those that differ", having("differs")),
    count(
      "withheld-printed",
      "Percentages in the text whose counterpart from interviews is withheld",
      surveys.flatMap(({ values }) =>
        values.filter(({ value, verdict }) => verdict === "withheld" && value !== null && isHeld(value)),
      ).length,
    ),
    count("new", "Percentages from interviews that are not in the text we hold", having("not-held")),
    count("withheld", "Percentages from interviews that are withheld", having("withheld")),
  ];
}
