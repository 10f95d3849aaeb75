import type { CodedInterviews } from "../../../../src/analysis/interviews/index.js";
import { entryAt } from "../../../../src/model/entry-at.js";
import { monthAfter, periodEnd } from "../../../../src/model/period.js";
import { periodsOf } from "../../../../src/model/period-condition.js";
import { ARRANGEMENTS_LONGITUDINAL } from "../../../codebooks/arrangements-longitudinal.js";
import { ARRANGEMENTS_QUARTERLY } from "../../../codebooks/arrangements-quarterly.js";
import type { SurveyGenerator } from "../../generator.js";
import { madeInterviews } from "../../made-interviews.js";
import { randomOf } from "../../random.js";
import { watermark } from "../../watermark.js";
import { dayBetween, daysOf } from "../days.js";
import { drawn } from "../deal.js";
import { make, valuesOf } from "../draft.js";
import { inOrder } from "../in-order.js";
import { makeArrangement, TYPES } from "./arrangement.js";
import { makeCallers, makeWeights } from "./callers.js";

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
