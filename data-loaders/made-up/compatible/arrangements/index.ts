import type { CodedInterviews } from "../../../../src/analysis/interviews/index.js";
import { entryAt } from "../../../../src/model/entry-at.js";
import { monthAfter, periodEnd } from "../../../../src/model/period.js";
import { periodsOf } from "../../../../src/model/period-condition.js";
import { type Factor, postStratify, surveyDesign } from "../../../../src/stats/index.js";
import { ARRANGEMENTS_LONGITUDINAL } from "../../../codebooks/arrangements-longitudinal.js";
import { ARRANGEMENTS_QUARTERLY } from "../../../codebooks/arrangements-quarterly.js";
import { monthsOf } from "../../../codebooks/parts.js";
import type { SurveyGenerator } from "../../generator.js";
import { madeInterviews } from "../../made-interviews.js";
import { type Random, randomOf } from "../../random.js";
import { watermark } from "../../watermark.js";
import { type Draft, make, valuesOf } from "../draft.js";
import { dayBetween, daysOf, drawn } from "../draws.js";
import { inOrder } from "../in-order.js";

/** With fewer interviews a stratum of month, customer type and call type may be empty. */
const MIN_INTERVIEWS = 600;

/**
 * Interviews of the quarterly survey. We hold no published result of it. Known, and followed, are who is asked what,
 * which months are interviewed when, and the weighting. All shares are assumed.
 */
function quarterly(seed: number, interviews: number): CodedInterviews {
  const random = randomOf(seed);
  const draft = makeCallers(random, interviews);
  make(draft, "arrangement", () => drawn(random, TYPES));
  makeArrangement(draft, random);
  makeWeights(draft, random, ["month", "csa", "call"]);
  const quarter = valuesOf(draft, "quarter").map(String);
  make(draft, "interview-date", (row) => {
    const month = monthAfter(periodEnd(entryAt(quarter, row)), 2);
    return dayBetween(random, ...daysOf(month, month));
  });
  return madeInterviews(
    ARRANGEMENTS_QUARTERLY,
    inOrder(draft, ARRANGEMENTS_QUARTERLY),
    watermark("compatible", seed),
  );
}

/**
 * Interviews of the longitudinal survey: those of the first three quarters are reinterviewed, and the last has
 * interviews of its own. Assumed: eight in ten arrangements are still in place.
 */
function longitudinal(seed: number, interviews: number): CodedInterviews {
  const random = randomOf(seed);
  const draft = makeCallers(random, interviews);
  const last = periodsOf(ARRANGEMENTS_LONGITUDINAL).at(-1);
  const quarter = valuesOf(draft, "quarter");
  make(draft, "first-arrangement", () => drawn(random, TYPES));
  make(draft, "since", (row) =>
    quarter[row] === last ? null : drawn(random, { "in-place": 0.8, changed: 0.2 }),
  );
  const [first, since] = [valuesOf(draft, "first-arrangement"), valuesOf(draft, "since")];
  make(draft, "arrangement", (row) =>
    since[row] === "changed" ? drawn(random, TYPES) : (first[row] ?? null),
  );
  makeArrangement(draft, random);
  makeWeights(draft, random, ["first-arrangement"]);
  const { from, to } = ARRANGEMENTS_LONGITUDINAL.fieldwork;
  make(draft, "interview-date", () => dayBetween(random, from, to));
  return madeInterviews(
    ARRANGEMENTS_LONGITUDINAL,
    inOrder(draft, ARRANGEMENTS_LONGITUDINAL),
    watermark("compatible", seed),
  );
}

const generator = (interviews: number, simulate: typeof quarterly): SurveyGenerator => ({
  interviews,
  anyNumber: true,
  simulate(_, { seed, interviews: asked }) {
    if (asked < MIN_INTERVIEWS)
      throw new RangeError(
        `${asked} interviews are too few for every stratum; expected ${MIN_INTERVIEWS} or more`,
      );
    return simulate(seed, asked);
  },
});

export const QUARTERLY = generator(4800, quarterly);
export const LONGITUDINAL = generator(2400, longitudinal);

/** Shares of the types of arrangement. Assumed, like all shares of these surveys: no text holds one. */
export const TYPES = { "family-based": 0.26, cms: 0.3, other: 0.08, none: 0.36 };

const SPECIAL = { "dont-know": 0.02, "prefer-not-to-say": 0.01 };

/**
 * Answers about the arrangement of each parent, whose type is known already. Those who pay in full say that it works.
 */
export function makeArrangement(draft: Draft, random: Random): void {
  const type = valuesOf(draft, "arrangement");
  const has = (row: number) => type[row] !== "none";
  const familyShare = { "family-based": 0.6, statutory: 0.3, court: 0.1, ...SPECIAL };
  make(draft, "kept-arrangement", (row) => (type[row] === "other" ? drawn(random, familyShare) : null));
  make(draft, "payments", (row) => {
    if (!has(row)) return null;
    const regular = type[row] === "cms" ? 0.93 : 0.75;
    return drawn(random, { regular, "not-regular": 1 - regular, ...SPECIAL });
  });
  const payments = valuesOf(draft, "payments");
  const isRegular = (row: number) => payments[row] === "regular";
  make(draft, "paid-of-agreed", (row) =>
    isRegular(row) ? drawn(random, { all: 0.7, some: 0.17, none: 0.13, ...SPECIAL }) : null,
  );
  const agreed = valuesOf(draft, "paid-of-agreed");
  make(draft, "paid-of-due", (row) => {
    if (!has(row)) return null;
    if (!isRegular(row))
      return drawn(random, { "not-applicable": 0.7, all: 0.15, some: 0.1, none: 0.05, ...SPECIAL });
    return random.next() < 0.93 ? (agreed[row] ?? null) : drawn(random, { all: 0.3, some: 0.5, none: 0.2 });
  });
  const due = valuesOf(draft, "paid-of-due");
  make(draft, "on-time", (row) => {
    if (!has(row)) return null;
    if (due[row] === "all") return drawn(random, { always: 0.65, usually: 0.25, sometimes: 0.1, ...SPECIAL });
    if (due[row] === "some")
      return drawn(random, { always: 0.1, usually: 0.35, sometimes: 0.45, never: 0.1, ...SPECIAL });
    return due[row] === "none" ? "never" : "not-applicable";
  });
  make(draft, "works", (row) => {
    if (!has(row)) return null;
    const well = due[row] === "all" ? 0.88 : due[row] === "none" ? 0.1 : 0.55;
    return drawn(random, {
      "very-well": well * 0.6,
      "fairly-well": well * 0.4,
      "not-very-well": (1 - well) * 0.5,
      "not-at-all-well": (1 - well) * 0.5,
      ...SPECIAL,
    });
  });
  make(draft, "children", (row) =>
    has(row) ? Number(drawn(random, { "1": 0.52, "2": 0.34, "3": 0.1, "4": 0.03, "5": 0.01 })) : null,
  );
}

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
