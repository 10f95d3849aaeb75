import { mutationsOf } from "./mutation.js";

export const testing = mutationsOf("testing", [
  {
    what: "gives the first order for the second",
    file: "rao-scott",
    find: "const df1 = (sum * sum) / squares;",
    replace: "const df1 = k;",
  },
  {
    what: "does not correct the statistic of the second order",
    file: "rao-scott",
    find: "const statistic = pearson / sum;",
    replace: "const statistic = pearson / k;",
  },
  {
    what: "does not correct the statistic of the first order",
    file: "rao-scott",
    find: "const statistic = pearson / (sum / k);",
    replace: "const statistic = pearson;",
  },
  {
    what: "has the design's degrees of freedom alone in the denominator",
    file: "rao-scott",
    find: "const df2 = df1 * df;",
    replace: "const df2 = df;",
  },
  {
    what: "takes the total for known in the covariance of shares",
    file: "rao-scott",
    find: " + pa * pb * whole",
    replace: "",
  },
  {
    what: "does not adjust Wald's statistic",
    file: "wald-independence",
    find: "(w * (df - k + 1)) / (k * df)",
    replace: "w / k",
  },
  {
    what: "does not adjust Wald's degrees of freedom",
    file: "wald-independence",
    find: 'const df2 = method === "wald" ? df : df - k + 1;',
    replace: "const df2 = df;",
  },
  {
    what: "takes the columns' totals for known",
    file: "wald-independence",
    find: "(cell % c === j ? a / all : 0)",
    replace: "0",
  },
  {
    what: "turns the difference round",
    file: "difference-test",
    find: "(g === b ? 1 : g === a ? -1 : 0)",
    replace: "(g === a ? 1 : g === b ? -1 : 0)",
  },
  {
    what: "multiplies Holm's p-values in the wrong order",
    file: "multiple-comparisons",
    find: "(count - rank) * (p[at] as number)",
    replace: "(rank + 1) * (p[at] as number)",
  },
  {
    what: "lets Holm's p-values fall",
    file: "multiple-comparisons",
    find: "greatest = Math.max(greatest, (",
    replace: "greatest = Math.max(0, (",
  },
  {
    what: "has Bonferroni for Benjamini and Hochberg",
    file: "multiple-comparisons",
    find: "(count / rank) *",
    replace: "count *",
  },
]);
