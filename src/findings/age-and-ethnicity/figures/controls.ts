import { INTERVIEW } from "../../../analysis/interview-worth.js";
import type { Control } from "../../../model/control.js";
import { chosenCode } from "../../../model/control.js";
import type { Options } from "../../../model/variants.js";
import { OLDER, SILENCE } from "../readings.js";

/** Whether silence about a pair of groups is read as "not significant". */
export const SILENCE_CONTROL: Control = {
  name: "silence",
  type: "tick",
  legend: "Treat differences that the report does not mention as not significant",
  options: [
    { code: SILENCE.off, label: "no statement" },
    { code: SILENCE.on, label: "not significant" },
  ],
  default: SILENCE.off,
};

/** Whom ages 25 to 34 are compared with. */
export const OLDER_CONTROL: Control = {
  name: "older",
  type: "choice",
  legend: "“Aged 35-54” means",
  options: [
    { code: OLDER.each, label: "each group by itself" },
    { code: OLDER.together, label: "both as one" },
  ],
  default: OLDER.each,
};

/** Whether the bands are the survey's own figures, or what these say about customers like those interviewed. */
export const LAYER_CONTROL: Control = {
  name: "layer",
  type: "choice",
  legend: "Show",
  options: [
    { code: "survey", label: "What was found in the survey" },
    { code: "customers", label: "What it says about customers like these" },
  ],
  default: "survey",
  isView: true,
};

/** Whether what is shown is about customers, with sampling error. */
export function isAboutCustomers(state: Options): boolean {
  return state[LAYER_CONTROL.name] === "customers";
}

export { COUNTING, isCounting } from "../../../figures/controls.js";

/** Whether a row of a table with a row for each setting belongs to what is chosen. */
export function isChosen(
  row: { readonly interview: string; readonly silence: string; readonly older?: string },
  state: Options,
): boolean {
  return (
    row.interview === chosenCode(INTERVIEW, state) &&
    row.silence === (state[SILENCE_CONTROL.name] ?? SILENCE_CONTROL.default) &&
    (row.older === undefined || row.older === (state[OLDER_CONTROL.name] ?? OLDER_CONTROL.default))
  );
}
