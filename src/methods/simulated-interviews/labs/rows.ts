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

/** Made-up surveys per simulated row. */
export const SURVEYS = 50;

const cache = new Map<string, readonly LabRow[]>();

/** Rows of the lab of refusals. Cached, like those below. */
export const nonResponseRows = (): readonly LabRow[] => rowsOf(NON_RESPONSE);

/** Rows of the labs of people left out, in order. */
export const leftOutRows = (): readonly LabRow[] => LEFT_OUT.flatMap(rowsOf);

/** Rows of the labs of problems with answers. */
export const answersRows = (): readonly LabRow[] => ANSWERS.flatMap(rowsOf);

/** Rows of all labs except refusals. */
export const limitationRows = (): readonly LabRow[] => [...leftOutRows(), ...answersRows()];

function rowsOf(limitation: Limitation): readonly LabRow[] {
  const found = cache.get(limitation.id);
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
          // Avoids -0, which a text file does not preserve.
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
  cache.set(limitation.id, rows);
  return rows;
}
