export { ASSUMPTION_CONTROLS } from "./controls.js";
export { verdictsFigure } from "../../review/sentence-by-sentence/figures.js";
