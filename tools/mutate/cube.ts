import { mutationsOf } from "./mutation.js";

export const cube = mutationsOf("cube", [
  {
    what: "cuts weights off instead of rounding them",
    file: "quantise-weights",
    find: "Math.round(w * PER_ONE)",
    replace: "Math.trunc(w * PER_ONE)",
  },
  {
    what: "divides by m - 1 twice",
    file: "cell-covariance",
    find: "Math.max(0, left.high[0] as number) / m",
    replace: "Math.max(0, left.high[0] as number) / (m - 1)",
    tests: ["estimate-from-cube"],
  },
  {
    what: "forgets the covariance between groups",
    file: "cell-covariance",
    find: "f * mean * ((first",
    replace: "0 * mean * ((first",
    tests: ["estimate-from-cube"],
  },
  {
    what: "takes no degree of freedom for strata",
    file: "cell-groups",
    find: "- (seen[at] === 0 ? 1 : 0)",
    replace: "- 0",
    tests: ["estimate-from-cube"],
  },
  {
    what: "counts the second cube's interviews alone",
    file: "merge-cubes",
    find: "merged.n[c] = (merged.n[c] as number) + (from.n[at] as number);",
    replace: "merged.n[c] = from.n[at] as number;",
  },
  {
    what: "loses what an adjustment explains in other groups",
    file: "adjusted-covariance",
    find: "return -weight * (fitted[c] as number);",
    replace: "return 0 * weight * (fitted[c] as number);",
  },
  {
    what: "has one product for two in a square about a centre",
    file: "moments",
    find: "add(into, 0, -2 * (wy.high[c] as number), -2 * (wy.low[c] as number));",
    replace: "add(into, 0, -(wy.high[c] as number), -(wy.low[c] as number));",
    tests: ["estimate-from-cube"],
  },
  {
    what: "loses the low parts of sums",
    file: "double-double",
    find: "sums.low[at] = w - (zh - vh);",
    replace: "sums.low[at] = 0;",
  },
  {
    what: "has n for n - 1 in a design effect",
    file: "estimate-from-cube",
    find: " * (n / (n - 1))",
    replace: " * (n / n)",
  },
  {
    what: "has no finite population",
    file: "cell-design",
    find: "return m / size;",
    replace: "return 0;",
    tests: ["estimate-from-cube"],
  },
]);
