import { formatNumber } from "../../model/format.js";
import { DEGREES_OF_FREEDOM } from "./degrees-of-freedom.js";
import type { Difference } from "./difference.js";
import { INTERVALS } from "./intervals.js";
import { REPLICATES } from "./replicates.js";
import { STANDARD_ERRORS } from "./standard-errors.js";
import { TESTS_AND_MODELS } from "./tests-and-models.js";
import { WEIGHTS } from "./weights.js";

/** The versions that the differences were found in. */
export const R_VERSION = "4.2.2";
export const SURVEY_VERSION = "4.1-1";

/** Every known difference, by what it is about. */
export const DIFFERENCES: readonly { readonly area: string; readonly differences: readonly Difference[] }[] =
  [
    { area: "Degrees of freedom", differences: DEGREES_OF_FREEDOM },
    { area: "Intervals and quantiles", differences: INTERVALS },
    { area: "Standard errors", differences: STANDARD_ERRORS },
    { area: "Replicate weights", differences: REPLICATES },
    { area: "Weights", differences: WEIGHTS },
    { area: "Tests, models and arithmetic", differences: TESTS_AND_MODELS },
  ];

/** One row of the table of differences. */
export interface DifferenceRow {
  readonly id: string;
  readonly area: string;
  readonly topic: string;
  readonly r_function: string;
  readonly r_does: string;
  readonly we_do: string;
  readonly why: string;
  readonly example: string;
  readonly kind: "simulated";
  /** Numbers of the example; null where there is none. */
  readonly r_number: number | null;
  readonly our_number: number | null;
  /** The same as readers see them, or what is said instead. */
  readonly r_gives: string;
  readonly we_give: string;
}

/** The differences with their examples, ours worked out anew. */
export function differenceRows(): DifferenceRow[] {
  return DIFFERENCES.flatMap(({ area, differences }) =>
    differences.map((difference): DifferenceRow => {
      const ours = difference.ours();
      const shown = (value: number | string) =>
        typeof value === "number"
          ? formatNumber(value, difference.decimals)
          : value === "NaN"
            ? "no number"
            : value;
      return {
        id: difference.id,
        area,
        topic: difference.topic,
        r_function: difference.rFunction,
        r_does: difference.rDoes,
        we_do: difference.weDo,
        why: difference.why,
        example: difference.example,
        kind: "simulated",
        r_number: numberOf(difference.r),
        our_number: numberOf(ours),
        r_gives: shown(difference.r),
        we_give: shown(ours),
      };
    }),
  );
}

function numberOf(value: number | string): number | null {
  return typeof value === "number" ? value : null;
}
