import type { CodedInterviews, CodedValue } from "../../../../src/analysis/interviews/index.js";
import { entryAt } from "../../../../src/model/entry-at.js";
import { monthAfter, periodStart } from "../../../../src/model/period.js";
import { periodsOf } from "../../../../src/model/period-condition.js";
import { type Factor, postStratify, surveyDesign } from "../../../../src/stats/index.js";
import { CMS_2016 } from "../../../codebooks/cms-2016.js";
import type { Raw } from "../../../read/index.js";
import { madeInterviews } from "../../made-interviews.js";
import { type Random, randomOf } from "../../random.js";
import { codesOf, type Draft, make, rowsWhere, valuesOf } from "../draft.js";
import { dayBetween, daysOf, drawn, ratingOf } from "../draws.js";
import { type FitMargin, fitMargins } from "../fit-margins.js";
import { inOrder } from "../in-order.js";
import { printedOf, type Span } from "../printed.js";
import { drawHistory, type History } from "./history.js";
import { makeItems } from "./items.js";

const PARENTS = ["receiving", "paying"];
const CSA = ["none", "past"];

/**
 * Allowed distance of a group from its drawn percentage, in points: larger for groups so small that one interview is
 * more.
 */
const slackOf = (interviews: number): number => Math.max(0.3, 75 / interviews);

/**
 * One attempt at the interviews on the CMS, September 2013 to August 2016; null if no ratings fit.
 *
 * Assumed, since neither numbers of interviews nor targets are printed: samples that double over time, for both
 * parents; contacts that grow alike; the mix of parents and CSA pasts; what contacts were about.
 */
export function drawCms(
  raw: Raw,
  stream: number,
  interviews: number,
  simulated: string,
): CodedInterviews | null {
  const random = randomOf(stream);
  const printed = printedOf(raw, "cms-2016");
  const quarters = periodsOf(CMS_2016);
  const draft = makeClients(random, quarters, interviews);
  const totals = makeWeights(draft, random, quarters);
  const history = drawHistory(random, printed, totals);
  if (history === null || !makeOverall(draft, random, quarters, history)) return null;
  if (!makeItems(draft, random, printed, quarters)) return null;
  return madeInterviews(CMS_2016, inOrder(draft, CMS_2016), simulated);
}

/** The interviewed clients, in samples that grow from quarter to quarter. */
function makeClients(random: Random, quarters: readonly string[], interviews: number): Draft {
  const last = quarters.length - 1;
  const sizes = quarters.map((_, q) => Math.floor((interviews / quarters.length / 1.5) * (1 + q / last)));
  const short = interviews - sizes.reduce((sum, size) => sum + size, 0);
  sizes[last] = entryAt(sizes, last) + short;
  const receiving = random.between(0.52, 0.6);
  const past = random.between(0.33, 0.42);
  const rows = quarters.flatMap((quarter, q) => {
    const size = entryAt(sizes, q);
    const parents = Array.from({ length: size }, (_, i) =>
      i < Math.round(receiving * size) ? "receiving" : "paying",
    );
    return parents.map((parent) => ({ quarter, parent }));
  });
  const draft: Draft = { n: rows.length, columns: new Map() };
  make(draft, "quarter", (row) => rows[row]?.quarter ?? null);
  make(draft, "parent", (row) => rows[row]?.parent ?? null);
  make(draft, "csa", () => drawn(random, { past, none: 0.97 - past, "dont-know": 0.03 }));
  make(draft, "reason", () =>
    drawn(random, { application: 0.3, change: 0.35, arrears: 0.25, complaint: 0.1 }),
  );
  make(draft, "interview-date", (row) => {
    const contact = monthAfter(periodStart(rows[row]?.quarter ?? ""), random.whole(0, 2));
    const held = monthAfter(contact, 1);
    return dayBetween(random, ...daysOf(held, held));
  });
  return draft;
}

/** Weights to drawn numbers of clients by quarter and parent; also returns the numbers by quarter. */
function makeWeights(draft: Draft, random: Random, quarters: readonly string[]): number[] {
  const levels = quarters.flatMap((quarter) => PARENTS.map((parent) => `${quarter} ${parent}`));
  const [quarter, parent] = [valuesOf(draft, "quarter"), valuesOf(draft, "parent")];
  const places = new Map(levels.map((level, place) => [level, place]));
  const cells: Factor = {
    name: "quarter and parent",
    levels,
    codes: Int32Array.from(
      { length: draft.n },
      (_, row) => places.get(`${quarter[row]} ${parent[row]}`) ?? -1,
    ),
  };
  const receiving = random.between(0.48, 0.56);
  const counts = quarters.map((_, q) => (1 + (1.4 * q) / quarters.length) * random.between(0.95, 1.05));
  const scale = draft.n / counts.reduce((sum, count) => sum + count, 0);
  const totals = counts.map((count) => count * scale);
  const { weights } = postStratify(
    surveyDesign({ n: draft.n }),
    cells,
    totals.flatMap((total) => [total * receiving, total * (1 - receiving)]),
  ).design;
  make(draft, "weight", (row) => Math.round(entryAt(weights, row) * 1e6) / 1e6);
  return totals;
}

/** The overall rating of each quarter. */
function makeOverall(draft: Draft, random: Random, quarters: readonly string[], history: History): boolean {
  const places = codesOf(draft, "quarter", quarters);
  const parents = codesOf(draft, "parent", PARENTS);
  const pasts = codesOf(draft, "csa", CSA);
  const weights = valuesOf(draft, "weight") as number[];
  const ratings: CodedValue[] = Array.from({ length: draft.n }, () => {
    const chance = random.next();
    return chance < 0.01 ? "dont-know" : chance < 0.015 ? "prefer-not-to-say" : null;
  });
  const found = quarters.every((_, q) => {
    const rows = rowsWhere(draft, (row) => places[row] === q && ratings[row] === null);
    const everyone = entryAt(history.everyone, q);
    const near = (percent: number, slack: number): Span => [percent - slack, percent + slack];
    const pair = (codes: Int32Array, gap: number): FitMargin => {
      const [first, second] = [0, 1].map((code) => rows.filter((row) => codes[row] === code)) as [
        number[],
        number[],
      ];
      const [a, b] = [first, second].map((list) =>
        list.reduce((sum, row) => sum + entryAt(weights, row), 0),
      ) as [number, number];
      return {
        codes,
        spans: [
          near(everyone + (b / (a + b)) * gap, slackOf(first.length)),
          near(everyone - (a / (a + b)) * gap, slackOf(second.length)),
        ],
      };
    };
    const satisfied = fitMargins(
      rows,
      weights,
      [
        { codes: new Int32Array(draft.n), spans: [near(everyone, slackOf(rows.length) / 2)] },
        pair(parents, entryAt(history.parents, q)),
        pair(pasts, entryAt(history.csa, q)),
      ],
      random,
    );
    if (satisfied === null) return false;
    for (const row of rows) ratings[row] = ratingOf(random, satisfied[row] === 1);
    return true;
  });
  make(draft, "satisfaction", (row) => ratings[row] ?? null);
  return found;
}
