import { seeded } from "../../../analysis/seeded.js";
import type { LabRow } from "../schema.js";
import { drawSurvey } from "./draw-survey.js";
import { expectedError } from "./expected-error.js";
import {
  ANSWERS,
  DIFFERENCES,
  interviewsUnder,
  LEFT_OUT,
  type Limitation,
  NON_RESPONSE,
} from "./limitations.js";

/** Made-up surveys behind each simulated row. */
export const SURVEYS = 50;

const made = new Map<string, readonly LabRow[]>();

/** The rows of the lab of refusals. Made once a process. */
export const nonResponseRows = (): readonly LabRow[] => rowsOf(NON_RESPONSE);

/** The rows of the labs of those who cannot be drawn, one after the other. */
export const leftOutRows = (): readonly LabRow[] => LEFT_OUT.flatMap(rowsOf);

/** The rows of the labs of what goes wrong with those who are interviewed. */
export const answersRows = (): readonly LabRow[] => ANSWERS.flatMap(rowsOf);

/** The rows of all labs but that of refusals. */
export const limitationRows = (): readonly LabRow[] => [...leftOutRows(), ...answersRows()];

function rowsOf(limitation: Limitation): readonly LabRow[] {
  const found = made.get(limitation.id);
  if (found !== undefined) return found;
  const rows = limitation.knob.values.flatMap((knob, place) =>
    DIFFERENCES.flatMap((difference, d): LabRow[] => {
      const common = {
        limitation: limitation.id,
        label: limitation.label,
        knob,
        unit: limitation.knob.unit,
        difference,
        last: limitation.knob.adds?.[place]?.who ?? null,
        interviews: interviewsUnder(limitation.id, knob),
      };
      const random = seeded(1 + d);
      const surveys = Array.from({ length: SURVEYS }, () =>
        drawSurvey(limitation.id, knob, difference, random),
      );
      const errors = surveys.map(({ error }) => error);
      const holding = surveys.filter(({ low, high }) => low <= 0 && high >= 0);
      return [
        {
          ...common,
          kind: "calculated",
          // Never -0, which a file of text does not hold.
          error: expectedError(limitation.id, knob, difference) + 0,
          low: null,
          high: null,
          covered: null,
        },
        {
          ...common,
          kind: "simulated",
          error: errors.reduce((sum, error) => sum + error, 0) / SURVEYS,
          low: Math.min(...errors),
          high: Math.max(...errors),
          covered: (100 * holding.length) / SURVEYS,
        },
      ];
    }),
  );
  made.set(limitation.id, rows);
  return rows;
}
