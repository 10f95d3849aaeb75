import type { CodedInterviews, CodedValue } from "../../../src/analysis/interviews/index.js";
import { chanceLeftOut } from "../../../src/analysis/leave-out.js";
import { type Weighing, weigh } from "../../../src/analysis/weights/index.js";
import type { MixTreatment } from "../../../src/stats/index.js";
import { ARRANGEMENTS_LONGITUDINAL } from "../../codebooks/arrangements-longitudinal.js";
import type { Random } from "../random.js";
import { watermark } from "../watermark.js";
import { coreInterviews } from "./core-interviews.js";
import { fillIn } from "./fill-in.js";
import type { SurveyModel } from "./model.js";
import { type DrawnSurvey, drawSurvey, surveyRandom, weighted } from "./survey.js";

/** Who is reinterviewed, and how arrangements have changed by then. */
export interface Again {
  /** Response rate of the reinterview, above 0 to 1. */
  readonly rate: number;
  /** Share of family-based arrangements at the first interview: among those reached again minus among the others. */
  readonly difference: number;
  /** Share of arrangements still in place; the others change to each other type equally. */
  readonly inPlace: number;
}

/** Made up, like the models. */
export const AGAIN: Again = { rate: 0.5, difference: 0.05, inPlace: 0.8 };

export interface DrawnLongitudinal {
  readonly first: DrawnSurvey;
  readonly interviews: CodedInterviews;
  readonly weighing: Weighing;
}

const FIRST = "first-arrangement";
const TYPE = "arrangement";
const CALLER = ["month", "quarter", "csa", "call"];

/**
 * The longitudinal survey of arrangements: people of the quarterly surveys who are reached again, and everyone of the
 * last quarter, weighted to the estimated mix of arrangements in the quarterly surveys.
 *
 * @param model of the quarterly surveys
 * @param firstInterviews interviews of the quarterly surveys
 * @param interviews final number, including all of the last quarter; everyone reached by default
 * @throws RangeError where fewer are reached, or the last quarter alone has more
 */
export function drawLongitudinal(
  model: SurveyModel,
  {
    seed,
    firstInterviews,
    interviews: wanted,
    again = AGAIN,
    mix = "estimated",
  }: {
    seed: number;
    firstInterviews: number;
    interviews?: number;
    again?: Again;
    mix?: MixTreatment;
  },
): DrawnLongitudinal {
  const first = drawSurvey(model, { seed, interviews: firstInterviews });
  const random = surveyRandom(seed ^ 0xa6a1);
  const { interviews: quarterly } = first;
  const codebook = ARRANGEMENTS_LONGITUDINAL;
  const asked = codebook.variables.find(({ id }) => id === "since")?.asked;
  if (asked === undefined || !("variable" in asked) || !("is" in asked))
    throw new RangeError("the codebook does not say who is interviewed again");
  const readQuarter = quarterly.reader(asked.variable);
  const readType = quarterly.reader(TYPE);
  const types = [...new Set(model.outcome.yes), ...model.outcome.no].map(String);
  const isYes = (type: string) => model.outcome.yes.includes(type);
  const rows = Array.from({ length: quarterly.rows }, (_, row) => row);
  const isAgain = (row: number) => asked.is.includes(String(readQuarter(row)));
  const toReach = rows.filter(isAgain);
  const level = toReach.filter((row) => isYes(String(readType(row)))).length / toReach.length;
  const lost = chanceLeftOut(level, 1 - again.rate, again.difference);
  const found = rows.filter(
    (row) => !isAgain(row) || random.next() >= (isYes(String(readType(row))) ? lost.yes : lost.no),
  );
  const reached = wanted === undefined ? found : someOf(found, isAgain, wanted, random);
  const since = reached.map((row) =>
    isAgain(row) ? (random.next() < again.inPlace ? "in-place" : "changed") : null,
  );
  const core = new Map<string, readonly CodedValue[]>(
    [codebook.roles.interview, ...CALLER].map((id) => {
      const read = quarterly.reader(id);
      return [id, reached.map((row) => read(row))];
    }),
  );
  core.set(
    FIRST,
    reached.map((row) => readType(row)),
  );
  core.set("since", since);
  core.set(
    TYPE,
    reached.map((row, i) => {
      const before = String(readType(row));
      return since[i] === "changed" ? random.pick(types.filter((type) => type !== before)) : before;
    }),
  );
  const made = watermark("repeated", seed);
  const weighing = weigh(coreInterviews(codebook, core, made), [
    {
      kind: "to-mix",
      first: { interviews: quarterly, design: first.weighing.design, variable: TYPE, mix },
    },
  ]);
  const columns = fillIn(codebook, core, model.settings.shares, random);
  return { first, interviews: weighted(codebook, columns, weighing, made), weighing };
}

/** Picks rows: all that need no reinterview, and a random sample of the others, in row order. */
function someOf(
  rows: readonly number[],
  isAgain: (row: number) => boolean,
  wanted: number,
  random: Random,
): number[] {
  const kept = rows.filter((row) => !isAgain(row));
  const others = rows.filter(isAgain);
  if (wanted < kept.length || wanted > rows.length)
    throw new RangeError(
      `${wanted} interviews cannot be: ${kept.length} are of the last quarter, and ${others.length} others are reached`,
    );
  return [...kept, ...random.shuffled(others).slice(0, wanted - kept.length)].sort((a, b) => a - b);
}
