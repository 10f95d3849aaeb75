import { createHash } from "node:crypto";
import type { CodedInterviews } from "../../src/analysis/interviews/index.js";
import type { Codebook } from "../../src/model/codebook.js";
import { conditionWords } from "../../src/model/condition-words.js";
import { formatNumber } from "../../src/model/format.js";
import type { Estimate } from "../../src/stats/index.js";
import { DEFAULT_RULES, type Earlier, explainMarks, type Kept, protect } from "../disclosure/index.js";
import type { FromInterviews, PairedValue } from "../tables/from-interviews.js";
import type { SurveyBase } from "./bases.js";
import { crossedId, type KeptCrossed, mayCross } from "./crossed.js";
import type { By } from "./dimensions.js";
import type {
  PublishedSurvey,
  ShownCount,
  ShownCovariance,
  ShownEstimate,
  ShownValue,
} from "./published-survey.js";
import { shownOf } from "./shown.js";
import { DECIMALS, surveyTables, waysOf } from "./survey-tables.js";

/** What a later build must know of this one: true counts, never for publication. */
export interface KeptSurvey {
  readonly interviews: number;
  readonly oneWay: Kept;
  readonly crossed: readonly KeptCrossed[];
}

/**
 * What was published of a survey: the last publication, and the one before it, against which the last is made again where its
 * interviews are the same.
 */
export interface KeptPublication {
  /** The hash of what `last` was made from. */
  readonly made: string;
  readonly last: KeptSurvey;
  readonly before: KeptSurvey | null;
}

/** Decimals of a standard error: as much as a percentage of one decimal is worth. */
const ERROR_DECIMALS = 2;

/**
 * Puts what interviews give beside what is printed, and takes out all that disclosure control does not let through, an earlier
 * publication of the same survey included.
 *
 * @param file the hash of the file of interviews and of its mapping
 * @param known what is kept of the publications before this one; null where there was none
 * @throws DisclosureError where nothing protects what must be hidden
 */
