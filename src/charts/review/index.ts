export { ASSUMPTION_CONTROLS } from "./controls.js";
export { verdictsFigure } from "./verdicts.js";
