import type { Dimension } from "./dimensions.js";

/**
 * A survey as data: what an interview records, who was asked what, how answers become measures, how the sample was
 * drawn and weighted. Validation, simulation, weights, database statements, estimates and pages all read it, so a new
 * survey needs a codebook and no code.
 *
 * Every part cites its place in a publication, or says that we assume it and why (`Basis`).
 */
export interface Codebook {
  /** Lower case with hyphens; also the file name of its interviews. */
  readonly id: string;
  readonly title: string;
  /** Publications whose values were computed from these interviews. */
  readonly publications: readonly string[];
  /** What one row is: "a customer interviewed". */
  readonly unit: string;
  /** First and last month of the contacts that interviews are about, 2023-04. */
  readonly contacts: { readonly from: string; readonly to: string };
  /** First and last day on which an interview can have been held, 2023-07-01. */
  readonly fieldwork: { readonly from: string; readonly to: string; readonly basis: Basis };
  readonly variables: readonly Variable[];
  /** Combinations that no interview can have, beyond what routing says. */
  readonly impossible: readonly Impossible[];
  readonly measures: readonly Measure[];
  /** The populations that printed bases count; left out where no base is tied to one. */
  readonly populations?: readonly Population[];
  /** The variable behind each dimension of groups; its codes are those of the dimension, or are listed with them. */
  readonly dimensions: { readonly [D in Dimension]?: string };
  readonly roles: Roles;
  readonly sampling: Sampling;
  /** In the order in which they are applied; empty for an unweighted survey. */
  readonly weighting: readonly WeightingStep[];
  readonly exclusions: readonly Exclusion[];
}

/**
 * The place in a publication, `ces-2023-24: Figure 5, base lines`, or the reason for an assumption. With both, only
 * what `assumed` names is an assumption.
 */
export type Basis = { readonly locator: string; readonly assumed?: string } | { readonly assumed: string };

export type Variable =
  | CategoryVariable
  | ScaleVariable
  | CountVariable
  | NumberVariable
  | DateVariable
  | TextVariable;

interface AnyVariable {
  /** Name of the column: lower case with hyphens. */
  readonly id: string;
  /** What is asked or recorded, in our words. */
  readonly label: string;
  readonly basis: Basis;
  /** Who is asked; everyone by default. The cell is empty exactly where the question was not asked. */
  readonly asked?: Condition;
  /** The condition in words, for readers; needed with `asked`. */
  readonly askedOf?: string;
}

/** One of a list of answers. */
export interface CategoryVariable extends AnyVariable {
  readonly kind: "category";
  readonly answers: readonly Answer[];
}

/** A whole number from `lowest` to `highest`, or one of the special answers. */
export interface ScaleVariable extends AnyVariable {
  readonly kind: "scale";
  readonly lowest: number;
  readonly highest: number;
  readonly ends: readonly [lowest: string, highest: string];
  readonly special: readonly Answer[];
}

/** A whole number, or one of the special answers. */
export interface CountVariable extends AnyVariable {
  readonly kind: "count";
  readonly lowest: number;
  readonly highest: number;
  readonly special: readonly Answer[];
}

/** A number with decimals, such as a weight. */
export interface NumberVariable extends AnyVariable {
  readonly kind: "number";
  /** The smallest value, which the number may or may not equal. */
  readonly lowest: number;
  readonly above: boolean;
}

/** A day, 2023-07-14, or a month, 2023-07. */
export interface DateVariable extends AnyVariable {
  readonly kind: "date";
  readonly precision: "day" | "month";
  readonly from: string;
  readonly to: string;
}

/** Any text, such as the number of an interview. */
export interface TextVariable extends AnyVariable {
  readonly kind: "text";
}

export interface Answer {
  /** As it stands in a file: lower case with hyphens, or a period such as 2023-04/2023-06. */
  readonly code: string;
  readonly label: string;
  /** Left out for an answer in substance. */
  readonly special?: SpecialAnswer;
}

