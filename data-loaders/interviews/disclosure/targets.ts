import type { CountSystem } from "./counts.js";
import type { Form } from "./deviations.js";
import type { Pattern, Reason } from "./knowledge.js";
import { type Rules, requiredWidth } from "./rules.js";

/** A count that must keep a feasibility interval of at least `required` whole numbers. */
export interface Target {
  readonly id: string;
  readonly build: number;
  /** Why it is protected; `rest`, `outside` and `added` are never shown, but could be inferred. */
  readonly reason: Reason | "rest" | "outside" | "added";
  readonly form: Form;
  readonly value: number;
  readonly required: number;
}

/** Everything to protect: suppressed counts, and small ones that no table shows (except 0). */
export function targetsOf(system: CountSystem, pattern: Pattern, rules: readonly Rules[]): Target[] {
  const { counts, rows, differences } = system;
  const isFew = (value: number, build: number) => value > 0 && value < rules[build].least;
  const targets: Target[] = [];
  counts.forEach(({ id, build, kind, value }, i) => {
    const reason = pattern.get(i);
    const rule = rules[build];
    const form = { index: [i], coefficient: [1] };
    if (reason !== undefined) {
      // If an earlier publication shows the count, only the addition can be hidden.
      const open = value - (lastShown(system, pattern, i)?.value ?? 0);
      targets.push({ id, build, reason, form, value, required: requiredWidth(open, rule) });
    }
    if (kind === "rest" && isFew(value, build))
      targets.push({ id, build, reason: "rest", form, value, required: rule.width });
  });
  for (const { id, build, kind, row, value, guarded } of differences)
    if (guarded && isFew(value, build)) {
      const form = rows[row];
      targets.push({ id, build, reason: kind, form, value, required: rules[build].width });
    }
  return targets;
}

/** Primary suppressions: small counts to be shown, including empty cells. */
export function primary({ counts }: CountSystem, build: number, { least }: Pick<Rules, "least">): number[] {
  return counts.flatMap((count, i) => {
    const isSmall =
      count.build === build && count.kind !== "rest" && !count.structural && count.value < least;
    return isSmall ? [i] : [];
  });
}

/** The latest earlier publication that shows the same count: its value, and whether it is unchanged. */
export function lastShown(
  { counts, before }: CountSystem,
  pattern: Pattern,
  count: number,
): { readonly value: number; readonly isSame: boolean } | null {
  let isSame = true;
  for (let step = before[count]; step != null; step = before[step.count]) {
    isSame &&= step.isSame;
    const { kind, value } = counts[step.count];
    if (kind !== "rest" && !pattern.has(step.count)) return { value, isSame };
  }
  return null;
}
