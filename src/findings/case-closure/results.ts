import { designEffect, INTERVIEW } from "../../analysis/interview-worth.js";
import { inWorlds, worlds } from "../../analysis/worlds.js";
import type { Disagreement } from "../../model/conflict.js";
import { countResult, type Format, infeasible, type Result } from "../../model/result.js";
import { READINGS } from "./chance-of-a-fall.js";
import { disagreements } from "./disagreements.js";
import type { Facts } from "./facts.js";
import { fallRows, LIKELY, POSSIBLE } from "./fall.js";
import { drawPictures, guessRows, rulerIsRight } from "./guess.js";
import { type NoiseRow, noiseRows, onTopDecimals } from "./noise.js";
import {
  AT_INTERVIEWS,
  DEFAULT_GAP,
  DEFAULT_INTERVIEWS,
  DESIGN_EFFECTS,
  GUESS,
  INTERVIEWS,
  OTHERS,
  TRUE_GAPS,
} from "./settings.js";
import { GAPS_TO_SEE, GOAL, gapSeen, sizeRows } from "./survey-size.js";

const PERCENT: Format = { style: "percent", decimals: 0 };
const POINTS: Format = { style: "points", decimals: 0 };
const TENTHS: Format = { style: "points", decimals: 1 };
/** The chances at each level stand in the table too. */
const CHANCE: Format = { style: "percent", decimals: 1, rounding: "nearest" };
const PLAIN: Format = { style: "plain", decimals: 0 };

/** The controls of the made-up survey. */
const named = (number: number) => ({ code: String(number), label: String(number) });
const SIZE = { name: "n", options: INTERVIEWS.map(named), default: String(DEFAULT_INTERVIEWS) };
const GAP = { name: "gap", options: TRUE_GAPS.map(named), default: String(DEFAULT_GAP) };

/** Every number of the page on closing cases, by name. */
export function caseClosureResults(facts: Facts): Result[] {
  const found = disagreements(facts);
  return [
    ...wordResults(facts),
    ...where(found.level, facts, noiseResults),
    ...where(found.level, facts, guessResults),
    ...where(found.fall, facts, fallResults),
    ...where(found.levels, facts, sizeResults),
  ];
}

/** The results of a part; without numbers where its printed numbers leave nothing to work out: names need some that do. */
function where(
  found: Disagreement | null,
  facts: Facts,
  make: (facts: Facts) => readonly Result[],
): readonly Result[] {
  if (found === null) return make(facts);
  const number = (value: number) => ({ value, low: value, high: value });
  const { level, cmsLevel, fall } = facts;
  return make({
    ...facts,
    level: { ...level, ...number(90) },
    cmsLevel: { ...cmsLevel, ...number(90) },
    fall: { ...fall, ...number(22) },
  }).map(infeasible);
}

/** A number that does not come from rounding: no interval of its own. */
function one(
  id: string,
  label: string,
  value: number,
  rest: Pick<Result, "unit" | "format" | "inputs" | "madeBy" | "because"> &
    Partial<Pick<Result, "kind" | "variant">>,
): Result {
  return { id, label, kind: "calculated", value, low: null, high: null, base: null, ...rest };
}

/** How many numbers the two charts have, and how many of them the texts hold. */
function wordResults({ series }: Facts): Result[] {
  const count = (id: string, label: string, names: readonly (keyof Facts["series"])[]): Result =>
    countResult({
      id,
      label,
      value: names.reduce((sum, name) => sum + series[name].numbers - series[name].held, 0),
      inputs: ["collection.not-held"],
      madeBy: "analysis.facts",
      because: "rows of the table of values without a number",
    });
  return [
    count("closure.cms.not-held", "Numbers of the CMS chart by CSA past, not in the text we hold", [
      "csaNone",
      "csaPast",
    ]),
    count(
      "closure.options.not-held",
      "Numbers of the Options chart by closure letter, not in the text we hold",
      ["letterNone", "letterReceived"],
    ),
    countResult({
      id: "closure.months",
      label: "Months of the Options survey",
      value: series.letterReceived.numbers,
      inputs: ["options-2016.satisfied"],
      madeBy: "analysis.facts",
      because: "rows of one line in the table of values",
    }),
  ];
}

