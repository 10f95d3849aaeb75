import { PEOPLE } from "./workspace.js";

/** The four kinds of number. They are never mixed without a legend; the kind travels with the number. */
export const KINDS = ["published", "calculated", "bounded", "simulated"] as const;
export type Kind = (typeof KINDS)[number];

/** What readers see for each kind, and what it means in one phrase. */
export const KIND_LABELS: Record<Kind, { readonly label: string; readonly meaning: string }> = {
  published: { label: "Printed", meaning: "in the report" },
  calculated: { label: "Worked out", meaning: "follows from printed numbers" },
  bounded: { label: "Range only", meaning: "could be anywhere from one end to the other" },
  simulated: { label: "Made-up data", meaning: `shows a method, never ${PEOPLE}` },
};
