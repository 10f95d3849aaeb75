import { boundProblem } from "../bounds/index.js";
import { memoize } from "../model/memoize.js";

/** Memoized `boundProblem`. */
export const boundsOf = /* @__PURE__ */ memoize(boundProblem);
