import type { AuditRules } from "./rules.js";

/** The rules of each publication that has any. */
export const AUDIT_RULES: readonly AuditRules[] = [];
