import { designEffect, INTERVIEW, type InterviewWorth } from "../../analysis/interview-worth.js";
import { inWorlds, worlds } from "../../analysis/worlds.js";
import type { CodeOf } from "../../model/dimensions.js";
import {
  countResult,
  DESIGN_EFFECT,
  type Format,
  infeasible,
  type Result,
  STANDS_UP_TO,
} from "../../model/result.js";
import { printedDecimals } from "../../model/rounding.js";
import type { Options } from "../../model/variants.js";
import {
  criticalDesignEffect,
  differenceOfProportions,
  wilsonInterval,
} from "../../stats/published/index.js";
import { ageSets, extremeAgeCharts } from "./age.js";
import { ageCharts, ethnicityCharts } from "./charts.js";
import { corrections } from "./corrections.js";
import {
  highestSignificantlyBelow,
  internetAccess,
  largestForAges,
  largestForEthnicity,
  leastForSilence,
} from "./design-effects.js";
import { disagreements } from "./disagreements.js";
import { blackLessWhite, ethnicitySets } from "./ethnicity.js";
import { type Facts, type GroupFigure, groupOf, type HeldFigure, isHeldFigure } from "./facts.js";
import { genderRows } from "./gender-rows.js";
import type { FigureSet } from "./ranges.js";
import { customerSet } from "./ranges.js";
import { OLDER, type OlderReading, SHARE_READINGS, SILENCE, USUAL_SHARES } from "./readings.js";
import { smallGroupRows } from "./small-groups.js";

const PERCENT: Format = { style: "percent", decimals: 0 };
const POINTS: Format = { style: "points", decimals: 0 };
const COUNT: Format = { style: "plain", decimals: 0 };

/** A lost figure, in percent, as an example: well below six out of ten. */
const HALF = 50;

/** The controls of the page, each with the option of the prose first. */
const named = (code: string) => ({ code, label: code });
const SILENT = { name: "silence", options: Object.values(SILENCE).map(named), default: SILENCE.off };
const WHOM = { name: "older", options: Object.values(OLDER).map(named), default: OLDER.each };

const ETHNICITY_WORLDS = worlds([INTERVIEW, SILENT]);
const AGE_WORLDS = worlds([INTERVIEW, SILENT, WHOM]);

/** The world of the prose: the most favourable design effect, silence as no statement, "35-54" as each group. */
const USUAL = { deff: designEffect(INTERVIEW.default) } as const;

function readingOf({ interview, silence, older }: Options) {
  return {
    deff: designEffect(interview as InterviewWorth),
    silence: silence === SILENCE.on,
    older: (older ?? OLDER.each) as OlderReading,
  };
}

/** A world as the end of a sentence. */
function worldInWords(chosen: Options): string {
  const { deff, silence, older } = readingOf(chosen);
  return [
    `at a design effect of ${deff}`,
    ...(silence ? ["differences not mentioned taken as not significant"] : []),
    ...(older === OLDER.together ? ["ages 35 to 54 taken as one group"] : []),
  ].join(", ");
}

/** Every number that the page on age and ethnicity works out, by name. */
export function ageAndEthnicityResults(facts: Facts): Result[] {
  return [
    ...rangeResults(facts),
    ...gapResults(facts),
    ...ageResults(facts),
    ...designEffectResults(facts),
    ...silenceResults(facts),
    ...asianPairResults(facts),
    ...genderResults(facts),
    ...smallGroupResults(facts),
    ...correctionResults(facts),
    ...chartResults(facts),
  ];
}

/** The ids of the figures and bases that a chart rests on. */
function inputsOf(facts: Facts, groups: readonly GroupFigure[]): string[] {
  return [
    facts.everyone.id,
    ...groups.filter(isHeldFigure).map(({ id }) => id),
    ...groups.map(({ base }) => base),
    ...(groups === facts.ethnicities ? [facts.ethnicityNotKnown.id] : []),
  ];
}

/** What each lost figure can be, under each set of weights, in each world that a reader can choose. */
function rangeResults(facts: Facts): Result[] {
  return (["ethnicity", "age"] as const).flatMap((name) => {
    const groups = name === "age" ? facts.ages : facts.ethnicities;
    return SHARE_READINGS.flatMap(({ code: shares, label }) =>
      groups
        .filter((group) => !isHeldFigure(group) || group.isFilledIn)
        .flatMap((group) =>
          inWorlds(name === "age" ? AGE_WORLDS : ETHNICITY_WORLDS, ({ chosen }) => {
            const reading = { ...readingOf(chosen), shares };
            const sets = name === "age" ? ageSets(facts, reading) : ethnicitySets(facts, reading);
            const id = `${name}.${group.code}${shares === USUAL_SHARES[name] ? "" : `.shares-${shares}`}`;
            if (isHeldFigure(group)) return filledResult(id, group);
            return rangeResult({
              id,
              label: `${group.label}: satisfied, if weights are ${label}`,
              set: sets.get(group.code) ?? [],
              chosen,
              base: group.interviews,
              inputs: inputsOf(facts, groups),
            });
          }),
        ),
    );
  });
}

