import type { CodedInterviews } from "../../../src/analysis/interviews/index.js";
import type { InterviewVerdict } from "../../../src/analysis/interviews/verdict-words.js";
import type { Kind } from "../../../src/model/kind.js";
import type { PairedValue } from "../beside-printed/from-interviews.js";
import type { Mark } from "../disclosure/index.js";
import type { By } from "./dimensions.js";

/** The verdict for readers; `withheld` covers every suppressed number. */
export type Verdict = Exclude<InterviewVerdict, "no-interviews">;

/** An estimate rounded for display; percentages from 0 to 100. */
export interface ShownEstimate {
  readonly number: number;
  /** Null where unknown. */
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
  /** Interval method; null without an interval. */
  readonly method: string | null;
  /** Interviews of the group, rounded like counts; null where not shown. */
  readonly interviews: number | null;
}

export interface ShownValue extends Pick<PairedValue, "asked" | "value"> {
  /** Null where there is none, or it is suppressed. */
  readonly estimate: ShownEstimate | null;
  /** Estimate minus published number, as shown. */
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
  /** In squared points; null where either estimate is suppressed. */
  readonly covariance: number | null;
}

/** Everything that may be published of a survey's interviews. Plain data without single interviews or small numbers. */
export interface PublishedSurvey {
  readonly survey: string;
  readonly title: string;
  readonly kind: Kind;
  /** The generator; null for real interviews. */
  readonly simulated: CodedInterviews["simulated"];
  readonly values: readonly ShownValue[];
  readonly counts: readonly ShownCount[];
  readonly covariances: readonly ShownCovariance[];
  /** Explanations of the marks used. */
  readonly marks: Partial<Record<Mark, string>>;
  /** The rules of disclosure control, one sentence each. */
  readonly rules: readonly string[];
}
