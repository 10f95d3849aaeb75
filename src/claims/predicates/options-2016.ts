import type { Condition } from "../condition.js";

export const OPTIONS_2016: Readonly<Record<string, Condition>> = {};
