import { chosenCode, defineControl } from "../model/control.js";
import type { Options } from "../model/variants.js";

/** Whether the whole-percentage charts that fit are counted. */
export const COUNTING = defineControl({
  name: "counting",
  type: "tick",
  legend: "Counting charts, not chances",
  options: [
    { code: "no", label: "not counted" },
    { code: "yes", label: "counted" },
  ],
  default: "no",
  isView: true,
});

export function isCounting(state: Options): boolean {
  return chosenCode(COUNTING, state) === "yes";
}
