import { defineControl, type OptionCode, optionOf } from "../model/control.js";

/**
 * How much each interview was worth. One worth a half is a design effect of 2. There is no neutral choice: one in full is simple
 * random sampling, the most favourable of the four.
 */
export const INTERVIEW = defineControl({
  name: "interview",
  type: "choice",
  legend: "Each interview was worth",
  options: [
    { code: "full", label: "one, in full", deff: 1, note: "the most favourable" },
    { code: "two-thirds", label: "two thirds", deff: 1.5 },
    { code: "half", label: "half", deff: 2 },
    { code: "third", label: "a third", deff: 3 },
  ],
  default: "full",
});

export type InterviewWorth = OptionCode<typeof INTERVIEW>;

/** The design effect of an option. */
export function designEffect(worth: InterviewWorth): number {
  return optionOf(INTERVIEW, worth).deff;
}
