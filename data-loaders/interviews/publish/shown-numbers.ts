import type { Codebook } from "../../../src/model/codebook.js";
import { conditionWords } from "../../../src/model/condition-words.js";
import { formatNumber } from "../../../src/model/format.js";
import type { Estimate } from "../../../src/stats/index.js";
import type { PairedValue } from "../beside-printed/from-interviews.js";
import type { PublishedTables } from "../disclosure/index.js";
import type { SurveyBase } from "./bases.js";
import type { By } from "./dimensions.js";
import type { ShownCount, ShownCovariance, ShownEstimate, ShownValue } from "./published-survey.js";
import type { Shown } from "./shown.js";
import { DECIMALS, type Details, type SurveyTables } from "./survey-tables.js";

/**
 * A published value with the interviews' estimate, if that may be shown.
 *
 * @param interviews of the group, as shown; null where not shown
 */
export function shownValue(pair: PairedValue, isShown: boolean, interviews: number | null): ShownValue {
  const { asked, value, estimate, number, verdict } = pair;
  const none = { asked, value, estimate: null, difference: null };
  if (verdict === "no-definition" || estimate === null) return { ...none, verdict: "no-definition" };
  if (!isShown || number === null || verdict === "no-interviews") return { ...none, verdict: "withheld" };
  const shown = shownEstimate(estimate, interviews);
  const difference =
    value === null || value.value === null ? null : rounded(shown.number - value.value, DECIMALS);
  return { asked, value, estimate: shown, difference, verdict };
}

function shownEstimate(estimate: Estimate, interviews: number | null): ShownEstimate {
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
    interviews,
  };
}

/** Decimals of a standard error, enough for percentages with one decimal. */
const ERROR_DECIMALS = 2;

/** Rounds like `formatNumber`. */
function rounded(x: number, decimals: number): number {
  return Number(formatNumber(x, decimals).replaceAll(",", "").replace("\u2212", "-"));
}

/** Covariances of each measure's groups, by dimension. */
export function shownCovariances(
  { measures }: Pick<PublishedTables<Details>, "measures">,
  shown: Pick<Shown, "estimate">,
): ShownCovariance[] {
  return measures.flatMap(({ id, groups }) =>
    groups.flatMap(({ dimension, cells, covariance }) =>
      covariancesOf(id, dimension as By, cells, covariance ?? [], (code) =>
        shown.estimate(id, dimension as By, code),
      ),
    ),
  );
}

/** Computed from correlations with two decimals and shown standard errors, so they reveal nothing more. */
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

/** The counts that disclosure control allows, in the codebook's words. */
export function shownCounts(
  tables: Pick<PublishedTables<Details>, "bases" | "counts">,
  { groupings, bases }: Pick<SurveyTables, "groupings" | "bases">,
  codebook: Codebook,
): ShownCount[] {
  const labels = new Map(
    [...groupings].map(([by, { codes }]) => [by, new Map(codes.map((c) => [c.code, c.label]))]),
  );
  const definitions = new Map(bases.all.map((base) => [base.id, definitionOf(base, codebook)]));
  return [
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
}

/** Describes who is in a base. */
function definitionOf({ id, when }: SurveyBase, codebook: Codebook): string {
  const { kind } = codebook.measures.find((measure) => measure.id === id) ?? {};
  return kind === "pooled" || kind === "mean"
    ? `with an answer that ${id} counts`
    : conditionWords(when, codebook);
}
