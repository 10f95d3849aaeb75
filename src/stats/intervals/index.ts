export { clopperPearson } from "./clopper-pearson.js";
export { exactCoverage } from "./coverage.js";
export { imbensManskiInterval } from "./imbens-manski.js";
export { type Interval, meanInterval } from "./mean-interval.js";
export { type IntervalMethod, type ProportionInterval, proportionInterval } from "./proportion-interval.js";
export { proportionReliability, type Reliability } from "./reliability.js";