/** Ways to make a result of the made-up survey in each world that a reader can choose. */
function noiseWorlds(facts: Facts) {
  const rows = noiseRows(facts);
  const of = (interviews: number, gap: number) => {
    const row = rows.find((r) => r.gap === gap && r.interviews === interviews);
    if (row === undefined) throw new Error(`no made-up survey has ${interviews} a month and a gap of ${gap}`);
    return row;
  };
  // Each number hangs on one of the two controls, or on both.
  const by =
    (...controls: readonly (typeof SIZE)[]) =>
    (make: (row: NoiseRow) => Result) =>
      inWorlds(worlds(controls), ({ chosen: { n = DEFAULT_INTERVIEWS, gap = DEFAULT_GAP } }) =>
        make(of(Number(n), Number(gap))),
      );
  return { of, bySize: by(SIZE), byGap: by(GAP), byBoth: by(SIZE, GAP) };
}

const SMALL_GROUP = "the group with few interviews";

/** What chance does to a steady gap, in the made-up survey that stands there first. */
function noiseResults(facts: Facts): Result[] {
  const { of, bySize, byBoth, byGap } = noiseWorlds(facts);
  const exact = {
    kind: "simulated",
    inputs: [facts.level.id],
    madeBy: "analysis.noiseRows",
    because: "exact binomial sums over every draw of the made-up survey",
  } as const;
  const setting = { ...exact, because: "chosen for the made-up survey" };
  return [
    ...bySize((row) =>
      one("closure.noise.interviews", `Interviews a month in ${SMALL_GROUP}`, row.interviews, {
        ...setting,
        unit: "interviews",
        format: PLAIN,
      }),
    ),
    ...bySize((row) =>
      one("closure.noise.others", "Interviews a month in the other group", row.others, {
        ...setting,
        unit: "interviews",
        format: PLAIN,
      }),
    ),
    one("closure.noise.times", "Interviews of the other group for each of the small one", OTHERS, {
      ...setting,
      unit: "count",
      format: PLAIN,
    }),
    ...byGap((row) =>
      one("closure.noise.gap", "True gap of the made-up survey", row.gap, {
        ...setting,
        unit: "points",
        format: POINTS,
      }),
    ),
    ...byBoth((row) =>
      one("closure.noise.swing", `Highest month less lowest, ${SMALL_GROUP}: mean over draws`, row.swing, {
        ...exact,
        unit: "points",
        format: POINTS,
      }),
    ),
    ...bySize((row) =>
      one(
        "closure.noise.swing-others",
        "Highest month less lowest, the other group: mean over draws",
        row.swing_others,
        { ...exact, unit: "points", format: POINTS },
      ),
    ),
    ...byBoth((row) =>
      one("closure.noise.on-top", `Months with ${SMALL_GROUP} on top: mean over draws`, row.on_top, {
        ...exact,
        unit: "months",
        format: { style: "plain", decimals: onTopDecimals(row.on_top) },
      }),
    ),
    ...byBoth((row) =>
      one("closure.noise.ever-on-top", `Draws with ${SMALL_GROUP} on top at least once`, row.ever_on_top, {
        ...exact,
        unit: "percent",
        format: { style: "percent", decimals: 0, rounding: "down" },
      }),
    ),
    ...bySize((row) =>
      one(
        "closure.noise.on-top-no-gap",
        `Months with ${SMALL_GROUP} on top if there is no gap: mean over draws`,
        of(row.interviews, 0).on_top,
        { ...exact, unit: "months", format: { style: "plain", decimals: 1 } },
      ),
    ),
  ];
}

