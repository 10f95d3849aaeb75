import { CORRECTED_FOR, PAIRS } from "../analysis/review/assumptions.js";
import { PAIRED_BY } from "../model/workspace.js";
import { INTERVIEW_CONTROL } from "./controls.js";
import type { Control } from "./figure.js";

/** The panel of assumptions: what no text states and a verdict may rest on. */
export const ASSUMPTION_CONTROLS: readonly Control[] = [
  INTERVIEW_CONTROL,
  {
    name: "rounding",
    type: "choice",
    legend: "Percentages were rounded",
    options: [
      { code: "half-up", label: "halves up" },
      { code: "half-even", label: "halves to even" },
      { code: "via-one-decimal", label: "by way of one decimal" },
    ],
    default: "half-up",
  },
  {
    name: "shares",
    type: "choice",
    legend: "Groups weigh",
    options: [
      {
        code: "by-weighting",
        label: "by what the survey weights on",
        note: "half to double, or within a tenth",
      },
      { code: "interviews", label: "as interviewed" },
      { code: "tenth", label: "within a tenth" },
      { code: "double", label: "half to double" },
    ],
    default: "by-weighting",
  },
  {
    name: "correction",
    type: "choice",
    legend: "Corrected for",
    options: CORRECTED_FOR.map(({ code, label }) => ({ code, label })),
    default: "none",
  },
  ...(PAIRED_BY === null
    ? []
    : [
        {
          name: "pairs",
          type: "choice" as const,
          legend: PAIRED_BY.legend,
          options: PAIRS.map(({ code, label }) => ({ code, label })),
          default: "none",
        },
      ]),
];
