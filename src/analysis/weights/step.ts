import type { WeightingStep } from "../../model/codebook.js";
import { entryAt } from "../../model/entry-at.js";
import {
  type AdjustedWeights,
  type MixTreatment,
  postStratify,
  rake,
  reweightToMix,
  type SurveyDesign,
} from "../../stats/index.js";
import type { CodedInterviews } from "../interviews/coded-interviews.js";
import { type Collapse, collapseCells } from "./collapse.js";
import { checkMatch, placeTotals, WeightingError } from "./match-totals.js";
import { cellFactor, levelFactor, type Totals } from "./totals.js";

/** First interviews with people, some of whom were interviewed again. */
export interface FirstInterviews {
  readonly interviews: CodedInterviews;
  /** Their design with its final weights. */
  readonly design: SurveyDesign;
  /** The variable that the mix is of, in their codebook. */
  readonly variable: string;
  /** Whether their mix is treated as known or as an estimate. */
  readonly mix: MixTreatment;
}

/** The targets of one weighting step. */
export type StepTargets =
  /** Totals of each variable by itself. */
  | { readonly kind: "rake"; readonly margins: readonly Totals[] }
  /** Totals of the combinations of all variables. */
  | { readonly kind: "post-stratify"; readonly cells: Totals }
  /** Shares of the variable, known exactly, such as published ones. */
  | { readonly kind: "to-mix"; readonly mix: Totals }
  /** Shares estimated from first interviews, whose rows then are the rows of the design. */
  | { readonly kind: "to-mix"; readonly first: FirstInterviews };

/** A weighting step that was applied. */
export interface TakenStep {
  readonly kind: WeightingStep["kind"];
  readonly variables: readonly string[];
  readonly adjusted: AdjustedWeights;
  /** Names of the combinations that were put together. */
  readonly collapsed: readonly (readonly string[])[];
  /** The design row of each interview; null where they are the same. */
  readonly places: Int32Array | null;
}

/** Fits the weights of a design to the targets of a step. Throws a WeightingError that lists every mismatch. */
export function takeStep(
  interviews: CodedInterviews,
  design: SurveyDesign,
  { kind, variables }: Pick<WeightingStep, "kind" | "variables">,
  targets: StepTargets,
  collapse: Collapse | undefined,
): TakenStep {
  const step = { kind, variables };
  if ("first" in targets) return { ...step, ...toFirstMix(interviews, variables, targets.first) };
  const all = targets.kind === "rake" ? targets.margins : [totalsIn(targets)];
  const collapsed: (readonly string[])[] = [];
  const problems: string[] = [];
  const margins = all.flatMap((totals) => {
    try {
      const cells = cellFactor(interviews, totals.variables);
      const placed = placeTotals(cells, totals);
      const along = collapse === undefined ? -1 : totals.variables.indexOf(collapse.along);
      if (along < 0 || collapse === undefined) return [checkMatch(placed)];
      const fewer = collapseCells(placed, cells.parts, along, collapse.fewest);
      collapsed.push(...fewer.collapsed);
      return [checkMatch(fewer)];
    } catch (error) {
      if (!(error instanceof WeightingError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new WeightingError(problems);
  const [only] = margins;
  if (only === undefined) throw new WeightingError(["there are no totals to fit weights to"]);
  const adjusted =
    targets.kind === "rake" ? rake(design, margins) : postStratify(design, only.factor, only.totals);
  return { ...step, adjusted, collapsed, places: null };
}

const totalsIn = (targets: { readonly cells: Totals } | { readonly mix: Totals }): Totals =>
  "cells" in targets ? targets.cells : targets.mix;

/** Reweights people interviewed again to the mix of the first interviews, matched by person number. */
function toFirstMix(
  again: CodedInterviews,
  [own]: readonly string[],
  { interviews: first, design, variable, mix }: FirstInterviews,
): Pick<TakenStep, "adjusted" | "collapsed" | "places"> {
  const number = first.reader(first.codebook.roles.interview);
  const rows = new Map(Array.from({ length: first.rows }, (_, row) => [String(number(row)), row]));
  const level = levelFactor(first, variable);
  const before = first.reader(variable);
  const now = own === undefined ? () => null : again.reader(own);
  const read = again.reader(again.codebook.roles.interview);
  const problems: string[] = [];
  const isAgain = new Uint8Array(first.rows);
  const places = Int32Array.from({ length: again.rows }, (_, row) => {
    const place = rows.get(String(read(row)));
    if (place === undefined) {
      problems.push(`interview ${read(row)} is none of the first interviews`);
      return -1;
    }
    if (isAgain[place] === 1) problems.push(`interview ${read(row)} stands twice`);
    isAgain[place] = 1;
    if (before(place) !== now(row))
      problems.push(`interview ${read(row)}: ${own} is ${now(row)}, ${before(place)} in the first interview`);
    return place;
  });
  const counts = level.levels.map((_, a) => {
    let [all, some] = [0, 0];
    level.codes.forEach((code, row) => {
      if (code !== a) return;
      all += 1;
      some += entryAt(isAgain, row);
    });
    return { all, some };
  });
  level.levels.forEach((name, a) => {
    const { all, some } = counts[a] as (typeof counts)[number];
    if (all > 0 && some === 0)
      problems.push(`${variable}: ${name} has ${all} first interviews and none again`);
  });
  if (problems.length > 0) throw new WeightingError(problems);
  const adjusted = reweightToMix(design, level, isAgain, { targets: mix });
  return { adjusted, collapsed: [], places };
}