/** A figure that the text does not hold, and that someone filled in: the same in all worlds. */
function filledResult(
  id: string,
  { id: of, label, value, low, high, interviews, printed }: HeldFigure,
): Result {
  const decimals = printed === null ? 0 : printedDecimals(printed);
  return {
    ...{ id, label: `${label}: satisfied`, kind: "calculated", value, low, high, unit: "percent" },
    ...{ base: interviews, inputs: [of], madeBy: "analysis.facts", because: "the number that was filled in" },
    format: { style: "percent", decimals },
  };
}

function rangeResult({
  set,
  chosen,
  ...result
}: Pick<Result, "id" | "label" | "base" | "inputs"> & { set: FigureSet; chosen: Options }): Result {
  const found: Result = {
    ...result,
    kind: "bounded",
    value: null,
    low: set[0]?.[0] ?? null,
    high: set.at(-1)?.[1] ?? null,
    ...(set.length > 1 ? { ranges: set } : {}),
    unit: "percent",
    madeBy: "bounds.boundProblem",
    because: `every figure that agrees with the total, the order and the differences called significant, ${worldInWords(chosen)}`,
    format: PERCENT,
  };
  return set.length > 0
    ? found
    : { ...infeasible(found), because: `no figures agree with all statements, ${worldInWords(chosen)}` };
}

/** The gap that is called significant, in both directions. */
function gapResults(facts: Facts): Result[] {
  return inWorlds(ETHNICITY_WORLDS, ({ chosen }) => ({
    ...rangeResult({
      id: "ethnicity.black-less-white",
      label: "Black customers’ satisfaction less White customers’",
      set: blackLessWhite(facts, { ...readingOf(chosen), shares: USUAL_SHARES.ethnicity }),
      chosen,
      base: null,
      inputs: inputsOf(facts, facts.ethnicities),
    }),
    unit: "points",
    format: POINTS,
  }));
}

/** The youngest with what sampling adds, and how steep the chart of ages can be. */
function ageResults(facts: Facts): Result[] {
  const youngest = groupOf(facts.ages, "16-24");
  const inputs = inputsOf(facts, facts.ages);
  return [
    ...inWorlds(worlds([INTERVIEW]), ({ chosen }) => {
      const { deff } = readingOf(chosen);
      const sample = isHeldFigure(youngest)
        ? wilsonInterval(youngest.value / 100, youngest.interviews, { deff })
        : { low: 0, high: 1 };
      return {
        id: "age.16-24.interval",
        label: "Aged 16 to 24: 95% interval of the share satisfied",
        kind: "calculated",
        value: null,
        low: 100 * sample.low,
        high: 100 * sample.high,
        unit: "percent",
        base: youngest.interviews,
        inputs: [youngest.id, youngest.base],
        madeBy: "stats.wilsonInterval",
        because: `95% Wilson interval ${worldInWords(chosen)}${deff === 1 ? ", simple random sampling, the most favourable" : ""}`,
        format: PERCENT,
      };
    }),
    ...inWorlds(AGE_WORLDS, ({ chosen }) => {
      const charts = extremeAgeCharts(facts, { ...readingOf(chosen), shares: USUAL_SHARES.age });
      const result: Result = {
        id: "age.steepness",
        label: "By how much the average of the two youngest groups is above that of the three older ones",
        kind: "bounded",
        value: null,
        low: charts?.low ?? null,
        high: charts?.high ?? null,
        unit: "points",
        base: null,
        inputs,
        madeBy: "bounds.boundProblem",
        because: `the flattest and the steepest chart that agree with everything said, ${worldInWords(chosen)}`,
        format: POINTS,
      };
      return charts === null ? infeasible(result) : result;
    }),
  ];
}

