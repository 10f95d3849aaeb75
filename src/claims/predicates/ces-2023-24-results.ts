import type { Condition } from "../condition.js";

export const CES_RESULTS: Readonly<Record<string, Condition>> = {};
