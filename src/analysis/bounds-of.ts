import { boundProblem } from "../bounds/index.js";
import { remembered } from "./remembered.js";

/** `boundProblem`, whose answers are kept. */
export const boundsOf = remembered(boundProblem);
