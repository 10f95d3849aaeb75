import type { Answer } from "./estimate.js";
import type { Request } from "./request.js";

/** The answer as JSON, without fields that do not apply. */
export function answerJson(answer: Answer, request: Request): object {
  const { design, df, weights, estimates, test, model } = answer;
  return withoutAbsent({
    design: withoutAbsent({
      n: design.n,
      strata: request.strata === null ? null : design.stratumPsus.filter((m) => m > 0).length,
      clusters: request.clusters === null ? null : design.psuCount,
      df,
    }),
    estimates:
      estimates?.estimates.map((row) =>
        withoutAbsent({
          by: request.by.length === 0 ? null : row.by,
          n: row.n,
          weightedN: row.weightedN,
          estimate: row.estimate,
          standardError: row.standardError,
          deff: row.deff,
          deffReference: row.deffReference,
          effectiveN: row.effectiveN,
          cv: row.cv,
          df: row.df,
          low: row.low,
          high: row.high,
          method: row.method,
          flag: row.reliability?.flag ?? null,
          flagReasons: row.reliability?.reasons ?? null,
        }),
      ) ?? null,
    test:
      test === null
        ? null
        : test.name === "difference"
          ? withoutAbsent({
              name: test.name,
              statistic: test.t,
              df1: test.df,
              p: test.p,
              difference: test.estimate,
              standardError: test.standardError,
              low: test.low,
              high: test.high,
            })
          : withoutAbsent({ ...test, df2: "df2" in test ? test.df2 : null }),
    model: model?.terms.map((term) => withoutAbsent({ ...term })) ?? null,
    weights:
      weights === null
        ? null
        : withoutAbsent({
            min: weights.min,
            max: weights.max,
            cv: weights.cv,
            kish: weights.kishDesignEffect,
            converged: weights.converged,
          }),
    method: methodOf(answer, request),
  });
}

/** Description of the method. */
export function methodOf(
  { design, estimates, model }: Answer,
  request: Request,
): Record<string, string | number> {
  const { replicates } = design;
  const first = estimates?.estimates[0];
  const method: Record<string, string | number> = {
    variance:
      replicates === null
        ? "Taylor linearisation"
        : `${replicates.method} replicates (${replicates.count}), around their mean`,
    degreesOfFreedom: "primary sampling units less strata, among those with a row that counts",
    level: request.level,
  };
  if (first !== undefined) {
    method.statistic = first.statistic;
    method.interval = first.statistic === "proportion" ? request.interval : "t";
    if (estimates?.estimates.some(({ deff }) => deff !== null)) method.deffReference = "without-replacement";
  }
  if (request.postStratify !== null || request.rake.length > 0)
    method.weights = [
      ...(request.postStratify === null ? [] : [`post-stratified to ${request.postStratify}`]),
      ...(request.rake.length === 0 ? [] : [`raked to ${request.rake.join(", ")}`]),
    ].join(", then ");
  if (model !== null) method.model = model.kind;
  return method;
}

/** Removes null, NaN and infinite values. */
function withoutAbsent(fields: Record<string, unknown>): object {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== null && value !== undefined && !(typeof value === "number" && !Number.isFinite(value)),
    ),
  );
}
