import { textHash } from "./draw.js";

/** Items that a reviewer can mark: a step of the hour, a drawn value, a close call. */
export const MARKED = ["step", "value", "call"] as const;
export type Marked = (typeof MARKED)[number];

/** The answers for each, besides none. "Could not" is offered wherever it can happen. */
export const ANSWERS = {
  step: { done: "done", "could-not": "could not" },
  value: { found: "found as recorded", not: "not found as recorded" },
  call: { agree: "agree", disagree: "disagree", "could-not": "could not check" },
} as const satisfies Record<Marked, Readonly<Record<string, string>>>;

/** The link key of a mark: short and stable. */
export function markName(marked: Marked, id: string): string {
  return `${marked}-${(textHash(id) >>> 0).toString(36)}`;
}
