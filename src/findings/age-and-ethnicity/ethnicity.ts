import { boundsOf } from "../../analysis/bounds-of.js";
import { INTERVIEW } from "../../analysis/interview-worth.js";
import type { Facts } from "./facts.js";
import { ethnicityProblem } from "./problem.js";
import { type FigureSet, rangesOf } from "./ranges.js";
import { type Reading, readingOf, SILENCE } from "./readings.js";
import type { RangeRow } from "./schema.js";

/** Possible differences Black minus White, in points. */
export function blackLessWhite(facts: Facts, reading: Reading): FigureSet {
  const problem = { ...ethnicityProblem(facts, reading), ask: [{ difference: ["black", "white"] as const }] };
  return boundsOf(problem, { leaveOneOut: false, conflict: false }).bounds[0]?.set ?? [];
}

/** Every ethnic group at each design effect, without and with silence taken as a statement. */
export function ethnicityRows(facts: Facts): RangeRow[] {
  return INTERVIEW.options.flatMap(({ code: interview }) =>
    SILENCE.options.flatMap(({ code: silence }) =>
      rangesOf("ethnicity", facts, readingOf("ethnicity", { interview, silence })).map(
        (ranges): RangeRow => ({ interview, silence, ...ranges }),
      ),
    ),
  );
}
