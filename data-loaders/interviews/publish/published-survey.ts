import type { CodedInterviews } from "../../../src/analysis/interviews/index.js";
import type { InterviewVerdict } from "../../../src/analysis/interviews/verdict-words.js";
import type { Kind } from "../../../src/model/kind.js";
import type { PairedValue } from "../beside-printed/from-interviews.js";
import type { Mark } from "../disclosure/index.js";
import type { By } from "./dimensions.js";

/** What a reader is told of a number: `withheld` stands for every number that disclosure control keeps back. */
export type Verdict = Exclude<InterviewVerdict, "no-interviews">;

/** An estimate in the digits in which it is shown; percentages from 0 to 100. */
export interface ShownEstimate {
  readonly number: number;
  /** Null where it is not known. */
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
  /** How the interval was made; null where there is none. */
  readonly method: string | null;
  /** Interviews of the group, rounded where counts are; null where their number is not shown. */
  readonly interviews: number | null;
}

export interface ShownValue extends Pick<PairedValue, "asked" | "value"> {
  /** Null where there is none, or none that is shown. */
  readonly estimate: ShownEstimate | null;
  /** From the interviews less the published one, in the digits that are shown. */
  readonly difference: number | null;
  readonly verdict: Verdict;
}

export interface ShownCount {
  readonly base: string;
  /** In words. */
  readonly definition: string;
  readonly by: By | null;
  readonly code: string | null;
  readonly label: string;
  readonly interviews: number | Mark;
}

export interface ShownCovariance {
  readonly measure: string;
  readonly by: By;
  readonly codes: readonly [string, string];
  /** In squared points; null where either estimate is withheld. */
  readonly covariance: number | null;
}

/** What may be published of the interviews of a survey. Plain data; no interview and no small number is in it. */
export interface PublishedSurvey {
  readonly survey: string;
  readonly title: string;
  readonly kind: Kind;
  /** What made the interviews up; null for interviews with people. */
  readonly simulated: CodedInterviews["simulated"];
  readonly values: readonly ShownValue[];
  readonly counts: readonly ShownCount[];
  readonly covariances: readonly ShownCovariance[];
  /** What the marks mean that stand in the place of numbers. */
  readonly marks: Partial<Record<Mark, string>>;
  /** The rules of disclosure control in force, a sentence each. */
  readonly rules: readonly string[];
}