/** How many charts of whole percentages fit, and what the lost ethnic figures say about customers like those interviewed. */
function chartResults(facts: Facts): Result[] {
  const usual = readingOf({ interview: INTERVIEW.default, silence: SILENT.default, older: WHOM.default });
  const counted = (["age", "ethnicity"] as const).map((name): Result => {
    const shares = USUAL_SHARES[name];
    const frequencies =
      name === "age" ? ageCharts(facts, { ...usual, shares }) : ethnicityCharts(facts, { ...usual, shares });
    const [bar = []] = frequencies?.values() ?? [];
    return countResult({
      id: `${name}.charts`,
      label: `Charts of whole percentages that fit, ${name === "age" ? "ages" : "ethnic groups"}`,
      value: bar.reduce((sum, [, charts]) => sum + charts, 0),
      inputs: inputsOf(facts, name === "age" ? facts.ages : facts.ethnicities),
      madeBy: "bounds.countCharts",
      because:
        "every chart of which some unrounded figures agree with all that is said, at a design effect of 1",
    });
  });
  const customers = facts.ethnicities
    .filter((group) => !isHeldFigure(group) || group.isFilledIn)
    .flatMap((group) =>
      inWorlds(ETHNICITY_WORLDS, ({ chosen }) => {
        const reading = { ...readingOf(chosen), shares: USUAL_SHARES.ethnicity };
        const set: FigureSet = isHeldFigure(group)
          ? [[group.low, group.high]]
          : (ethnicitySets(facts, reading).get(group.code) ?? []);
        const result = rangeResult({
          id: `ethnicity.${group.code}.customers`,
          label: `${group.label}: satisfied, what the survey says about customers like these`,
          set: customerSet(set, group.interviews, reading.deff),
          chosen,
          base: group.interviews,
          inputs: inputsOf(facts, facts.ethnicities),
        });
        return set.length === 0
          ? result
          : {
              ...result,
              madeBy: "stats.imbensManskiInterval",
              because: `each range of the survey’s figure widened to its 95% interval of Imbens and Manski, joined where they meet, ${worldInWords(chosen)}`,
            };
      }),
    );
  return [...counted, ...customers];
}

/** A design effect as a result: no more than it is. */
function effect(
  result: Pick<Result, "id" | "label" | "inputs" | "madeBy" | "because"> & { value: number; format?: Format },
): Result {
  return {
    ...{ kind: "calculated", low: null, high: null, unit: "design effect", base: null, format: STANDS_UP_TO },
    ...result,
  };
}

/** Up to which design effect what the report calls significant can be so. */
function designEffectResults(facts: Facts): Result[] {
  return [
    ...SHARE_READINGS.flatMap(({ code, label }) =>
      inWorlds(worlds([WHOM]), ({ chosen }) =>
        effect({
          id: `age.largest-design-effect${code === USUAL_SHARES.age ? "" : `.shares-${code}`}`,
          label: `Largest design effect at which some chart of ages fits, if weights are ${label}`,
          value: largestForAges(facts, code, chosen.older as OlderReading),
          inputs: inputsOf(facts, facts.ages),
          madeBy: "analysis.largestDesignEffect",
          because: `bisection over the feasibility of all that is said of ages${chosen.older === OLDER.together ? ", ages 35 to 54 taken as one group" : ""}`,
        }),
      ),
    ),
    effect({
      id: "ethnicity.largest-design-effect",
      label: "Largest design effect at which some chart of ethnic groups fits",
      value: largestForEthnicity(facts, USUAL_SHARES.ethnicity),
      inputs: inputsOf(facts, facts.ethnicities),
      madeBy: "analysis.largestDesignEffect",
      because: "bisection over the feasibility of all that is said of ethnic groups",
    }),
    ...onlineResults(facts),
  ];
}

