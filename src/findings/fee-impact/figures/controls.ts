import type { Control } from "../../../figures/figure.js";
import type { Options } from "../../../model/variants.js";
import { AROUND, FALLING } from "../options.js";

/** Which three quarters satisfaction is said to have fallen in. */
export const FALLING_CONTROL: Control = {
  name: "falling",
  type: "choice",
  legend: "The quarters of falling end in",
  options: FALLING.map(({ code, label }) => ({ code, label })),
  default: FALLING[0].code,
};

/** How wide "around" is. */
export const AROUND_CONTROL: Control = {
  name: "around",
  type: "choice",
  legend: "“Around” means",
  options: AROUND.map(({ code, label }) => ({ code, label })),
  default: AROUND[0].code,
};

/** The rows of the chosen readings. */
export function chosen<Row extends { readonly falling: string; readonly around: string }>(
  rows: readonly Row[],
  state: Options,
): Row[] {
  const falling = state[FALLING_CONTROL.name] ?? FALLING_CONTROL.default;
  const around = state[AROUND_CONTROL.name] ?? AROUND_CONTROL.default;
  return rows.filter((row) => row.falling === falling && row.around === around);
}

/** The chosen readings in words, for text alternatives. */
export function readingInWords(state: Options): string {
  const option = (control: Control) =>
    control.options.find(({ code }) => code === (state[control.name] ?? control.default))?.label ?? "";
  const around = option(AROUND_CONTROL).replace(/\d$/, "$& points");
  return `The quarters of falling end in ${option(FALLING_CONTROL)}; “around” means ${around}.`;
}
