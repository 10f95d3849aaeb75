import type { Condition } from "../condition.js";

export const CES_SURVEY: Readonly<Record<string, Condition>> = {};
