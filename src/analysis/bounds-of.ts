import { boundProblem } from "../bounds/index.js";
import { remembered } from "../model/remembered.js";

/** `boundProblem`, whose answers are kept. */
export const boundsOf = remembered(boundProblem);
