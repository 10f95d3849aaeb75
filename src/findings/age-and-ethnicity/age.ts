import { boundsOf } from "../../analysis/bounds-of.js";
import { INTERVIEW } from "../../analysis/interview-worth.js";
import type { CompleteSystem } from "../../bounds/index.js";
import { ageCharts } from "./charts.js";
import { AGES, type Facts, isHeldFigure } from "./facts.js";
import { type AgeReading, ageProblem } from "./problem.js";
import { type FigureSet, figureSets, rangeColumns } from "./ranges.js";
import { OLDER, type OlderReading, SILENCE, USUAL_SHARES } from "./readings.js";
import type { AgeChartRow, AgeRow } from "./rows.js";

/** The average of the two youngest groups less that of the three older ones: how steep a chart is. */
const YOUNGER: readonly string[] = ["16-24", "25-34"];
const STEEPNESS = { mean: [...YOUNGER], minus: AGES.filter((code) => !YOUNGER.includes(code)) };

/** What the lost figures of the ages can be under a reading. */
export function ageSets(facts: Facts, reading: AgeReading): ReadonlyMap<string, FigureSet> {
  return figureSets(
    ageProblem(facts, reading),
    facts.ages.filter((group) => !isHeldFigure(group)),
  );
}

/** The charts that fit with the least and the greatest steepness, and these; null where none fits. */
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

/** The figure of ages: every group under each worth of an interview and each reading of the words. */
export function ageRows(facts: Facts): AgeRow[] {
  return settings().flatMap(({ interview, silence, older, reading }) => {
    const sets = ageSets(facts, reading);
    const charts = ageCharts(facts, reading);
    return facts.ages.map(
      (group): AgeRow => ({
        interview,
        silence,
        older,
        ...rangeColumns(group, sets.get(group.code), reading.deff, charts),
      }),
    );
  });
}

/** The flattest and the steepest chart under the same settings. */
export function ageChartRows(facts: Facts): AgeChartRow[] {
  if (facts.ages.every(isHeldFigure)) return [];
  return settings().flatMap(({ interview, silence, older, reading }) => {
    const charts = extremeAgeCharts(facts, reading);
    const at = (system: CompleteSystem | undefined, code: string) => system?.values[code] ?? null;
    return facts.ages.map(({ group, code, label, interviews }): AgeChartRow => {
      const [flattest, steepest] = [at(charts?.flattest, code), at(charts?.steepest, code)];
      const ends = flattest === null || steepest === null ? null : [flattest, steepest];
      return {
        ...{ interview, silence, older, group, label, kind: "bounded", flattest, steepest },
        low: ends && Math.min(...ends),
        high: ends && Math.max(...ends),
        interviews,
      };
    });
  });
}

function settings() {
  return INTERVIEW.options.flatMap(({ code: interview, deff }) =>
    Object.values(SILENCE).flatMap((silence) =>
      (Object.keys(OLDER) as OlderReading[]).map((older) => {
        const reading: AgeReading = {
          deff,
          shares: USUAL_SHARES.age,
          silence: silence === SILENCE.on,
          older,
        };
        return { interview, silence, older, reading };
      }),
    ),
  );
}
