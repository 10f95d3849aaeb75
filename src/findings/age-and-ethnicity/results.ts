import { INTERVIEW } from "../../analysis/interview-worth.js";
import { inWorlds, worlds } from "../../analysis/worlds.js";
import type { CodeOf } from "../../model/dimensions.js";
import {
  countResult,
  DESIGN_EFFECT,
  numberResult,
  type Result,
  type ResultParts,
  rangeResult,
} from "../../model/result.js";
import { printedDecimals } from "../../model/rounding.js";
import type { Options } from "../../model/variants.js";
import {
  criticalDesignEffect,
  differenceOfProportions,
  wilsonInterval,
} from "../../stats/published/index.js";
import { extremeAgeCharts } from "./age.js";
import { type Corrections, corrections, type SignificantPairs } from "./corrections.js";
import { highestSignificantlyBelow, internetAccess, largestFor, leastForSilence } from "./design-effects.js";
import { disagreements } from "./disagreements.js";
import { blackLessWhite } from "./ethnicity.js";
import { type Facts, type GroupFigure, groupOf, groupsOf, type HeldFigure, isHeldFigure } from "./facts.js";
import { genderRows, gendersOf } from "./gender.js";
import { countedCharts, customerSet, type FigureSet, lostSets, rangeOf } from "./ranges.js";
import { type Chart, OLDER, readingOf, SHARE_READINGS, SILENCE, USUAL_SHARES } from "./readings.js";
import { smallGroupRows } from "./small-groups.js";

/** An example value of an unknown figure, in percent: well below six out of ten. */
const HALF = 50;

/** The controls of each chart. */
const WORLDS = {
  ethnicity: worlds([INTERVIEW, SILENCE]),
  age: worlds([INTERVIEW, SILENCE, OLDER]),
};

/** The design effect that the prose uses: the most favourable one. */
const USUAL_DEFF = readingOf("ethnicity").deff;

/** The chosen options as the end of a sentence. */
function worldInWords(chosen: Options): string {
  const { deff, silence, older } = readingOf("age", chosen);
  return [
    `at a design effect of ${deff}`,
    ...(silence ? ["differences not mentioned taken as not significant"] : []),
    ...(older === "together" ? ["ages 35 to 54 taken as one group"] : []),
  ].join(", ");
}

/** All results of the page on age and ethnicity. */
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

/** The ids of the values and bases that a chart uses. */
function inputsOf(chart: Chart, facts: Facts): string[] {
  const groups = groupsOf(chart, facts);
  return [
    facts.everyone.id,
    ...groups.filter(isHeldFigure).map(({ id }) => id),
    ...groups.map(({ base }) => base),
    ...(chart === "ethnicity" ? [facts.ethnicityNotKnown.id] : []),
  ];
}

/** The groups of a chart with unknown figures. */
function lostGroups(chart: Chart, facts: Facts): GroupFigure[] {
  return groupsOf(chart, facts).filter((group) => !isHeldFigure(group) || group.isFilledIn);
}

/** The range of each unknown figure, for each set of weights and every combination of options. */
function rangeResults(facts: Facts): Result[] {
  return (["ethnicity", "age"] as const).flatMap((chart) =>
    SHARE_READINGS.flatMap(({ code: shares, label }) =>
      lostGroups(chart, facts).flatMap((group) =>
        inWorlds(WORLDS[chart], ({ chosen }) => {
          const id = `${chart}.${group.code}${shares === USUAL_SHARES[chart] ? "" : `.shares-${shares}`}`;
          if (isHeldFigure(group)) return filledResult(id, group);
          const sets = lostSets(chart, facts, { ...readingOf(chart, chosen), shares });
          return setResult(sets.get(group.code) ?? [], chosen, {
            id,
            label: `${group.label}: satisfied, if weights are ${label}`,
            unit: "percent",
            base: group.interviews,
            inputs: inputsOf(chart, facts),
          });
        }),
      ),
    ),
  );
}

/** A figure that the text lacks and someone filled in: the same for all options. */
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

