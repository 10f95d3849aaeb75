import type { Condition } from "../condition.js";

export const CMS_2016: Readonly<Record<string, Condition>> = {};
