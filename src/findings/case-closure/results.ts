import { asVariant, inWorlds, worlds } from "../../analysis/worlds.js";
import { type Control, chosenOption } from "../../model/control.js";
import {
  countResult,
  type Format,
  numberResult,
  type Result,
  rangeResult,
  TENTHS_OF_POINTS,
} from "../../model/result.js";
import type { Options } from "../../model/variants.js";
import { type Disagreements, disagreements } from "./disagreements.js";
import type { Facts } from "./facts.js";
import { fallRows, LEVELS, LIKELY, POSSIBLE } from "./fall.js";
import { drawPictures, guessRows, pictureSurvey, rulerIsRight } from "./guess.js";
import { noiseRows, onTopDecimals } from "./noise.js";
import type { FallRow, NoiseRow } from "./schema.js";
import { AT_INTERVIEWS, GUESS, INTERVIEWS, OTHERS, READING, TRUE_GAP, WORTHS } from "./settings.js";
import { GAPS_TO_SEE, GOAL, gapSeen, sizeRows } from "./survey-size.js";

/** Decimals as in the table. */
const CHANCE: Format = { style: "percent", decimals: 1, rounding: "nearest" };

/**
 * All results of the page on closing cases. If printed numbers make something infeasible, its results keep their ids
 * and have no numbers.
 */
export function caseClosureResults(facts: Facts): Result[] {
  const found = disagreements(facts);
  return [
    ...wordResults(facts),
    ...noiseResults(facts, found),
    ...guessResults(facts, found),
    ...fallResults(facts, found),
    ...sizeResults(facts, found),
  ];
}

/** How many numbers the two charts have, and how many of them are known. */
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

const SMALL_GROUP = "the group with few interviews";

/** The made-up survey for the chosen options. */
function surveyOf(chosen: Options) {
  return {
    interviews: chosenOption(INTERVIEWS, chosen).interviews,
    gap: chosenOption(TRUE_GAP, chosen).gap,
  };
}

interface NoiseNumber {
  /** The end of its id, after `closure.noise.`. */
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  /** The controls that it depends on. */
  readonly controls: readonly Control[];
  readonly because: string;
  readonly of: (row: NoiseRow) => number | undefined;
  readonly format?: (value: number) => Format;
}

/** The effect of chance on a constant gap, for each made-up survey that a reader can choose. */
function noiseResults(facts: Facts, found: Disagreements): Result[] {
  const rows = found.level === null ? noiseRows(facts) : [];
  const rowOf = ({ interviews, gap }: { interviews: number; gap: number }) =>
    rows.find((row) => row.interviews === interviews && row.gap === gap);
  const onTopWithoutGap = ({ interviews }: NoiseRow) => rowOf({ interviews, gap: 0 })?.on_top;
  return [...noiseSettings(), ...noiseOfDraws(onTopWithoutGap)].flatMap(
    ({ name, controls, of, format, ...parts }) =>
      inWorlds(worlds(controls), ({ chosen }) => {
        const row = rowOf(surveyOf(chosen));
        const value = (row && of(row)) ?? null;
        return numberResult({
          ...parts,
          ...(format && { format: format(value ?? 1) }),
          id: `closure.noise.${name}`,
          kind: "simulated",
          value,
          inputs: [facts.level.id],
          madeBy: "analysis.noiseRows",
        });
      }),
  );
}

/** What a reader, or we, chose for the made-up survey. */
function noiseSettings(): NoiseNumber[] {
  type Setting = readonly [
    name: string,
    label: string,
    unit: string,
    controls: readonly Control[],
    of: NoiseNumber["of"],
  ];
  const settings: Setting[] = [
    [
      "interviews",
      `Interviews a month in ${SMALL_GROUP}`,
      "interviews",
      [INTERVIEWS],
      (row) => row.interviews,
    ],
    ["others", "Interviews a month in the other group", "interviews", [INTERVIEWS], (row) => row.others],
    ["times", "Interviews of the other group for each of the small one", "count", [], () => OTHERS],
    ["gap", "True gap of the made-up survey", "points", [TRUE_GAP], (row) => row.gap],
  ];
  const because = "chosen for the made-up survey";
  return settings.map(([name, label, unit, controls, of]) => ({ name, label, unit, controls, because, of }));
}

