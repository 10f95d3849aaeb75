import type { SurveyDesign } from "./survey-design.js";

/** Variance factor of each stratum: (1 - f) m / (m - 1); for single-unit strata as the design says. */
export function stratumFactors(design: SurveyDesign): Float64Array {
  const { stratumPsus, samplingFraction, singlePsu, strata } = design;
  let used = 0;
  let averaged = 0;
  const factors = Float64Array.from(stratumPsus, (m, h) => {
    if (m === 0) return 0;
    used += 1;
    const correction = 1 - samplingFraction[h];
    if (m > 1) return (correction * m) / (m - 1);
    if (correction <= 0 || singlePsu === "certainty") return 0;
    if (singlePsu === "adjust") return correction;
    if (singlePsu === "average") {
      averaged += 1;
      return 0;
    }
    const name = strata.levels[h] === "" ? "The design" : `Stratum ${strata.levels[h]}`;
    throw new RangeError(
      `${name} has one primary sampling unit, so that its variance cannot be estimated; say what to do with it (certainty, adjust, average) or join strata`,
    );
  });
  if (averaged === 0) return factors;
  if (averaged === used)
    throw new RangeError("every stratum has one primary sampling unit: there is no average");
  const scale = used / (used - averaged);
  return factors.map((factor) => factor * scale);
}
