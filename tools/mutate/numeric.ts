import { mutationsOf } from "./mutation.js";

export const numeric = mutationsOf("numeric", [
  {
    what: "has both tails of t for one",
    file: "distributions/t",
    find: 'twoSided(Math.abs(x), df, "upper") / 2',
    replace: 'twoSided(Math.abs(x), df, "upper")',
    tests: ["distributions"],
  },
  {
    what: "swaps the degrees of freedom of F",
    file: "distributions/f",
    find: "Math.max(0, x) * (df1 / df2)",
    replace: "Math.max(0, x) * (df2 / df1)",
    tests: ["distributions"],
  },
  {
    what: "misses the half of chi-squared",
    file: "distributions/chi-squared",
    find: "Math.max(0, x) / 2, df / 2",
    replace: "Math.max(0, x), df / 2",
    tests: ["distributions"],
  },
  {
    what: "takes dependent columns for independent",
    file: "linear-algebra",
    find: "const LEAST_PIVOT = 1e-10;",
    replace: "const LEAST_PIVOT = -1;",
  },
  {
    what: "finds no root where the function falls",
    file: "root",
    find: "if (fx > 0 === fa > 0) {",
    replace: "if (fx > 0) {",
  },
]);
