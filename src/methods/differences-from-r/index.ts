import { formatNumber } from "../../model/format.js";
import { DEGREES_OF_FREEDOM } from "./degrees-of-freedom.js";
import type { Difference } from "./difference.js";
import { INTERVALS } from "./intervals.js";
import type { DifferenceRow } from "./schema.js";
import { STANDARD_ERRORS } from "./standard-errors.js";
import { TESTS_AND_MODELS } from "./tests-and-models.js";
import { REPLICATES, WEIGHTS } from "./weights.js";

/** All known differences by area. */
export const DIFFERENCES: readonly { readonly area: string; readonly differences: readonly Difference[] }[] =
  [
    { area: "Degrees of freedom", differences: DEGREES_OF_FREEDOM },
    { area: "Intervals and quantiles", differences: INTERVALS },
    { area: "Standard errors", differences: STANDARD_ERRORS },
    { area: "Replicate weights", differences: REPLICATES },
    { area: "Weights", differences: WEIGHTS },
    { area: "Tests, models and arithmetic", differences: TESTS_AND_MODELS },
  ];

/** The differences with their examples, our results recalculated. */
export function differenceRows(): DifferenceRow[] {
  return DIFFERENCES.flatMap(({ area, differences }) =>
    differences.map((difference): DifferenceRow => {
      const { id, topic, why, example, r, decimals } = difference;
      const ours = difference.ours();
      return {
        ...{ id, area, topic, r_function: difference.rFunction, r_does: difference.rDoes },
        ...{ we_do: difference.weDo, why, example, kind: "simulated" },
        r_number: numberOf(r),
        our_number: numberOf(ours),
        r_gives: shown(r, decimals),
        we_give: shown(ours, decimals),
      };
    }),
  );
}

const numberOf = (value: number | string) => (typeof value === "number" ? value : null);

function shown(value: number | string, decimals: number): string {
  if (typeof value === "number") return formatNumber(value, decimals);
  return value === "NaN" ? "no number" : value;
}