/** The design effects that the difference by internet access stands up to. */
function onlineResults(facts: Facts): Result[] {
  const { online } = facts;
  const found = disagreements(facts).online;
  const access = found === null ? internetAccess(facts) : NO_ACCESS;
  const named = (result: Result) => (found === null ? result : infeasible(result));
  const inputs = Object.values(online).flatMap(({ id, base }) => [id, base]);
  return [
    effect({
      id: "online.critical-design-effect",
      label: "Internet access: critical design effect at the printed numbers",
      value: access.printed,
      inputs,
      madeBy: "stats.criticalDesignEffect",
      because: "(z / 1.96)² with the unpooled variance, the same effect in both groups, independent groups",
      format: DESIGN_EFFECT,
    }),
    effect({
      id: "online.critical-design-effect.best",
      label: "Internet access: critical design effect at the best rounding",
      value: access.best,
      inputs,
      madeBy: "stats.criticalDesignEffect",
      because:
        "at the ends of rounding that are farthest from each other, which agree with the total at some share",
      format: DESIGN_EFFECT,
    }),
    effect({
      id: "online.critical-design-effect.interviews",
      label: "Internet access: critical design effect at the worst rounding, parents weighing as interviewed",
      value: access.asInterviewed,
      inputs,
      madeBy: "stats.worstCriticalDesignEffect",
      because: "the least over all roundings that agree jointly with the total at that share",
      format: DESIGN_EFFECT,
    }),
    effect({
      id: "online.critical-design-effect.worst",
      label: "Internet access: critical design effect at the worst rounding",
      value: access.worst,
      inputs,
      madeBy: "stats.worstCriticalDesignEffect",
      because: "the least over all roundings that agree jointly with the total at some share",
      format: DESIGN_EFFECT,
    }),
    {
      id: "online.share-of-worst",
      label: "Largest share of Receiving Parents at which the worst roundings agree with the total",
      kind: "calculated",
      value: 100 * access.shareOfWorst,
      low: null,
      high: null,
      unit: "percent",
      base: null,
      inputs,
      madeBy: "analysis.internetAccess",
      because: "where the highest total that rounds to the printed one lies between the two worst figures",
      format: PERCENT,
    } satisfies Result,
  ].map(named);
}

/** Stands in where the percentages give no design effects, for the names of the results. */
const NO_ACCESS = { printed: 0, best: 0, asInterviewed: 0, worst: 0, shareOfWorst: 0 };

/** Why silence about a pair cannot mean that the pair does not differ. */
function silenceResults(facts: Facts): Result[] {
  const of = (code: CodeOf<"ethnicity">) => groupOf(facts.ethnicities, code);
  const [asian, undisclosed, other] = [of("asian"), of("prefer-not-to-say"), of("other-mixed")];
  if (!isHeldFigure(asian) || !isHeldFigure(undisclosed))
    throw new Error("Figure 12 has lost what its text holds");
  const inputs = [asian.id, asian.base, undisclosed.id, undisclosed.base];
  const at = (a: number, b: number) =>
    criticalDesignEffect({ p: a / 100, n: asian.interviews }, { p: b / 100, n: undisclosed.interviews });
  return [
    effect({
      id: "silence.asian-and-undisclosed",
      label: "Asian against prefer not to say: critical design effect at the worst rounding",
      value: at(asian.low, undisclosed.high),
      inputs,
      madeBy: "stats.criticalDesignEffect",
      because:
        "(z / 1.96)² with the unpooled variance, at the ends of rounding that are nearest to each other",
    }),
    effect({
      id: "silence.other",
      label:
        "Design effect below which Other or Mixed differs from Asian or from prefer not to say, wherever it lies",
      value: leastForSilence(asian, other, undisclosed),
      inputs: [...inputs, other.base],
      madeBy: "analysis.leastForSilence",
      because: "bisection: the least design effect at which some figure differs significantly from neither",
    }),
  ];
}

/** How low a figure must be for that of Asian customers to be significantly above it. */
function asianPairResults({ ethnicities }: Facts): Result[] {
  const asian = ethnicities.find(({ code }) => code === "asian");
  if (asian === undefined || !isHeldFigure(asian)) throw new Error("Figure 12 has lost what its text holds");
  const { deff } = USUAL;
  const against = (
    other: GroupFigure,
    result: Pick<Result, "id" | "label" | "unit" | "madeBy" | "format">,
    of: (percent: number) => number,
  ): Result => ({
    ...result,
    kind: "calculated",
    value: of(asian.value),
    low: of(asian.low),
    high: of(asian.high),
    base: null,
    inputs: [asian.id, asian.base, other.base],
    because: `unpooled variance, at a design effect of ${deff}; the ends are those of the Asian figure's rounding`,
  });
  const others = ethnicities.filter(({ code }) => code === "black" || code === "other-mixed");
  const [black] = others as [GroupFigure];
  return [
    ...others.map((other) =>
      against(
        other,
        {
          id: `ethnicity.asian.significantly-above.${other.code}`,
          label: `${other.label}: highest figure that the Asian figure is significantly above`,
          unit: "percent",
          madeBy: "analysis.highestSignificantlyBelow",
          format: { style: "percent", decimals: 1, rounding: "down" },
        },
        (percent) =>
          highestSignificantlyBelow({ percent, interviews: asian.interviews }, other.interviews, deff),
      ),
    ),
    against(
      black,
      {
        id: `ethnicity.asian.z-above-half.${black.code}`,
        label: `z of the Asian figure against ${HALF}% of Black customers`,
        unit: "z",
        madeBy: "stats.differenceOfProportions",
        format: { style: "plain", decimals: 2 },
      },
      (percent) =>
        differenceOfProportions(
          { p: percent / 100, n: asian.interviews },
          { p: HALF / 100, n: black.interviews },
          { deff },
        ).z,
    ),
  ];
}