/** The pictures among which to guess. */
function guessResults(facts: Facts): Result[] {
  const rows = guessRows(facts);
  const [row] = rows;
  const answer = drawPictures(rows, 1, null).find(({ true_gap }) => true_gap === 0);
  if (row === undefined || answer === undefined) throw new Error("there is no picture to guess");
  const common = { kind: "simulated", inputs: [facts.level.id], madeBy: "analysis.guessRows" } as const;
  const because = "chosen for the made-up pictures";
  return [
    one("closure.guess.interviews", "Interviews a month in the small group of a picture", GUESS.interviews, {
      ...common,
      because,
      unit: "interviews",
      format: PLAIN,
    }),
    one("closure.guess.gap", "True gap of every picture but one", GUESS.gap, {
      ...common,
      because,
      unit: "points",
      format: POINTS,
    }),
    one("closure.guess.answer", "The picture without a gap, of the first four", answer.picture, {
      ...common,
      madeBy: "analysis.drawPictures",
      because: "seeded draw",
      unit: "count",
      format: PLAIN,
    }),
    one(
      "closure.guess.ruler",
      "How often the picture with the smallest average gap is the one without",
      100 * rulerIsRight(row),
      {
        ...common,
        madeBy: "analysis.rulerIsRight",
        because: "exact binomial sums over every draw of the four pictures",
        unit: "percent",
        format: PERCENT,
      },
    ),
  ];
}

/** Up to how many interviews a month chance explains the fall that the report prints: a range over the levels. */
function fallResults(facts: Facts): Result[] {
  const rows = fallRows(facts);
  const [usual] = READINGS;
  const [few, , many] = AT_INTERVIEWS;
  const levels = rows.filter(({ reading }) => reading === usual.code).map(({ level }) => level);
  const over = (
    name: string,
    label: string,
    of: (row: (typeof rows)[number]) => number,
    unit: "interviews" | "percent",
  ): Result[] =>
    READINGS.map(({ code, label: read }): Result => {
      const found = rows.filter(({ reading }) => reading === code).map(of);
      return {
        id: `closure.fall.${name}${code === usual.code ? "" : `.${code}`}`,
        label: `${label}, read as ${read}`,
        kind: "bounded",
        value: null,
        low: Math.min(...found),
        high: Math.max(...found),
        unit,
        base: null,
        inputs: [facts.fall.id],
        madeBy: "analysis.fallRows",
        because: `exact, over true levels from ${Math.min(...levels)} to ${Math.max(...levels)}%`,
        format: unit === "percent" ? CHANCE : PLAIN,
        ...(code === usual.code ? {} : { variant: { of: `closure.fall.${name}`, when: { reading: code } } }),
      };
    });
  return [
    ...over(
      "likely",
      "Most interviews a month at which chance makes such a fall in half of all series",
      (row) => row.likely_up_to,
      "interviews",
    ),
    ...over(
      "possible",
      "Most interviews a month at which chance makes such a fall in one series of twenty",
      (row) => row.possible_up_to,
      "interviews",
    ),
    ...over(
      "at-few",
      `Series with such a fall at ${few} interviews a month`,
      (row) => row.chance_20,
      "percent",
    ),
    ...over(
      "at-many",
      `Series with such a fall at ${many} interviews a month`,
      (row) => row.chance_100,
      "percent",
    ),
    ...fallSettings(facts, few, many, levels),
  ];
}

