import type { Random } from "../../random.js";
import { dealt } from "../deal.js";
import { codesOf, type Draft, valuesOf } from "../draft.js";
import { type FitMargin, fitMargins } from "../fit-margins.js";
import type { Printed } from "../printed.js";
import { drawCharts, type Groups, type GroupsOf } from "./draw-charts.js";
import { groupOf, type WeightedGroup } from "./groups.js";
import { answeredRows, isAnswered } from "./people.js";

/**
 * Decides who is satisfied, among those who answered: draws a complete set of percentages that the report allows,
 * then finds people whose weights give it.
 *
 * @returns whether it was found
 */
export function makeSatisfaction(draft: Draft, random: Random, printed: Printed): boolean {
  const answered = isAnswered(draft);
  const groups: Groups = {
    all: groupOf(draft, answered),
    of: <Codes extends readonly string[]>(variable: string, codes: Codes) => {
      const values = valuesOf(draft, variable);
      const groups = codes.map((code) => groupOf(draft, (row) => answered(row) && values[row] === code));
      return groups as GroupsOf<Codes> & WeightedGroup[];
    },
  };
  const charts = drawCharts(groups, random, printed);
  if (charts === null) return false;
  const margins = charts.map(
    ({ variable, codes, spans }): FitMargin => ({
      codes: variable === "all" ? new Int32Array(draft.n) : codesOf(draft, variable, codes),
      spans,
    }),
  );
  const weights = valuesOf(draft, "weight") as number[];
  const satisfied = fitMargins(answeredRows(draft), weights, margins, random);
  if (satisfied === null) return false;
  const satisfaction = valuesOf(draft, "satisfaction");
  satisfied.forEach((isSatisfied, row) => {
    if (answered(row)) satisfaction[row] = random.pick(isSatisfied ? SATISFIED : DISSATISFIED);
  });
  return true;
}

/** Assumed: three in ten of the satisfied are so strongly, and six in ten of the dissatisfied. */
const SATISFIED = dealt({ "very-satisfied": 3, "fairly-satisfied": 7 });
const DISSATISFIED = dealt({ "very-dissatisfied": 6, "fairly-dissatisfied": 4 });
