import type { Control } from "../model/control.js";
import type { Options } from "../model/variants.js";

/** The controls that differ from their default in this state, except those that only change the view. */
export function changedAssumptions(controls: readonly Control[], state: Options): Control[] {
  return controls.filter(
    ({ name, type, isView, default: usual }) =>
      type !== "redraw" && !isView && state[name] !== undefined && state[name] !== usual,
  );
}

/** What the bar says: "You changed 2 assumptions; 3 sentences would now read differently". */
export function changesInWords(assumptions: number, sentences: number): string {
  const some = sentences === 0 ? "no sentence" : plural(sentences, "sentence");
  return `You changed ${plural(assumptions, "assumption")}; ${some} would now read differently`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