/** A set of possible values: its range, and its parts if it has holes. */
function setResult(
  set: FigureSet,
  chosen: Options,
  parts: Omit<ResultParts, "madeBy" | "because"> & Partial<Pick<ResultParts, "madeBy" | "because">>,
): Result {
  const why =
    set.length === 0
      ? "no figures agree with all statements"
      : "every figure that agrees with the total, the order and the differences called significant";
  return {
    ...rangeResult({
      madeBy: "bounds.boundProblem",
      because: `${why}, ${worldInWords(chosen)}`,
      ...parts,
      range: rangeOf(set),
    }),
    ...(set.length > 1 ? { ranges: set } : {}),
  };
}

/** The gap that the report calls significant, in both directions. */
function gapResults(facts: Facts): Result[] {
  return inWorlds(WORLDS.ethnicity, ({ chosen }) =>
    setResult(blackLessWhite(facts, readingOf("ethnicity", chosen)), chosen, {
      id: "ethnicity.black-less-white",
      label: "Black customers’ satisfaction less White customers’",
      unit: "points",
      inputs: inputsOf("ethnicity", facts),
    }),
  );
}

/** The 95% interval of the youngest group, and the steepness of the age chart. */
function ageResults(facts: Facts): Result[] {
  const youngest = groupOf(facts.ages, "16-24");
  return [
    ...inWorlds(worlds([INTERVIEW]), ({ chosen }) => {
      const { deff } = readingOf("age", chosen);
      const { low, high } = isHeldFigure(youngest)
        ? wilsonInterval(youngest.value / 100, youngest.interviews, { deff })
        : { low: 0, high: 1 };
      return rangeResult({
        id: "age.16-24.interval",
        label: "Aged 16 to 24: 95% interval of the share satisfied",
        kind: "calculated",
        range: { low: 100 * low, high: 100 * high },
        unit: "percent",
        base: youngest.interviews,
        inputs: [youngest.id, youngest.base],
        madeBy: "stats.wilsonInterval",
        because: `95% Wilson interval ${worldInWords(chosen)}${deff === 1 ? ", simple random sampling, the most favourable" : ""}`,
      });
    }),
    ...inWorlds(WORLDS.age, ({ chosen }) =>
      rangeResult({
        id: "age.steepness",
        label: "By how much the average of the two youngest groups is above that of the three older ones",
        range: extremeAgeCharts(facts, readingOf("age", chosen)),
        unit: "points",
        inputs: inputsOf("age", facts),
        madeBy: "bounds.boundProblem",
        because: `the flattest and the steepest chart that agree with everything said, ${worldInWords(chosen)}`,
      }),
    ),
  ];
}

/** Numbers of charts of whole percentages that fit, and the inference from unknown ethnic figures to customers. */
function chartResults(facts: Facts): Result[] {
  const counted = (["age", "ethnicity"] as const).map((chart): Result => {
    // Every unknown figure counts the same charts.
    const [counts = []] = countedCharts(chart, facts, readingOf(chart))?.values() ?? [];
    return countResult({
      id: `${chart}.charts`,
      label: `Charts of whole percentages that fit, ${chart === "age" ? "ages" : "ethnic groups"}`,
      value: counts.reduce((sum, [, charts]) => sum + charts, 0),
      inputs: inputsOf(chart, facts),
      madeBy: "bounds.countCharts",
      because:
        "every chart of which some unrounded figures agree with all that is said, at a design effect of 1",
    });
  });
  const customers = lostGroups("ethnicity", facts).flatMap((group) =>
    inWorlds(WORLDS.ethnicity, ({ chosen }) => {
      const reading = readingOf("ethnicity", chosen);
      const set: FigureSet = isHeldFigure(group)
        ? [[group.low, group.high]]
        : (lostSets("ethnicity", facts, reading).get(group.code) ?? []);
      const widened = {
        madeBy: "stats.imbensManskiInterval",
        because: `each range of the survey’s figure widened to its 95% interval of Imbens and Manski, joined where they meet, ${worldInWords(chosen)}`,
      };
      return setResult(customerSet(set, group.interviews, reading.deff), chosen, {
        id: `ethnicity.${group.code}.customers`,
        label: `${group.label}: satisfied, what the survey says about customers like these`,
        unit: "percent",
        base: group.interviews,
        inputs: inputsOf("ethnicity", facts),
        ...(set.length === 0 ? {} : widened),
      });
    }),
  );
  return [...counted, ...customers];
}

