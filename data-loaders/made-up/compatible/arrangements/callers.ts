import { entryAt } from "../../../../src/model/entry-at.js";
import { periodsOf } from "../../../../src/model/period-condition.js";
import { type Factor, postStratify, surveyDesign } from "../../../../src/stats/index.js";
import { ARRANGEMENTS_QUARTERLY } from "../../../codebooks/arrangements-quarterly.js";
import { monthsOf } from "../../../codebooks/parts.js";
import type { Random } from "../../random.js";
import { drawn } from "../deal.js";
import { type Draft, make, valuesOf } from "../draft.js";

/** Months and quarters of calls (equal numbers of interviews in each), customer types and call types. */
export function makeCallers(random: Random, interviews: number): Draft {
  const quarters = periodsOf(ARRANGEMENTS_QUARTERLY);
  const months = quarters.flatMap((quarter) => monthsOf(quarter).map((month) => ({ quarter, month })));
  const draft: Draft = { n: interviews, columns: new Map() };
  make(draft, "month", (row) => months[row % months.length]?.month ?? null);
  make(draft, "quarter", (row) => months[row % months.length]?.quarter ?? null);
  make(draft, "csa", () => drawn(random, { past: 0.3, none: 0.7 }));
  make(draft, "call", () => drawn(random, { inbound: 0.75, outbound: 0.25 }));
  return draft;
}

/** Weights with a mean of 1 that give each combination of the variables a drawn share of all, near that of the interviews. */
export function makeWeights(draft: Draft, random: Random, variables: readonly string[]): void {
  const columns = variables.map((variable) => valuesOf(draft, variable));
  const keys = Array.from({ length: draft.n }, (_, row) => columns.map((column) => column[row]).join(" "));
  const levels = [...new Set(keys)].toSorted();
  const places = new Map(levels.map((level, place) => [level, place]));
  const cells: Factor = {
    name: variables.join(" and "),
    levels,
    codes: Int32Array.from(keys, (key) => places.get(key) as number),
  };
  const totals = levels.map(() => 0);
  for (const place of cells.codes) totals[place] = entryAt(totals, place) + 1;
  const pulled = totals.map((total) => total * random.between(0.75, 1.3));
  const scale = draft.n / pulled.reduce((sum, total) => sum + total, 0);
  const { weights } = postStratify(
    surveyDesign({ n: draft.n }),
    cells,
    pulled.map((total) => total * scale),
  ).design;
  make(draft, "weight", (row) => Math.round(entryAt(weights, row) * 1e6) / 1e6);
}
