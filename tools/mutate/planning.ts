import { mutationsOf } from "./mutation.js";

export const planning = mutationsOf("planning", [
  {
    what: "adds the covariance of a panel",
    file: "change-between-quarters",
    find: "- 2 * overlap * correlation",
    replace: "+ 2 * overlap * correlation",
  },
  {
    what: "takes the quarter after a baseline for known",
    file: "pooled-baseline",
    find: "(1 + 1 / quarters)",
    replace: "(1 / quarters)",
  },
  {
    what: "tests on one side",
    file: "power",
    find: 'normalQuantile(alpha / 2, "upper") * nullStandardError',
    replace: 'normalQuantile(alpha, "upper") * nullStandardError',
    tests: ["two-proportions"],
  },
  {
    what: "pools without the sizes of the groups",
    file: "two-proportions",
    find: "(n1 * p1 + n2 * p2) / (n1 + n2)",
    replace: "(p1 + p2) / 2",
    tests: ["two-proportions", "pooled-variance"],
  },
]);
