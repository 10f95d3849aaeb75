export type { AdjustedWeights } from "./adjusted-weights.js";
export { type CalibrationOptions, calibrate } from "./calibrate.js";
export { type WeightDiagnostics, weightDiagnostics } from "./diagnostics.js";
export type { DistanceName } from "./distance.js";
export type { Margin } from "./margin.js";
export { postStratify } from "./post-stratify.js";
export { rake } from "./rake.js";
export { type MixTreatment, reweightToMix } from "./reweight-to-mix.js";
export { trimWeights } from "./trim.js";
