import type { Format } from "../../model/result.js";

export const PERCENT: Format = { style: "percent", decimals: 0 };
export const TENTHS: Format = { style: "percent", decimals: 1 };
export const POINTS: Format = { style: "points", decimals: 0 };
export const TENTHS_OF_POINTS: Format = { style: "points", decimals: 1 };
export const COUNT: Format = { style: "plain", decimals: 0 };
