export { verdictsFigure } from "../../review/sentence-by-sentence/figures.js";
export { ASSUMPTION_CONTROLS } from "./controls.js";
