import { boundProblem } from "../bounds/index.js";
import { memoize } from "../model/memoize.js";

/** `boundProblem`, whose answers are kept. */
export const boundsOf = /* @__PURE__ */ memoize(boundProblem);
