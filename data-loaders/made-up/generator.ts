import type { CodedInterviews } from "../../src/analysis/interviews/index.js";
import type { Raw } from "../read/index.js";
import type { GeneratorId } from "./watermark.js";

/** What makes up the interviews of one survey. */
export interface SurveyGenerator {
  /** How many interviews are made where none is asked for. */
  readonly interviews: number;
  /** Whether another number can be asked for; the bases that a publication prints leave no choice. */
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
