import { defineControl, type OptionCode } from "../../model/control.js";

/** Whether Receiving Parents are assumed at least as satisfied as Paying Parents in both contact types. */
export const AHEAD = defineControl({
  name: "ahead",
  type: "tick",
  legend: "Receiving Parents at least as satisfied in both contact types",
  options: [
    { code: "no", label: "no statement" },
    { code: "yes", label: "taken as true" },
  ],
  default: "no",
});

export type Ahead = OptionCode<typeof AHEAD>;

/** Whether Receiving Parents' answers are assumed the more favourable ones, as the report says of all its charts. */
export const DIRECTION = defineControl({
  name: "direction",
  type: "tick",
  legend: "Leave open which parents’ answers are the more favourable",
  options: [
    { code: "said", label: "Receiving Parents’, as the report says" },
    { code: "open", label: "left open" },
  ],
  default: "said",
});

export type Direction = OptionCode<typeof DIRECTION>;
