import type {
  MeanMeasure,
  Measure,
  PooledMeasure,
  ProfileMeasure,
  ShareMeasure,
} from "../../model/codebook.js";
import { answersOf } from "../../model/condition-words.js";
import { entryAt } from "../../model/entry-at.js";
import {
  covarianceOfTotals,
  type Estimates,
  type Factor,
  type IntervalMethod,
  mean,
  proportion,
  ratio,
  type SurveyDesign,
} from "../../stats/index.js";
import { type CodedInterviews, variableOf } from "./coded-interviews.js";
import { conditionMask } from "./condition-mask.js";

export interface MeasureOptions {
  /** Confidence level of intervals, 0 to 1. */
  readonly level: number;
  /** Interval method for proportions, without a default. Pooled shares and means have t intervals. */
  readonly interval: IntervalMethod;
}

/** Estimates a measure in the groups of some factors, with the covariance matrix. Proportions run from 0 to 1. */
export function measureEstimates(
  interviews: CodedInterviews,
  design: SurveyDesign,
  measure: Measure,
  by: readonly Factor[],
  answers: readonly string[],
  options: MeasureOptions,
): Estimates {
  switch (measure.kind) {
    case "share":
      return shareEstimates(interviews, design, measure, by, options);
    case "pooled":
      return pooledEstimates(interviews, design, measure, by, options);
    case "mean":
      return meanEstimates(interviews, design, measure, by, options);
    case "profile":
      return profileEstimates(interviews, design, measure, by, answers, options);
  }
}

function shareEstimates(
  interviews: CodedInterviews,
  design: SurveyDesign,
  { base, counts }: ShareMeasure,
  by: readonly Factor[],
  { level, interval }: MeasureOptions,
): Estimates {
  const y = Float64Array.from(conditionMask(interviews, counts));
  const domain = conditionMask(interviews, base);
  return proportion(design, y, { by, domain, level, interval, deffReference: "with-replacement" });
}

function meanEstimates(
  interviews: CodedInterviews,
  design: SurveyDesign,
  { base, variable }: MeanMeasure,
  by: readonly Factor[],
  { level }: MeasureOptions,
): Estimates {
  const column = interviews.column(variable);
  if (column.form !== "numbers") throw new RangeError(`${variable} has no numbers to take the mean of`);
  const domain = conditionMask(interviews, base);
  return mean(design, column.numbers, { by, domain, level, deffReference: "with-replacement" });
}

function pooledEstimates(
  interviews: CodedInterviews,
  design: SurveyDesign,
  { items, counts }: PooledMeasure,
  by: readonly Factor[],
  { level }: MeasureOptions,
): Estimates {
  const counted = new Float64Array(interviews.rows);
  const given = new Float64Array(interviews.rows);
  for (const item of items) {
    const variable = variableOf(interviews.codebook, item);
    const special = new Set(answersOf(variable).flatMap(({ code, special }) => (special ? [code] : [])));
    const which = conditionMask(interviews, { variable: item, ...counts });
    const read = interviews.reader(item);
    for (let row = 0; row < interviews.rows; row++) {
      const value = read(row);
      if (value === null || special.has(String(value))) continue;
      given[row] = entryAt(given, row) + 1;
      counted[row] = entryAt(counted, row) + entryAt(which, row);
    }
  }
  const domain = given.map((number) => (number > 0 ? 1 : 0));
  return ratio(design, counted, given, { by, domain, level, deffReference: "with-replacement" });
}

function profileEstimates(
  interviews: CodedInterviews,
  design: SurveyDesign,
  { base, dimension, unions }: ProfileMeasure,
  by: readonly Factor[],
  answers: readonly string[],
  options: MeasureOptions,
): Estimates {
  const id = interviews.codebook.dimensions[dimension];
  if (id === undefined) throw new RangeError(`${interviews.codebook.id} has no variable for ${dimension}`);
  const domain = conditionMask(interviews, base);
  const each = answers.map((answer) => {
    const y = Float64Array.from(conditionMask(interviews, { variable: id, is: unions[answer] ?? [answer] }));
    const { level, interval } = options;
    const estimates = proportion(design, y, {
      ...{ by, domain, level, interval },
      deffReference: "with-replacement",
    });
    return { answer, y, estimates };
  });
  // Answers of a group come from the same interviews, so their estimates are correlated.
  const groups = each[0]?.estimates.estimates.map(({ by: names }) => rowsOf(by, names, domain)) ?? [];
  const scores = each.flatMap(({ y, estimates }) =>
    estimates.estimates.map(({ estimate, weightedN }, g) =>
      y.map((value, row) =>
        groups[g]?.[row] && weightedN > 0
          ? (entryAt(design.weights, row) * (value - estimate)) / weightedN
          : 0,
      ),
    ),
  );
  const k = groups.length;
  return {
    estimates: each.flatMap(({ answer, estimates }) =>
      estimates.estimates.map((estimate) => ({ ...estimate, by: { ...estimate.by, [dimension]: answer } })),
    ),
    covariance: covarianceOfTotals(design, scores),
    degreesOfFreedom: (places) =>
      each[0]?.estimates.degreesOfFreedom([...new Set(places.map((place) => place % k))]) ?? Number.NaN,
  };
}

/** 1 for the rows of the domain that are in a group. */
function rowsOf(
  by: readonly Factor[],
  names: Readonly<Record<string, string>>,
  domain: Uint8Array,
): Uint8Array {
  const codes = by.map(({ name, levels }) => levels.indexOf(names[name ?? ""] ?? ""));
  return domain.map((inside, row) =>
    inside && by.every((factor, f) => factor.codes[row] === codes[f]) ? 1 : 0,
  );
}
