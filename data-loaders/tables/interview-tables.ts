import { interviews as counted, number, open, text } from "../../src/analysis/columns.js";
import { VERDICT_WORDS } from "../../src/analysis/interviews/verdict-words.js";
import { countResult, type Result } from "../../src/model/result.js";
import type { Cell, Column, Dataset } from "../../src/model/table.js";
import { isHeld } from "../../src/model/value.js";
import { CODEBOOKS } from "../codebooks/index.js";
import type { PublishedSurvey, Verdict } from "../interviews/publish/index.js";
import type { Raw } from "../read/index.js";
import {
  DIFFERENCE,
  ESTIMATE,
  LOCATOR,
  MADE_UP,
  PUBLISHED,
  published,
  verdictColumn,
} from "./beside-columns.js";

const SURVEY: readonly Column[] = [text("survey", "Codebook of the survey"), ...MADE_UP];

const MARK = open(
  text(
    "mark",
    "Stands in the place of a number: [c] confidential, [low] more than zero and rounded to zero, [z] nobody can be in the group",
  ),
);

const SOURCE = "Interviews that lay in the folder of the build, after disclosure control";

/** What is said of a number where small groups are withheld. */
const SHOWN = (Object.keys(VERDICT_WORDS) as (keyof typeof VERDICT_WORDS)[]).filter(
  (verdict): verdict is Verdict => verdict !== "no-interviews",
);

const of = ({ survey, kind, simulated }: PublishedSurvey) => ({ survey, kind, simulated });

/** Published numbers beside those from interviews, counts and covariances; without rows where a build has no interviews. */
export function interviewTables(
  surveys: readonly PublishedSurvey[],
  { measures }: Pick<Raw, "measures">,
): Dataset[] {
  const rules = surveys[0]?.rules ?? [];
  const described = (what: string) => [what, ...rules].join(" ");
  const estimates: Dataset = {
    name: "from-interviews",
    title: "Published percentages beside those from interviews",
    description: described(
      "One row a percentage of a survey whose interviews the build had, as printed and as the interviews give it, with its sampling error. Small groups are withheld.",
    ),
    source: SOURCE,
    columns: [
      ...SURVEY,
      text("title", "The survey for readers"),
      ...PUBLISHED,
      ...ESTIMATE,
      MARK,
      open(counted("interviews", "Interviews of the group, unweighted; empty for groups of two dimensions")),
      DIFFERENCE,
      verdictColumn(SHOWN.map((verdict) => VERDICT_WORDS[verdict])),
      open(LOCATOR),
    ],
    rows: surveys.flatMap((survey) =>
      survey.values.map(({ asked, value, estimate, difference, verdict }) => ({
        ...of(survey),
        title: survey.title,
        ...published(asked, value, CODEBOOKS.get(survey.survey), measures),
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
  };
  const counts: Dataset = {
    name: "from-interviews-counts",
    title: "Interviews by group, one dimension at a time",
    description: described(
      "One row a group of the interviews behind a measure, unweighted. Small groups are withheld.",
    ),
    source: SOURCE,
    columns: [
      ...SURVEY,
      text("base", "Interviews that are counted"),
      text("definition", "Who they are"),
      open(text("dimension", "By what they are counted; empty for all of them")),
      open(text("code", "The group")),
      text("group_label", "The group, for readers"),
      open(counted("interviews", "Interviews of the group")),
      MARK,
    ],
    rows: surveys.flatMap((survey) =>
      survey.counts.map(({ base, definition, by, code, label, interviews }) => ({
        ...of(survey),
        ...{ base, definition, dimension: by, code, group_label: label },
        interviews: typeof interviews === "number" ? interviews : null,
        mark: typeof interviews === "number" ? null : interviews,
      })),
    ),
  };
  const covariances: Dataset = {
    name: "from-interviews-covariance",
    title: "Covariances of the percentages from interviews",
    description: described(
      "One row a pair of groups of one dimension: the covariance of their percentages, for what differences between them are worth. The variance of each stands where both groups are the same.",
    ),
    source: SOURCE,
    columns: [
      ...SURVEY,
      text("measure", "What was measured"),
      text("dimension", "What the groups are by"),
      text("code", "One group"),
      text("other_code", "The other, or the same"),
      open(number("points squared")("covariance", "Of the two percentages, in the digits of their errors")),
      MARK,
    ],
    rows: surveys.flatMap((survey) =>
      survey.covariances.map(
        ({ measure, by, codes: [code, other], covariance }): Record<string, Cell> => ({
          ...of(survey),
          ...{ measure, dimension: by, code, other_code: other, covariance },
          mark: covariance === null ? "[c]" : null,
        }),
      ),
    ),
  };
  return [estimates, counts, covariances];
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
