import type { Condition } from "../condition.js";

export const ARRANGEMENTS_2019_METHODOLOGY: Readonly<Record<string, Condition>> = {};
