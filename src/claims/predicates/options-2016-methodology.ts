import type { Condition } from "../condition.js";

export const OPTIONS_2016_METHODOLOGY: Readonly<Record<string, Condition>> = {};
