import {
  type Asked,
  type CodedInterviews,
  countInterviews,
  type EstimateTable,
  estimatesOf,
  type InterviewEstimates,
  type MeasureOptions,
} from "../../../src/analysis/interviews/index.js";
import type { InterviewVerdict } from "../../../src/analysis/interviews/verdict-words.js";
import type { Codebook } from "../../../src/model/codebook.js";
import { answersOf } from "../../../src/model/condition-words.js";
import { withCode } from "../../../src/model/dimensions.js";
import type { Kind } from "../../../src/model/kind.js";
import type { Value } from "../../../src/model/value.js";
import { type CovarianceTable, covarianceTable, type Estimate } from "../../../src/stats/index.js";
import type { Raw } from "../../read/index.js";

/**
 * How a published number compares with interviews.
 *
 * - `agrees`: the estimate rounds to what is printed, or fits the words
 * - `differs`: it does not
 * - `not-held`: the text that we hold does not give the number
 * - `no-interviews`: nobody in the file is in the group
 * - `no-definition`: the codebook does not define the measure or the group
 * - `not-published`: no publication that we hold has this number
 */
export type Verdict = Exclude<InterviewVerdict, "withheld">;

/** A published percentage with the one from interviews; percentages run from 0 to 100. */
export interface PairedValue {
  /** The measure, group and period. */
  readonly asked: Asked;
  /** Null for a measure that no publication gives. */
  readonly value: Value | null;
  readonly estimate: Estimate | null;
  /** The estimate, in the unit of the value; null for none. */
  readonly number: number | null;
  /** The estimate minus the published number. */
  readonly difference: number | null;
  readonly verdict: Verdict;
}

/** A published base with that of the file. */
export interface PairedBase {
  readonly base: Raw["bases"][number];
  readonly number: number | null;
  readonly verdict: Verdict;
}

/** The published numbers of a survey with those from its interviews. **Not for publication**: contains small groups. */
export interface FromInterviews {
  /** "calculated", or "simulated" for made-up interviews. */
  readonly kind: Kind;
  readonly simulated: string | null;
  readonly values: readonly PairedValue[];
  readonly bases: readonly PairedBase[];
  readonly estimates: InterviewEstimates;
}

/** Tolerance in points at the ends of rounding intervals, for a different summation order. */
const FORGIVEN = 1e-6;

/** 95% intervals; Korn-Graubard for proportions, which is also valid for small groups. */
export const OPTIONS: MeasureOptions = { level: 0.95, interval: "beta" };

/**
 * Compares each percentage and base of the survey's publications with its interviews. Measures of the codebook
 * without a published number are estimated for everyone.
 */
export function fromInterviews(
  raw: Pick<Raw, "values" | "bases">,
  interviews: CodedInterviews,
  options: MeasureOptions = OPTIONS,
): FromInterviews {
  const { codebook, simulated } = interviews;
  const own = <T extends { readonly publication: string }>(rows: readonly T[]) =>
    rows.filter(({ publication }) => codebook.publications.includes(publication));
  const kinds = new Map(codebook.measures.map(({ id, kind }) => [id, kind]));
  const values = own(raw.values).filter(
    ({ measure, unit }) => unit === "percent" || kinds.get(measure) === "mean",
  );
  const asked: { readonly asked: Asked; readonly value: Value | null }[] = [
    ...values.map((value) => ({ asked: value, value })),
    ...unpublished(codebook, values).map((one) => ({ asked: one, value: null })),
  ];
  const estimates = estimatesOf(
    interviews,
    asked.map((one) => one.asked),
    options,
  );
  return {
    kind: simulated === null ? "calculated" : "simulated",
    simulated,
    values: asked.map((one) => {
      const scale = kinds.get(one.asked.measure) === "mean" ? 1 : 100;
      return pairValue(one, estimates, scale);
    }),
    bases: own(raw.bases).map((base) => pairBase(base, interviews)),
    estimates,
  };
}

/** Measures without a published value, for everyone; of a profile, each answer. */
function unpublished({ measures, variables, dimensions }: Codebook, values: readonly Value[]): Asked[] {
  const published = new Set(values.map(({ measure }) => measure));
  return measures
    .filter(({ id }) => !published.has(id))
    .flatMap((measure): Asked[] => {
      if (measure.kind !== "profile") return [{ measure: measure.id, group: {}, period: null }];
      const variable = variables.find(({ id }) => id === dimensions[measure.dimension]);
      const codes = variable === undefined ? [] : answersOf(variable).map(({ code }) => code);
      return [...codes, ...Object.keys(measure.unions)].map((code) => ({
        ...{ measure: measure.id, group: withCode({}, measure.dimension, code), period: null },
      }));
    });
}

function pairValue(
  { asked, value }: Pick<PairedValue, "asked" | "value">,
  estimates: InterviewEstimates,
  scale: number,
): PairedValue {
  const estimate = estimates.find(asked)?.estimate ?? null;
  const none = { asked, value, estimate, number: null, difference: null };
  if (estimate === null) return { ...none, verdict: "no-definition" };
  if (estimate.n === 0) return { ...none, verdict: "no-interviews" };
  const number = estimate.estimate * scale;
  if (value === null) return { ...none, number, verdict: "not-published" };
  const { low, high } = value;
  const difference = value.value === null ? null : number - value.value;
  const paired = { ...none, number, difference };
  if (low === null || high === null) return { ...paired, verdict: "not-held" };
  const inside = number >= low - FORGIVEN && number <= high + FORGIVEN;
  return { ...paired, verdict: inside ? "agrees" : "differs" };
}

function pairBase(base: PairedBase["base"], interviews: CodedInterviews): PairedBase {
  const { codebook } = interviews;
  const population = codebook.populations?.find(({ id }) => id === base.population);
  const known = Object.keys(base.group).every((dimension) => dimension in codebook.dimensions);
  if (population === undefined || !known) return { base, number: null, verdict: "no-definition" };
  const number = countInterviews(interviews, population.when, base.group, base.period);
  const verdict = base.interviews === null ? "not-held" : number === base.interviews ? "agrees" : "differs";
  return { base, number, verdict };
}

/** Estimates with their covariance matrix. **Not for publication** before disclosure control. */
export function covariancesOf({
  tables,
}: InterviewEstimates): { table: EstimateTable; covariance: CovarianceTable }[] {
  return tables.map((table) => ({ table, covariance: covarianceTable(table.estimates, { pairDf: true }) }));
}
