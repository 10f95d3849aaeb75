import { chosenCode, defineControl } from "../model/control.js";
import type { Options } from "../model/variants.js";
import type { DesignEffectEnd } from "./figure.js";

/**
 * The tightest end that the survey of 2023/24 sets: internet access, whose gap the report calls significant. A design
 * effect differs between questions, so that it binds no other figure.
 */
export const INTERNET_END: DesignEffectEnd = {
  result: "online.critical-design-effect",
  says: "Of all that this survey’s text calls significant and gives numbers for, internet access ends first: at {{online.critical-design-effect}} as printed, {{online.critical-design-effect.best}} at the most favourable rounding. Design effects differ between questions.",
  beyond: "beyond internet access",
};

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
