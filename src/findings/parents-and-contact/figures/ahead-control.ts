import type { Control } from "../../../model/control.js";
import { AHEAD } from "../index.js";

/** Whether Receiving Parents are taken to be at least as satisfied as Paying Parents in both contact types. */
export const AHEAD_CONTROL: Control = {
  name: "ahead",
  type: "tick",
  legend: "Receiving Parents at least as satisfied in both contact types",
  options: [
    { code: AHEAD.off, label: "no statement" },
    { code: AHEAD.on, label: "taken as true" },
  ],
  default: AHEAD.off,
};
