import {
  cellTotals,
  contrast,
  factor,
  jackknife,
  logisticRegression,
  mean,
  proportion,
  quantile,
  rake,
  raoScottTest,
  surveyDesign,
  waldIndependenceTest,
} from "../../src/stats/index.js";

/** A column of numbers or text, null where missing. */
type Column = readonly (number | string | null)[];

/**
 * A survey's columns estimated in many ways, as plain numbers by name: the same call in Node and in a page must give the
 * same.
 */
export function statsAnswers(columns: Readonly<Record<string, Column>>): Record<string, number[]> {
  const numbers = (name: string) =>
    Float64Array.from(columns[name] ?? [], (value) => Number(value ?? Number.NaN));
  const factorOf = (name: string) => factor(columns[name] ?? [], { name });
  const plain = surveyDesign({
    weights: numbers("w"),
    strata: factorOf("stratum"),
    clusters: factorOf("psu"),
    populationSizes: numbers("fpc"),
  });
  const y = numbers("y");
  const yes = numbers("yes");
  const by = [factorOf("g")];
  const answers: Record<string, number[]> = {};
  const g = factorOf("g");
  const sums = g.levels.map((_, level) =>
    plain.weights.reduce((sum, w, i) => sum + (g.codes[i] === level ? w : 0), 0),
  );
  const raked = rake(plain, [{ factor: g, totals: sums.map((sum, level) => sum * (1 + level / 10)) }]).design;
  for (const [name, design] of [
    ["plain", plain],
    ["raked", raked],
    ["jackknife", jackknife(plain, { method: "JKn", mse: false })],
  ] as const) {
    const means = mean(design, y, { by, level: 0.95, deffReference: "with-replacement" });
    answers[`${name} means`] = means.estimates.flatMap((e) => [
      e.estimate,
      e.standardError,
      e.df,
      e.low ?? -1,
      e.high ?? -1,
      e.deff ?? -1,
    ]);
    answers[`${name} covariance`] = [...means.covariance];
    const first = means.estimates.map((_, i) => (i === 0 ? -1 : i === 1 ? 1 : 0));
    const { estimate, standardError, t, p } = contrast(means, first, { level: 0.95 });
    answers[`${name} contrast`] = [estimate, standardError, t, p];
    for (const interval of ["logit", "beta", "wilson", "arcsine", "wald"] as const)
      answers[`${name} ${interval}`] = proportion(design, yes, {
        by,
        level: 0.95,
        interval,
      }).estimates.flatMap((e) => [e.estimate, e.low ?? -1, e.high ?? -1]);
    answers[`${name} quantile`] = quantile(design, y, {
      level: 0.95,
      probability: 0.3,
      rule: "school",
    }).estimates.flatMap((e) => [e.estimate, e.standardError]);
    const table = cellTotals(design, factor(yes), g);
    for (const order of ["first", "second"] as const) {
      const { statistic, p: tail } = raoScottTest(table, order);
      answers[`${name} rao-scott ${order}`] = [statistic, tail];
    }
    const wald = waldIndependenceTest(table, "adjusted-wald");
    answers[`${name} wald`] = [wald.statistic, wald.p];
    const { terms } = logisticRegression(design, yes, [{ kind: "number", name: "x", values: numbers("x") }], {
      level: 0.95,
    });
    answers[`${name} logistic`] = terms.flatMap((term) => [term.estimate, term.standardError, term.p ?? -1]);
  }
  return answers;
}
