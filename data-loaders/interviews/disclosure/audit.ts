import { checkTables } from "./check-tables.js";
import type { Defence } from "./defence.js";
import type { Reason } from "./knowledge.js";
import type { AuditedCount, Earlier } from "./publication.js";
import { type Rules, rulesFrom } from "./rules.js";
import { defenceOf } from "./situation.js";
import type { Tables } from "./tables.js";

/**
 * Attacks a given suppression pattern: the attacker's interval for each count that is suppressed, or small though not
 * shown.
 *
 * @param suppressed ids of the suppressed counts of the last build
 */
export function auditPattern(
  tables: Tables,
  suppressed: readonly (readonly [id: string, reason: Reason])[],
  rules: Partial<Rules> = {},
  earlier: readonly Earlier[] = [],
): AuditedCount[] {
  const rule = rulesFrom(rules);
  checkTables(tables);
  return auditOf(
    defenceOf(tables, rule, earlier, (_, at) => suppressed.map(([id, reason]) => [at(id), reason])),
  );
}

/** Whether too few numbers remain possible. */
export const isTooNarrow = ({
  low,
  high,
  required,
}: Pick<AuditedCount, "low" | "high" | "required">): boolean => high - low + 1 < required;

/** Attacks everything that must be protected. */
export function auditOf(defence: Defence): AuditedCount[] {
  const last = defence.rules.length - 1;
  return defence.targets.map((target) => {
    const { low, high } = defence.interval(target);
    const { id, build, reason, value, required } = target;
    return { id, build: build - last, reason, count: value, low, high, required };
  });
}
