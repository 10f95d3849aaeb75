import { boundsOf } from "../../analysis/bounds-of.js";
import { INTERVIEW } from "../../analysis/interview-worth.js";
import { ethnicityCharts } from "./charts.js";
import { type Facts, isHeldFigure } from "./facts.js";
import { ethnicityProblem, type Reading } from "./problem.js";
import { type FigureSet, figureSets, rangeColumns } from "./ranges.js";
import { SILENCE, USUAL_SHARES } from "./readings.js";
import type { RangeRow } from "./rows.js";

/** What the lost figures of the ethnic groups can be under a reading. */
export function ethnicitySets(facts: Facts, reading: Reading): ReadonlyMap<string, FigureSet> {
  return figureSets(
    ethnicityProblem(facts, reading),
    facts.ethnicities.filter((group) => !isHeldFigure(group)),
  );
}

/** What the Black group's figure less the White group's can be, in points. */
export function blackLessWhite(facts: Facts, reading: Reading): FigureSet {
  const problem = { ...ethnicityProblem(facts, reading), ask: [{ difference: ["black", "white"] as const }] };
  return boundsOf(problem, { leaveOneOut: false, conflict: false }).bounds[0]?.set ?? [];
}

/** The first figure: every ethnic group under each worth of an interview, without and with silence taken as a statement. */
export function ethnicityRows(facts: Facts): RangeRow[] {
  return INTERVIEW.options.flatMap(({ code: interview, deff }) =>
    Object.values(SILENCE).flatMap((silence) => {
      const reading = { deff, shares: USUAL_SHARES.ethnicity, silence: silence === SILENCE.on };
      const sets = ethnicitySets(facts, reading);
      const charts = ethnicityCharts(facts, reading);
      return facts.ethnicities.map(
        (group): RangeRow => ({
          interview,
          silence,
          ...rangeColumns(group, sets.get(group.code), deff, charts),
        }),
      );
    }),
  );
}
