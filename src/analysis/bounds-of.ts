import { boundProblem } from "../bounds/index.js";
import { remembered } from "../model/remembered.js";

/** `boundProblem`, whose answers are kept. */
export const boundsOf = /* @__PURE__ */ remembered(boundProblem);
