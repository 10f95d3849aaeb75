import { chosenCode, chosenOption } from "../../../model/control.js";
import type { Options } from "../../../model/variants.js";
import { AROUND, type Around, FALLING, type Falling } from "../options.js";

/** The chosen reading of the words. */
export function readingOf(state: Options): { falling: Falling; around: Around } {
  return { falling: chosenCode(FALLING, state), around: chosenCode(AROUND, state) };
}

/** The rows for the chosen reading. */
export function chosenRows<Row extends { readonly falling: string; readonly around: string }>(
  rows: readonly Row[],
  state: Options,
): Row[] {
  const { falling, around } = readingOf(state);
  return rows.filter((row) => row.falling === falling && row.around === around);
}

/** The chosen reading as text, for text alternatives. */
export function readingInWords(state: Options): string {
  const around = chosenOption(AROUND, state).label.replace(/\d$/, "$& points");
  return `The quarters of falling end in ${chosenOption(FALLING, state).label}; “around” means ${around}.`;
}
