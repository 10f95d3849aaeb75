import { roundingInterval } from "../../../src/model/rounding.js";
import { isHeld, type Value } from "../../../src/model/value.js";
import type { Raw } from "../../read/index.js";
import type { PublishedSurvey } from "./published-survey.js";

/**
 * The raw rows with unknown percentages filled in from real interviews, to the shown decimal, as if typed into the
 * `printed` cell. Printed and worded values stay; made-up interviews fill nothing.
 */
export function filled(raw: Raw, surveys: readonly PublishedSurvey[]): Raw {
  const found = new Map(
    surveys
      .filter(({ simulated }) => simulated === null)
      .flatMap(({ values }) =>
        values.flatMap(({ value, estimate, verdict }): [string, string][] =>
          verdict === "not-held" && value?.unit === "percent" && estimate !== null
            ? [[value.id, estimate.number.toFixed(1)]]
            : [],
        ),
      ),
  );
  if (found.size === 0) return raw;
  const measures = new Map(raw.measures.map((measure) => [measure.id, measure]));
  const values = raw.values.map((value): Value => {
    const printed = found.get(value.id);
    const measure = measures.get(value.measure);
    if (printed === undefined || measure === undefined || isHeld(value)) return value;
    const { low, high } = roundingInterval(printed);
    return {
      ...value,
      ...{ printed, value: Number(printed), fromInterviews: true },
      ...{ low: Math.max(low, measure.minimum), high: Math.min(high, measure.maximum) },
      note: value.note === null ? FILLED : `${FILLED}. ${value.note}`,
    };
  });
  return { ...raw, values };
}

const FILLED = "From interviews";
