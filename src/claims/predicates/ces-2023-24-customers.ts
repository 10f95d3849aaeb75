import type { Condition } from "../condition.js";

export const CES_CUSTOMERS: Readonly<Record<string, Condition>> = {};
