import type { CodedInterviews } from "../../src/analysis/interviews/index.js";
import type { Raw } from "../read/index.js";
import type { GeneratorId } from "./watermark.js";

/** A generator of interviews for one survey. */
export interface SurveyGenerator {
  /** Default number of interviews. */
  readonly interviews: number;
  /** Whether the number can be chosen; printed bases fix it. */
  readonly anyNumber: boolean;
  /** @throws RangeError where so many cannot be made, and where no set of interviews was found */
  simulate(raw: Raw, options: { readonly seed: number; readonly interviews: number }): CodedInterviews;
}

/** A generator, with the surveys that it can make up by the id of their codebook. */
export interface Generator {
  readonly id: GeneratorId;
  readonly description: string;
  readonly surveys: ReadonlyMap<string, SurveyGenerator>;
}