/** What parental role alone would need. */
function genderResults(facts: Facts): Result[] {
  const { women, men, receiving, paying, everyone } = facts;
  const inputs = [women, men, receiving, paying].flatMap(({ id, base }) => [id, base]);
  const range = (
    id: string,
    label: string,
    low: number | null,
    high: number | null,
    because: string,
  ): Result => ({
    ...{
      id,
      label,
      kind: "bounded",
      value: null,
      low: low ?? 0,
      high: high ?? 100,
      unit: "percent",
      base: null,
    },
    ...{ inputs, madeBy: "analysis.roleAlone", because, format: PERCENT },
  });
  const rows = genderRows(facts);
  const sides = [
    ["gender.women-receiving", "Women who receive"],
    ["gender.men-paying", "Men who pay"],
  ] as const;
  return [
    ...sides.flatMap(([name, label], i) => {
      const row = rows[i] ?? { low: null, high: null, agreed_low: null, agreed_high: null };
      const { low, high, agreed_low, agreed_high } = row;
      const found = [
        range(
          name,
          `${label}, if role alone made the difference`,
          low,
          high,
          "over every rounding of four figures",
        ),
        range(
          `${name}.agreed`,
          `${label}, if role alone made the difference and each interview counted the same`,
          agreed_low,
          agreed_high,
          agreed_low === null
            ? "no share agrees with both"
            : "where that agrees with the interviews of each gender and each role",
        ),
      ];
      return low === null ? found.map(infeasible) : found;
    }),
    countResult({
      id: "gender.unknown",
      label: "Interviews with an answer and without a recorded gender",
      value: everyone.interviews - women.interviews - men.interviews,
      inputs: [everyone.base, women.base, men.base],
      madeBy: "analysis.facts",
      because: "all who answered less women and men",
    }),
  ];
}

/** Up to which design effect a standard for publication would show each small group. */
function smallGroupResults(facts: Facts): Result[] {
  const groups = [...facts.ages, ...facts.ethnicities];
  return smallGroupRows(facts).map((row): Result => {
    const figure = groups.find(({ group }) => group === row.group) as GroupFigure;
    return {
      id: `small.${row.group.replace("=", "-")}`,
      label: `${row.label}: largest design effect at which the standard shows the figure`,
      kind: row.kind,
      value: row.value,
      low: row.value === null ? row.low : null,
      high: row.value === null ? row.high : null,
      unit: "design effect",
      base: row.interviews,
      inputs: [...(isHeldFigure(figure) ? [figure.id] : []), figure.base],
      madeBy: "stats.proportionReliability",
      because: "bisection over the design effect; 0 where the figure is left out even at 1",
      format: STANDS_UP_TO,
    };
  });
}

/** What corrections for many comparisons leave, at best and at worst. */
function correctionResults(facts: Facts): Result[] {
  const found = corrections(facts, USUAL.deff);
  return (["ages", "ethnicities"] as const).flatMap((name) => {
    const { pairs, uncorrected, holm, benjaminiHochberg } = found[name];
    const inputs = inputsOf(facts, facts[name]);
    const kept = (method: string, label: string, { low, high }: { low: number; high: number }): Result => ({
      ...{
        id: `corrections.${name}.${method}`,
        label: `Pairs of ${name} that stay significant: ${label}`,
        kind: "bounded",
      },
      value: null,
      low: Number.isFinite(low) ? low : 0,
      high: Number.isFinite(high) ? high : pairs,
      ...{ unit: "count", base: null, inputs, madeBy: "analysis.corrections", format: COUNT },
      because:
        "over every chart of whole percentages that meets the statements as printed, at a design effect of 1",
    });
    return [
      countResult({
        id: `corrections.${name}.pairs`,
        label: `Pairs of ${name}`,
        value: pairs,
        inputs,
        madeBy: "analysis.corrections",
        because: "each group with each other",
      }),
      kept("uncorrected", "without a correction", uncorrected),
      kept("holm", "after Holm's correction", holm),
      kept("benjamini-hochberg", "after Benjamini and Hochberg's correction", benjaminiHochberg),
    ];
  });
}