/** What chance does to the made-up survey, over every draw. */
function noiseOfDraws(onTopWithoutGap: NoiseNumber["of"]): NoiseNumber[] {
  const because = "exact binomial sums over every draw of the made-up survey";
  const bySize = { because, controls: [INTERVIEWS] };
  const bySizeAndGap = { because, controls: [INTERVIEWS, TRUE_GAP] };
  return [
    {
      ...bySizeAndGap,
      name: "swing",
      label: `Highest month less lowest, ${SMALL_GROUP}: mean over draws`,
      unit: "points",
      of: ({ swing }) => swing,
    },
    {
      ...bySize,
      name: "swing-others",
      label: "Highest month less lowest, the other group: mean over draws",
      unit: "points",
      of: ({ swing_others }) => swing_others,
    },
    {
      ...bySizeAndGap,
      name: "on-top",
      label: `Months with ${SMALL_GROUP} on top: mean over draws`,
      unit: "months",
      of: ({ on_top }) => on_top,
      format: (value) => ({ style: "plain", decimals: onTopDecimals(value) }),
    },
    {
      ...bySizeAndGap,
      name: "ever-on-top",
      label: `Draws with ${SMALL_GROUP} on top at least once`,
      unit: "percent",
      of: ({ ever_on_top }) => ever_on_top,
      format: () => ({ style: "percent", decimals: 0, rounding: "down" }),
    },
    {
      ...bySize,
      name: "on-top-no-gap",
      label: `Months with ${SMALL_GROUP} on top if there is no gap: mean over draws`,
      unit: "months",
      of: onTopWithoutGap,
      format: () => ({ style: "plain", decimals: 1 }),
    },
  ];
}

/** The pictures of the guessing game. */
function guessResults(facts: Facts, found: Disagreements): Result[] {
  const isPossible = found.level === null;
  const drawn = isPossible ? drawPictures(guessRows(facts), 1, null) : [];
  const common = { kind: "simulated", inputs: [facts.level.id] } as const;
  const setting = {
    ...common,
    madeBy: "analysis.guessRows",
    because: "chosen for the made-up pictures",
  };
  return [
    numberResult({
      ...setting,
      id: "closure.guess.interviews",
      label: "Interviews a month in the small group of a picture",
      value: GUESS.interviews,
      unit: "interviews",
    }),
    numberResult({
      ...setting,
      id: "closure.guess.gap",
      label: "True gap of every picture but one",
      value: GUESS.gap,
      unit: "points",
    }),
    numberResult({
      ...common,
      id: "closure.guess.answer",
      label: "The picture without a gap, of the first four",
      value: drawn.find(({ true_gap }) => true_gap === 0)?.picture ?? null,
      unit: "count",
      madeBy: "analysis.drawPictures",
      because: "seeded draw",
    }),
    numberResult({
      ...common,
      id: "closure.guess.ruler",
      label: "How often the picture with the smallest average gap is the one without",
      value: isPossible ? 100 * rulerIsRight(pictureSurvey(facts)) : null,
      unit: "percent",
      madeBy: "analysis.rulerIsRight",
      because: "exact binomial sums over every draw of the four pictures",
    }),
  ];
}

/** Up to how many interviews a month chance explains the printed fall: a range over the levels. */
function fallResults(facts: Facts, found: Disagreements): Result[] {
  const rows = found.fall === null ? fallRows(facts) : [];
  const common = { inputs: [facts.fall.id], madeBy: "analysis.fallRows" };
  const over = (
    name: string,
    label: string,
    of: (row: FallRow) => number,
    parts: { unit: string; format?: Format },
  ): Result[] =>
    READING.options.map(({ code, label: read }): Result => {
      const numbers = rows.filter(({ reading }) => reading === code).map(of);
      const result = rangeResult({
        ...common,
        ...parts,
        id: `closure.fall.${name}`,
        label: `${label}, read as ${read}`,
        range: numbers.length === 0 ? null : { low: Math.min(...numbers), high: Math.max(...numbers) },
        because: `exact, over true levels from ${Math.min(...LEVELS)} to ${Math.max(...LEVELS)}%`,
      });
      return code === READING.default
        ? result
        : { ...asVariant(result, { [READING.name]: code }), id: `${result.id}.${code}` };
    });
  return [
    ...over(
      "likely",
      "Most interviews a month at which chance makes such a fall in half of all series",
      (row) => row.likely_up_to,
      { unit: "interviews" },
    ),
    ...over(
      "possible",
      "Most interviews a month at which chance makes such a fall in one series of twenty",
      (row) => row.possible_up_to,
      { unit: "interviews" },
    ),
    ...over(
      "at-few",
      `Series with such a fall at ${AT_INTERVIEWS.few} interviews a month`,
      (row) => row.chance_20,
      { unit: "percent", format: CHANCE },
    ),
    ...over(
      "at-many",
      `Series with such a fall at ${AT_INTERVIEWS.many} interviews a month`,
      (row) => row.chance_100,
      { unit: "percent", format: CHANCE },
    ),
    ...fallSettings(facts),
  ];
}