/** The largest design effects at which the report's significant differences can be significant. */
function designEffectResults(facts: Facts): Result[] {
  return [
    ...SHARE_READINGS.flatMap(({ code: shares, label }) =>
      inWorlds(worlds([OLDER]), ({ chosen }) => {
        const { older } = readingOf("age", chosen);
        return numberResult({
          id: `age.largest-design-effect${shares === USUAL_SHARES.age ? "" : `.shares-${shares}`}`,
          label: `Largest design effect at which some chart of ages fits, if weights are ${label}`,
          value: largestFor("age", facts, { shares, older }),
          unit: "design effect",
          inputs: inputsOf("age", facts),
          madeBy: "analysis.largestDesignEffect",
          because: `bisection over the feasibility of all that is said of ages${older === "together" ? ", ages 35 to 54 taken as one group" : ""}`,
        });
      }),
    ),
    numberResult({
      id: "ethnicity.largest-design-effect",
      label: "Largest design effect at which some chart of ethnic groups fits",
      value: largestFor("ethnicity", facts),
      unit: "design effect",
      inputs: inputsOf("ethnicity", facts),
      madeBy: "analysis.largestDesignEffect",
      because: "bisection over the feasibility of all that is said of ethnic groups",
    }),
    ...onlineResults(facts),
  ];
}

/** The largest design effects for the difference in internet access; empty if its percentages conflict. */
function onlineResults(facts: Facts): Result[] {
  const access = disagreements(facts).online === null ? internetAccess(facts) : null;
  const inputs = Object.values(facts.online).flatMap(({ id, base }) => [id, base]);
  const common = { unit: "design effect", inputs, format: DESIGN_EFFECT };
  return [
    numberResult({
      ...common,
      id: "online.critical-design-effect",
      label: "Internet access: critical design effect at the printed numbers",
      value: access?.printed ?? null,
      madeBy: "stats.criticalDesignEffect",
      because: "(z / 1.96)² with the unpooled variance, the same effect in both groups, independent groups",
    }),
    numberResult({
      ...common,
      id: "online.critical-design-effect.best",
      label: "Internet access: critical design effect at the best rounding",
      value: access?.best ?? null,
      madeBy: "stats.criticalDesignEffect",
      because:
        "at the ends of rounding that are farthest from each other, which agree with the total at some share",
    }),
    numberResult({
      ...common,
      id: "online.critical-design-effect.interviews",
      label: "Internet access: critical design effect at the worst rounding, parents weighing as interviewed",
      value: access?.asInterviewed ?? null,
      madeBy: "stats.worstCriticalDesignEffect",
      because: "the least over all roundings that agree jointly with the total at that share",
    }),
    numberResult({
      ...common,
      id: "online.critical-design-effect.worst",
      label: "Internet access: critical design effect at the worst rounding",
      value: access?.worst ?? null,
      madeBy: "stats.worstCriticalDesignEffect",
      because: "the least over all roundings that agree jointly with the total at some share",
    }),
    numberResult({
      id: "online.share-of-worst",
      label: "Largest share of Receiving Parents at which the worst roundings agree with the total",
      value: access && 100 * access.shareOfWorst,
      unit: "percent",
      inputs,
      madeBy: "analysis.internetAccess",
      because: "where the highest total that rounds to the printed one lies between the two worst figures",
    }),
  ];
}

/** Why silence about a pair cannot mean "no significant difference". */
function silenceResults(facts: Facts): Result[] {
  const of = (code: CodeOf<"ethnicity">) => groupOf(facts.ethnicities, code);
  const [asian, undisclosed, other] = [of("asian"), of("prefer-not-to-say"), of("other-mixed")];
  if (!isHeldFigure(asian) || !isHeldFigure(undisclosed))
    throw new Error("Figure 12 has lost what its text holds");
  const inputs = [asian.id, asian.base, undisclosed.id, undisclosed.base];
  const at = (a: number, b: number) =>
    criticalDesignEffect({ p: a / 100, n: asian.interviews }, { p: b / 100, n: undisclosed.interviews });
  return [
    numberResult({
      id: "silence.asian-and-undisclosed",
      label: "Asian against prefer not to say: critical design effect at the worst rounding",
      value: at(asian.low, undisclosed.high),
      unit: "design effect",
      inputs,
      madeBy: "stats.criticalDesignEffect",
      because:
        "(z / 1.96)² with the unpooled variance, at the ends of rounding that are nearest to each other",
    }),
    numberResult({
      id: "silence.other",
      label:
        "Design effect below which Other or Mixed differs from Asian or from prefer not to say, wherever it lies",
      value: leastForSilence(asian, other, undisclosed),
      unit: "design effect",
      inputs: [...inputs, other.base],
      madeBy: "analysis.leastForSilence",
      because: "bisection: the least design effect at which some figure differs significantly from neither",
    }),
  ];
}