/** `missing`: the record lacks it, whatever the respondent said. */
export type SpecialAnswer = "dont-know" | "not-applicable" | "prefer-not-to-say" | "missing";

/**
 * A condition on an interview, true or false for each. A comparison with a variable that was not asked is false, so
 * its `not` is true. `all` of nothing is true, `any` of nothing false.
 */
export type Condition =
  | { readonly variable: string; readonly is: readonly string[] }
  /** A scale, count or number within the ends, both included; a special answer is within none. */
  | { readonly variable: string; readonly from?: number; readonly to?: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export interface Impossible {
  readonly id: string;
  /** What cannot be, in words. */
  readonly statement: string;
  readonly when: Condition;
  readonly basis: Basis;
}

/** Interviews that a publication counts. A group of a population is those of its interviews that are in the group. */
export interface Population {
  /** The code in the column `population` of `bases.csv`. */
  readonly id: string;
  readonly when: Condition;
  readonly basis: Basis;
}

/**
 * A percentage in tables: among interviews in `base`, the share in `counts`. The id is that of the measure in
 * `measures.csv`, which matches estimates with published values.
 */
export type Measure = ShareMeasure | PooledMeasure | ProfileMeasure | MeanMeasure;

interface AnyMeasure {
  readonly id: string;
  /** For a measure that is not in `measures.csv`, since no text gives a number for it. */
  readonly label?: string;
  readonly basis: Basis;
}

export interface ShareMeasure extends AnyMeasure {
  readonly kind: "share";
  readonly base: Condition;
  readonly counts: Condition;
}

/**
 * The share of all substantive answers to several items that lies within the ends: a share of answers, not of
 * interviews.
 */
export interface PooledMeasure extends AnyMeasure {
  readonly kind: "pooled";
  readonly items: readonly string[];
  readonly counts: { readonly from?: number; readonly to?: number } | { readonly is: readonly string[] };
}

/** Among interviews in the base, the share that is in the group: the group is the answer here and not a domain. */
export interface ProfileMeasure extends AnyMeasure {
  readonly kind: "profile";
  readonly base: Condition;
  readonly dimension: Dimension;
  /** Codes of groups that stand for several answers. */
  readonly unions: { readonly [code: string]: readonly string[] };
}

/** The mean of a count or scale over the interviews of the base. */
export interface MeanMeasure extends AnyMeasure {
  readonly kind: "mean";
  readonly base: Condition;
  readonly variable: string;
}

/** Variables with a meaning to the pipeline. */
export interface Roles {
  /** Unique in each row. */
  readonly interview: string;
  /** The final weight; null where results are not weighted. */
  readonly weight: string | null;
  /** When the interview was held. */
  readonly date: string;
  /**
   * Month or quarter by which results are shown over time. Its answers are written like the periods of `values.csv`: a
   * month, 2014-04, or a quarter, 2013-09/2013-11.
   */
  readonly period: string;
}

export interface Sampling {
  /** Variables whose combinations are the strata of the design; none for a simple random sample. */
  readonly strata: readonly string[];
  /**
   * Variables whose combinations have a minimum number of interviews, which makes the sample no probability sample;
   * null without quotas.
   */
  readonly quotas: readonly string[] | null;
  readonly basis: Basis;
  readonly note: string;
}

export interface WeightingStep {
  /**
   * `rake`: each variable by itself agrees with its targets; `post-stratify`: their combinations do; `to-mix`: the shares of
   * the variable agree with those that another survey estimated.
   */
  readonly kind: "rake" | "post-stratify" | "to-mix";
  readonly variables: readonly string[];
  /** Whose shares the targets are: "all callers". */
  readonly population: string;
  readonly basis: Basis;
  /** What the texts do not say, such as the targets themselves. */
  readonly note: string;
}

export interface Exclusion {
  readonly id: string;
  readonly statement: string;
  /** Excluded from the sample, or only from results. */
  readonly from: "sample" | "results";
  readonly basis: Basis;
}
