import { boundsOf } from "../../analysis/bounds-of.js";
import { INTERVIEW } from "../../analysis/interview-worth.js";
import { AGES, type Facts, isHeldFigure } from "./facts.js";
import { ageProblem } from "./problem.js";
import { rangesOf } from "./ranges.js";
import { type AgeReading, OLDER, readingOf, SILENCE } from "./readings.js";
import type { AgeChartRow, AgeRow } from "./schema.js";

/** Steepness of an age chart: mean of the two youngest groups minus mean of the three older ones. */
const YOUNGER: readonly string[] = ["16-24", "25-34"];
const STEEPNESS = { mean: [...YOUNGER], minus: AGES.filter((code) => !YOUNGER.includes(code)) };

/** The flattest and the steepest chart that fit, with their steepness; null if none fits. */
export function extremeAgeCharts(facts: Facts, reading: AgeReading) {
  const { bounds } = boundsOf(
    { ...ageProblem(facts, reading), ask: [STEEPNESS] },
    { holes: false, leaveOneOut: false, conflict: false },
  );
  const [bound] = bounds;
  return bound === undefined
    ? null
    : { flattest: bound.attainedLow, steepest: bound.attainedHigh, low: bound.low, high: bound.high };
}

/** Every combination of the reader's options. */
const SETTINGS = INTERVIEW.options.flatMap(({ code: interview }) =>
  SILENCE.options.flatMap(({ code: silence }) =>
    OLDER.options.map(({ code: older }) => ({ interview, silence, older })),
  ),
);

/** Every age group under each combination of options. */
export function ageRows(facts: Facts): AgeRow[] {
  return SETTINGS.flatMap((setting) =>
    rangesOf("age", facts, readingOf("age", setting)).map((ranges): AgeRow => ({ ...setting, ...ranges })),
  );
}

/** The flattest and the steepest chart under each combination of options. */
export function ageChartRows(facts: Facts): AgeChartRow[] {
  if (facts.ages.every(isHeldFigure)) return [];
  return SETTINGS.flatMap((setting) => {
    const charts = extremeAgeCharts(facts, readingOf("age", setting));
    return facts.ages.map(({ group, code, label, interviews }): AgeChartRow => {
      const flattest = charts?.flattest.values[code] ?? null;
      const steepest = charts?.steepest.values[code] ?? null;
      const fits = flattest !== null && steepest !== null;
      return {
        ...setting,
        ...{ group, label, kind: "bounded", flattest, steepest, interviews },
        low: fits ? Math.min(flattest, steepest) : null,
        high: fits ? Math.max(flattest, steepest) : null,
      };
    });
  });
}
