import { CES_2023_24 } from "./ces-2023-24.js";
import type { AuditRules } from "./rules.js";

/** The rules of each publication that has any. */
export const AUDIT_RULES: readonly AuditRules[] = [
  CES_2023_24,
  { publication: "cms-2016", populations: [], weights: "cms16.quarter-weight", significant: [] },
];
