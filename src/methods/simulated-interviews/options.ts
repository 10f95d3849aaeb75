import { defineControl, type OptionCode } from "../../model/control.js";
import {
  ANSWERS,
  DIFFERENCES,
  LEFT_OUT,
  type Limitation,
  type LimitationId,
  SHOWN,
} from "./labs/limitations.js";

/** The report's chart whose groups are compared in compatible worlds. */
export const CHART = defineControl({
  name: "world",
  type: "choice",
  legend: "Satisfied by",
  isView: true,
  options: [
    { code: "age", label: "age" },
    { code: "ethnicity", label: "ethnic group" },
  ],
  default: "age",
});

export type Chart = OptionCode<typeof CHART>;

const limitationControl = (name: string, legend: string, of: readonly Limitation[], usual: LimitationId) =>
  defineControl({
    name,
    type: "choice",
    legend,
    isView: true,
    options: of.map((limitation) => ({ code: limitation.id, label: limitation.label, limitation })),
    default: usual,
  });

const differenceControl = (name: string, legend: string) =>
  defineControl({
    name,
    type: "choice",
    legend,
    options: DIFFERENCES.map((points) => ({
      code: String(points),
      label: points === 0 ? "alike" : `${Math.abs(points)} points ${points > 0 ? "less" : "more"}`,
      points,
    })),
    default: String(SHOWN.difference),
  });

const drawControl = (name: string) =>
  defineControl({
    name,
    type: "redraw",
    legend: "Draw again",
    options: Array.from({ length: 99 }, (_, i) => ({ code: `${i + 1}`, label: `${i + 1}`, seed: i + 1 })),
    default: String(SHOWN.draw),
  });

// Controls of the three labs: refusals, people left out, problems with answers.
export const REFUSED = differenceControl("refused", "Satisfied, those who refused");
export const REFUSAL_DRAW = drawControl("survey");
export const EXCLUDED = limitationControl("excluded", "Left out", LEFT_OUT, "options-exclusions");
export const OUTSIDE = differenceControl("outside", "Satisfied, those left out");
export const OUTSIDE_DRAW = drawControl("frame");
export const LIMITATION = limitationControl("limitation", "What is wrong", ANSWERS, "agents");
export const CONCERNED = differenceControl("concerned", "Satisfied, those concerned");
export const CONCERNED_DRAW = drawControl("sample");