export function publishSurvey(
  interviews: CodedInterviews,
  from: FromInterviews,
  file: string,
  known: KeptPublication | null,
): { readonly published: PublishedSurvey; readonly kept: KeptPublication } {
  const { codebook, rows } = interviews;
  const survey = surveyTables(interviews, from);
  const { groupings, bases } = survey;
  const made = createHash("sha256").update(file).update(JSON.stringify(survey.tables)).digest("hex");
  const before = known === null ? null : known.made === made ? known.before : known.last;
  const earlier: Earlier[] =
    before === null
      ? []
      : [{ kept: before.oneWay, interviews: before.interviews === rows ? "same" : "added" }];
  const { tables, kept } = protect(survey.tables, DEFAULT_RULES, earlier);
  const shown = shownOf(interviews, survey, tables);
  const crossings = survey.crossed.map((crossed) => ({
    crossed,
    ...mayCross(
      ...([interviews, crossed, survey, shown, DEFAULT_RULES.least] as const),
      before?.crossed.find(({ id }) => id === crossedId(crossed)),
    ),
  }));
  const values = from.values.map((pair): ShownValue => {
    const found = from.estimates.find(pair.asked);
    const by = found === null ? null : waysOf(found.table, groupings);
    const isShown = (): boolean => {
      if (by === null || found === null) return false;
      const [one, ...more] = by;
      if (more.length > 0) return crossings.some(({ crossed, may }) => may && crossed.table === found.table);
      return shown.estimate(pair.asked.measure, one, one === undefined ? "" : (found.estimate.by[one] ?? ""));
    };
    return shownValue(pair, isShown(), (by?.length ?? 2) < 2);
  });
  const labels = new Map(
    [...groupings].map(([by, { codes }]) => [by, new Map(codes.map((c) => [c.code, c.label]))]),
  );
  const definitions = new Map(bases.all.map((base) => [base.id, definitionOf(base, codebook)]));
  const counts: ShownCount[] = [
    ...tables.bases.map(
      ({ id, total }): ShownCount => ({
        ...{ base: id, definition: definitions.get(id) ?? id, by: null, code: null, label: "All" },
        interviews: total,
      }),
    ),
    ...tables.counts.flatMap(({ base, dimension, cells }) =>
      cells.map(({ code, count }): ShownCount => {
        const by = dimension as By;
        const label = labels.get(by)?.get(code) ?? code;
        return { base, definition: definitions.get(base) ?? base, by, code, label, interviews: count };
      }),
    ),
  ];
  const covariances = tables.measures.flatMap(({ id, groups }) =>
    groups.flatMap(({ dimension, cells, covariance }) =>
      covariancesOf(id, dimension as By, cells, covariance ?? [], (code) =>
        shown.estimate(id, dimension as By, code),
      ),
    ),
  );
  const marks = explainMarks(
    [
      ...counts.map((count) => count.interviews),
      ...(values.some(({ verdict }) => verdict === "withheld") ? ["[c]"] : []),
      ...(covariances.some(({ covariance }) => covariance === null) ? ["[c]"] : []),
    ],
    DEFAULT_RULES.least,
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

/** Who is in a base, in words. */
function definitionOf({ id, when }: SurveyBase, codebook: Codebook): string {
  const { kind } = codebook.measures.find((measure) => measure.id === id) ?? {};
  return kind === "pooled" || kind === "mean"
    ? `with an answer that ${id} counts`
    : conditionWords(when, codebook);
}

function shownValue(pair: PairedValue, isShown: boolean, withInterviews: boolean): ShownValue {
  const { asked, value, estimate, number, verdict } = pair;
  const none = { asked, value, estimate: null, difference: null };
  if (verdict === "no-definition" || estimate === null) return { ...none, verdict: "no-definition" };
  if (!isShown || number === null || verdict === "no-interviews") return { ...none, verdict: "withheld" };
  const shown = shownEstimate(estimate, withInterviews);
  const difference =
    value === null || value.value === null ? null : rounded(shown.number - value.value, DECIMALS);
  return { asked, value, estimate: shown, difference, verdict };
}

function shownEstimate(estimate: Estimate, withInterviews: boolean): ShownEstimate {
  const scale = estimate.statistic === "mean" ? 1 : 100;
  const to = (x: number | null, decimals: number) =>
    x === null || !Number.isFinite(x) ? null : rounded(x * scale, decimals);
  return {
    number: rounded(estimate.estimate * scale, DECIMALS),
    standardError: to(estimate.standardError, ERROR_DECIMALS),
    low: to(estimate.low, DECIMALS),
    high: to(estimate.high, DECIMALS),
    level: estimate.level,
    method: estimate.method,
    interviews: withInterviews ? estimate.n : null,
  };
}

/** From correlations of two decimals and standard errors as they are shown, so that they tell no more than these. */
function covariancesOf(
  measure: string,
  by: By,
  cells: readonly { readonly code: string }[],
  covariance: readonly (readonly unknown[])[],
  isShown: (code: string) => boolean,
): ShownCovariance[] {
  const number = (a: number, b: number) => covariance[a]?.[b];
  const error = (a: number) => Math.sqrt(Number(number(a, a)));
  return cells.flatMap(({ code: first }, a) =>
    cells.slice(0, a + 1).map(({ code: second }, b): ShownCovariance => {
      const codes = [first, second] as const;
      const c = number(a, b);
      if (typeof c !== "number" || !isShown(first) || !isShown(second))
        return { measure, by, codes, covariance: null };
      const [ea, eb] = [error(a), error(b)];
      const correlation = ea * eb === 0 ? 0 : rounded(c / (ea * eb), 2);
      const shown = correlation * rounded(100 * ea, ERROR_DECIMALS) * rounded(100 * eb, ERROR_DECIMALS);
      return { measure, by, codes, covariance: rounded(shown, 2 * ERROR_DECIMALS) };
    }),
  );
}

/** To so many decimals as `formatNumber` shows it. */
function rounded(x: number, decimals: number): number {
  return Number(formatNumber(x, decimals).replaceAll(",", "").replace("\u2212", "-"));
}
