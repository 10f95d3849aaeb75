import { mutationsOf } from "./mutation.js";

export const published = mutationsOf("published", [
  {
    what: "misses the design effect of a difference",
    file: "difference",
    find: "Math.sqrt(deff * (",
    replace: "Math.sqrt((",
  },
  {
    what: "has half for a fourth in Wilson's interval",
    file: "wilson",
    find: "(4 * m * m)",
    replace: "(2 * m * m)",
  },
  {
    what: "multiplies with the design effect in Wilson's interval",
    file: "wilson",
    find: "const m = n / deff;",
    replace: "const m = n * deff;",
  },
  {
    what: "turns the sign of a mix",
    file: "mix",
    find: "(shareInA - shareInB) * (first - second)",
    replace: "(shareInB - shareInA) * (first - second)",
  },
  {
    what: "divides by the part for the difference of parts",
    file: "implied-share",
    find: "(t - r) / (p - r)",
    replace: "(t - r) / p",
  },
  {
    what: "does not square the critical design effect",
    file: "critical-design-effect",
    find: "(z / Z_95) ** 2",
    replace: "z / Z_95",
  },
]);
