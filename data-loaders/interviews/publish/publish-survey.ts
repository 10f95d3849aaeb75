import { createHash } from "node:crypto";
import type { CodedInterviews } from "../../../src/analysis/interviews/index.js";
import type { FromInterviews } from "../beside-printed/from-interviews.js";
import {
  DEFAULT_RULES,
  type Earlier,
  explainMarks,
  type Kept,
  protect,
  type Rules,
  rulesInWords,
} from "../disclosure/index.js";
import { crossedId, type KeptCrossed, mayCross } from "./crossed.js";
import type { PublishedSurvey, ShownValue } from "./published-survey.js";
import { shownOf } from "./shown.js";
import { shownCounts, shownCovariances, shownValue } from "./shown-numbers.js";
import { codeOf, surveyTables, waysOf } from "./survey-tables.js";

/** What a later build needs of this one: true counts, never for publication. */
export interface KeptSurvey {
  readonly interviews: number;
  readonly oneWay: Kept;
  readonly crossed: readonly KeptCrossed[];
}

/**
 * The last two publications of a survey; the last is recomputed against the one before if its interviews and rules
 * are unchanged.
 */
export interface KeptPublication {
  /** Hash of the inputs of `last`. */
  readonly made: string;
  readonly last: KeptSurvey;
  readonly before: KeptSurvey | null;
}

/**
 * Compares interviews with what is printed, and removes everything that disclosure control withholds, considering
 * earlier publications.
 *
 * @param file hash of the file of interviews and its mapping
 * @param known earlier publications; null for none
 * @param rules of disclosure control
 * @throws DisclosureError where no suppression protects
 */
export function publishSurvey(
  interviews: CodedInterviews,
  from: FromInterviews,
  file: string,
  known: KeptPublication | null,
  rules: Rules = DEFAULT_RULES,
): { readonly published: PublishedSurvey; readonly kept: KeptPublication } {
  const { codebook, rows } = interviews;
  const survey = surveyTables(interviews, from);
  const { groupings } = survey;
  const made = createHash("sha256")
    .update(file)
    .update(JSON.stringify([survey.tables, rules]))
    .digest("hex");
  const before = known === null ? null : known.made === made ? known.before : known.last;
  const earlier: Earlier[] =
    before === null
      ? []
      : [{ kept: before.oneWay, interviews: before.interviews === rows ? "same" : "added" }];
  const { tables, kept } = protect(survey.tables, rules, earlier);
  const shown = shownOf(interviews, survey, tables);
  // What a stricter rule hid stays hidden.
  const least = Math.max(rules.least, before?.oneWay.rules.least ?? 0);
  const crossings = survey.crossed.map((crossed) => ({
    crossed,
    ...mayCross(
      ...([interviews, crossed, survey, shown, least] as const),
      before?.crossed.find(({ id }) => id === crossedId(crossed)),
    ),
  }));
  const values = from.values.map((pair): ShownValue => {
    const found = from.estimates.find(pair.asked);
    const by = found === null ? null : waysOf(found.table, groupings);
    if (found === null || by === null) return shownValue(pair, false, null);
    const [one, ...more] = by;
    if (more.length > 0) {
      const isShown = crossings.some(({ crossed, may }) => may && crossed.table === found.table);
      return shownValue(pair, isShown, null);
    }
    const cell = [pair.asked.measure, one, one === undefined ? "" : codeOf(found.estimate, one)] as const;
    return shownValue(pair, shown.estimate(...cell), shown.interviews(...cell));
  });
  const counts = shownCounts(tables, survey, codebook);
  const covariances = shownCovariances(tables, shown);
  const marks = explainMarks(
    [
      ...counts.map((count) => count.interviews),
      ...(values.some(({ verdict }) => verdict === "withheld") ? ["[c]"] : []),
      ...(covariances.some(({ covariance }) => covariance === null) ? ["[c]"] : []),
    ],
    rules.least,
  );
  const { kind, simulated } = from;
  return {
    published: {
      survey: codebook.id,
      title: codebook.title,
      kind,
      simulated,
      values,
      counts,
      covariances,
      marks,
      rules: rulesInWords(rules),
    },
    kept: {
      made,
      last: {
        interviews: rows,
        oneWay: kept,
        crossed: crossings.flatMap(({ may, kept: own }) => (may ? [own] : [])),
      },
      before,
    },
  };
}