/** The examples, and what the ranges above were worked out with. */
function fallSettings(facts: Facts, few: number, many: number, levels: readonly number[]): Result[] {
  const setting = { inputs: [facts.fall.id], madeBy: "analysis.fallRows", unit: "percent", format: PERCENT };
  return [
    one("closure.fall.few", "Few interviews a month, as an example", few, {
      ...setting,
      unit: "interviews",
      format: PLAIN,
      because: "our choice",
    }),
    one("closure.fall.many", "More interviews a month, as an example", many, {
      ...setting,
      unit: "interviews",
      format: PLAIN,
      because: "our choice",
    }),
    one("closure.fall.size", "The fall as printed, without its unit", facts.fall.value, {
      ...setting,
      unit: "points-or-percent",
      format: PLAIN,
      because: "as printed; whether points or per cent of the month before is not said",
    }),
    one("closure.fall.likely-means", "From this part of all series a fall is called likely", 100 * LIKELY, {
      ...setting,
      because: "our choice",
    }),
    one(
      "closure.fall.possible-means",
      "From this part of all series a fall is called possible",
      100 * POSSIBLE,
      {
        ...setting,
        because: "our choice",
      },
    ),
    one("closure.fall.lowest-level", "Lowest true level looked at", Math.min(...levels), {
      ...setting,
      because: "our choice",
    }),
    one("closure.fall.highest-level", "Highest true level looked at", Math.max(...levels), {
      ...setting,
      because: "our choice",
    }),
  ];
}

/** What a survey needs, and what all months together would show. */
function sizeResults(facts: Facts): Result[] {
  const needed = {
    inputs: [facts.level.id],
    madeBy: "stats.samplesPerGroup",
    unit: "interviews",
    format: PLAIN,
    because: "two-sided test at 5%, found four times in five, groups of equal size, unpooled variance",
  };
  const rows = sizeRows(facts).filter(({ survey }) => survey === "options");
  const months = facts.months;
  const worths = INTERVIEW.options.filter(({ deff }) => (DESIGN_EFFECTS as readonly number[]).includes(deff));
  const bySize = (make: (interviews: number) => Result) =>
    inWorlds(worlds([SIZE]), ({ chosen }) => make(Number(chosen.n)));
  const seen = (id: string, label: string, interviews: number, deff: number) =>
    one(id, label, gapSeen(facts.level.value, interviews, deff), {
      inputs: [facts.level.id],
      madeBy: "stats.smallestDetectableDifference",
      unit: "points",
      format: TENTHS,
      because: "two-sided test at 5%, found four times in five, the other group ten times as large",
    });
  return [
    ...GAPS_TO_SEE.flatMap((gap) => {
      const row = rows.find((r) => r.gap === gap);
      if (row === undefined) throw new Error(`no row for a gap of ${gap}`);
      const what = `Interviews in each group that show a gap of ${gap} points at the level of Options`;
      return [
        one(`closure.needed.${gap}.gap`, `A gap of ${gap} points, to be seen`, gap, {
          ...needed,
          madeBy: "analysis.sizeRows",
          unit: "points",
          format: POINTS,
          because: "our choice",
        }),
        one(`closure.needed.${gap}`, `${what}, design effect 1`, row.deff_1, needed),
        one(`closure.needed.${gap}.half`, `${what}, design effect 2`, row.deff_2, needed),
      ];
    }),
    ...worths.flatMap(({ code }) => {
      const deff = designEffect(code);
      return [
        ...bySize((n) =>
          seen(
            `closure.seen.all.${code}`,
            `Smallest gap that ${months} months together would show at ${n} interviews a month, design effect ${deff}`,
            months * n,
            deff,
          ),
        ),
        ...bySize((n) =>
          seen(
            `closure.seen.month.${code}`,
            `Smallest gap that one month would show at ${n} interviews, design effect ${deff}`,
            n,
            deff,
          ),
        ),
      ];
    }),
    ...bySize((n) =>
      one("closure.needed.all", `Interviews of ${months} months at ${n} a month`, months * n, {
        ...needed,
        kind: "simulated",
        madeBy: "analysis.sizeResults",
        because: "months times interviews a month of the made-up survey",
      }),
    ),
    one("closure.needed.power", "How often such a gap is found", 100 * GOAL.power, {
      ...needed,
      madeBy: "analysis.sizeRows",
      unit: "percent",
      format: PERCENT,
      because: "our choice",
    }),
  ];
}