/** Examples and assumptions of the analysis of the fall. */
function fallSettings({ fall }: Facts): Result[] {
  const setting = { inputs: [fall.id], madeBy: "analysis.fallRows", because: "our choice" };
  return [
    numberResult({
      ...setting,
      id: "closure.fall.few",
      label: "Few interviews a month, as an example",
      value: AT_INTERVIEWS.few,
      unit: "interviews",
    }),
    numberResult({
      ...setting,
      id: "closure.fall.many",
      label: "More interviews a month, as an example",
      value: AT_INTERVIEWS.many,
      unit: "interviews",
    }),
    numberResult({
      ...setting,
      id: "closure.fall.size",
      label: "The fall as printed, without its unit",
      value: fall.value,
      unit: "points-or-percent",
      because: "as printed; whether points or per cent of the month before is not said",
    }),
    numberResult({
      ...setting,
      id: "closure.fall.likely-means",
      label: "From this part of all series a fall is called likely",
      value: 100 * LIKELY,
      unit: "percent",
    }),
    numberResult({
      ...setting,
      id: "closure.fall.possible-means",
      label: "From this part of all series a fall is called possible",
      value: 100 * POSSIBLE,
      unit: "percent",
    }),
    numberResult({
      ...setting,
      id: "closure.fall.lowest-level",
      label: "Lowest true level looked at",
      value: Math.min(...LEVELS),
      unit: "percent",
    }),
    numberResult({
      ...setting,
      id: "closure.fall.highest-level",
      label: "Highest true level looked at",
      value: Math.max(...LEVELS),
      unit: "percent",
    }),
  ];
}

/** Interviews that a survey needs, and what all months together would show. */
function sizeResults(facts: Facts, found: Disagreements): Result[] {
  const isPossible = found.levels === null;
  const { months, level } = facts;
  const bySize = (make: (interviews: number) => Result) =>
    inWorlds(worlds([INTERVIEWS]), ({ chosen }) => make(surveyOf(chosen).interviews));
  return [
    ...neededResults(facts, isPossible),
    ...WORTHS.flatMap(({ code, deff }) => [
      ...bySize((n) =>
        seenResult(facts, isPossible, deff, {
          id: `closure.seen.all.${code}`,
          label: `Smallest gap that ${months} months together would show at ${n} interviews a month`,
          interviews: months * n,
        }),
      ),
      ...bySize((n) =>
        seenResult(facts, isPossible, deff, {
          id: `closure.seen.month.${code}`,
          label: `Smallest gap that one month would show at ${n} interviews`,
          interviews: n,
        }),
      ),
    ]),
    ...bySize((n) =>
      numberResult({
        id: "closure.needed.all",
        label: `Interviews of ${months} months at ${n} a month`,
        kind: "simulated",
        value: months * n,
        unit: "interviews",
        inputs: [level.id],
        madeBy: "analysis.sizeResults",
        because: "months times interviews a month of the made-up survey",
      }),
    ),
    sizeChoice(facts, "power", "How often such a gap is found", 100 * GOAL.power, "percent"),
  ];
}

/** A number that we chose for the sizes of surveys. */
function sizeChoice({ level }: Facts, name: string, label: string, value: number, unit: string): Result {
  return numberResult({
    id: `closure.needed.${name}`,
    label,
    value,
    unit,
    inputs: [level.id],
    madeBy: "analysis.sizeRows",
    because: "our choice",
  });
}

/** Interviews in each group that show each of some gaps at the level of Options. */
function neededResults(facts: Facts, isPossible: boolean): Result[] {
  const rows = isPossible ? sizeRows(facts).filter(({ survey }) => survey === "options") : [];
  return GAPS_TO_SEE.flatMap((gap) => {
    const row = rows.find((one) => one.gap === gap);
    const needed = (id: string, deff: 1 | 2) =>
      numberResult({
        id,
        label: `Interviews in each group that show a gap of ${gap} points at the level of Options, design effect ${deff}`,
        value: row?.[`deff_${deff}`] ?? null,
        unit: "interviews",
        inputs: [facts.level.id],
        madeBy: "stats.samplesPerGroup",
        because: "two-sided test at 5%, found four times in five, groups of equal size, unpooled variance",
      });
    return [
      sizeChoice(facts, `${gap}.gap`, `A gap of ${gap} points, to be seen`, gap, "points"),
      needed(`closure.needed.${gap}`, 1),
      needed(`closure.needed.${gap}.half`, 2),
    ];
  });
}

/** The smallest gap that a number of interviews would show. */
function seenResult(
  { level }: Facts,
  isPossible: boolean,
  deff: number,
  { id, label, interviews }: { readonly id: string; readonly label: string; readonly interviews: number },
): Result {
  return numberResult({
    id,
    label: `${label}, design effect ${deff}`,
    value: isPossible ? gapSeen(level.value, interviews, deff) : null,
    unit: "points",
    inputs: [level.id],
    madeBy: "stats.smallestDetectableDifference",
    because: "two-sided test at 5%, found four times in five, the other group ten times as large",
    format: TENTHS_OF_POINTS,
  });
}