/** How low a figure must be for the Asian group to be significantly above it. */
function asianPairResults({ ethnicities }: Facts): Result[] {
  const asian = groupOf(ethnicities, "asian");
  const black = groupOf(ethnicities, "black");
  if (!isHeldFigure(asian)) throw new Error("Figure 12 has lost what its text holds");
  const deff = USUAL_DEFF;
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
  return [
    ...[black, groupOf(ethnicities, "other-mixed")].map((other) =>
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

/** The shares of women who receive and men who pay that parental role alone would need. */
function genderResults(facts: Facts): Result[] {
  const { women, men, receiving, paying, everyone } = facts;
  const inputs = [women, men, receiving, paying].flatMap(({ id, base }) => [id, base]);
  const found = gendersOf(genderRows(facts));
  const sides = [
    { id: "gender.women-receiving", label: "Women who receive", row: found.women },
    { id: "gender.men-paying", label: "Men who pay", row: found.men },
  ];
  const common = { unit: "percent", inputs, madeBy: "analysis.roleAlone" };
  return [
    ...sides.flatMap(({ id, label, row }) => {
      const agreed =
        row === undefined || row.agreed_low === null || row.agreed_high === null
          ? null
          : { low: row.agreed_low, high: row.agreed_high };
      return [
        rangeResult({
          ...common,
          id,
          label: `${label}, if role alone made the difference`,
          range: row ?? null,
          because: "over every rounding of four figures",
        }),
        rangeResult({
          ...common,
          id: `${id}.agreed`,
          label: `${label}, if role alone made the difference and each interview counted the same`,
          range: agreed,
          because:
            agreed === null
              ? "no share agrees with both"
              : "where that agrees with the interviews of each gender and each role",
        }),
      ];
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

/** The largest design effect at which a publication standard shows each small group. */
function smallGroupResults(facts: Facts): Result[] {
  const groups = [...facts.ages, ...facts.ethnicities];
  return smallGroupRows(facts).map((row): Result => {
    const figure = groups.find(({ group }) => group === row.group) as GroupFigure;
    const parts = {
      id: `small.${row.group.replace("=", "-")}`,
      label: `${row.label}: largest design effect at which the standard shows the figure`,
      kind: row.kind,
      unit: "design effect",
      base: row.interviews,
      inputs: [...(isHeldFigure(figure) ? [figure.id] : []), figure.base],
      madeBy: "stats.proportionReliability",
      because: "bisection over the design effect; 0 where the figure is left out even at 1",
    };
    return row.value === null
      ? rangeResult({ ...parts, range: row })
      : numberResult({ ...parts, value: row.value });
  });
}

/** Numbers of pairs that stay significant after corrections, at best and at worst. */
function correctionResults(facts: Facts): Result[] {
  const { ages, ethnicities } = corrections(facts, USUAL_DEFF);
  const of = (chart: Chart, name: string, { pairs, uncorrected, holm, benjaminiHochberg }: Corrections) => {
    const common = { inputs: inputsOf(chart, facts), madeBy: "analysis.corrections" };
    const kept = (method: string, label: string, range: SignificantPairs) =>
      rangeResult({
        ...common,
        id: `corrections.${name}.${method}`,
        label: `Pairs of ${name} that stay significant: ${label}`,
        // Infinite if no chart of whole percentages fits.
        range: Number.isFinite(range.low) ? range : null,
        unit: "count",
        because:
          "over every chart of whole percentages that meets the statements as printed, at a design effect of 1",
      });
    return [
      countResult({
        ...common,
        id: `corrections.${name}.pairs`,
        label: `Pairs of ${name}`,
        value: pairs,
        because: "each group with each other",
      }),
      kept("uncorrected", "without a correction", uncorrected),
      kept("holm", "after Holm's correction", holm),
      kept("benjamini-hochberg", "after Benjamini and Hochberg's correction", benjaminiHochberg),
    ];
  };
  return [...of("age", "ages", ages), ...of("ethnicity", "ethnicities", ethnicities)];
}
