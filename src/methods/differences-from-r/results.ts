import { countResult, type Result } from "../../model/result.js";
import { DIFFERENCES } from "./index.js";
import { SAMPLE } from "./sample.js";

/** Every number of the page on differences from R, by name. */
export function differenceResults(): Result[] {
  return [differenceCount(), ...exampleResults()];
}

function differenceCount(): Result {
  return countResult({
    id: "methods.differences",
    label: "Differences from R's survey package",
    value: DIFFERENCES.reduce((sum, { differences }) => sum + differences.length, 0),
    because: "rows of the table of differences",
    inputs: [],
    madeBy: "analysis.differenceRows",
  });
}

/** The size of the made-up sample in which the differences show. */
function exampleResults(): Result[] {
  const sizes = {
    interviews: ["Interviews", SAMPLE.score.length],
    units: ["Sampling units", new Set(SAMPLE.unit).size],
    strata: ["Strata", new Set(SAMPLE.stratum).size],
  } as const;
  return Object.entries(sizes).map(([name, [label, value]]) =>
    countResult({
      id: `methods.example.${name}`,
      label: `${label} of the made-up sample in which the differences show`,
      value,
      because: "rows of the made-up sample",
      inputs: [],
      madeBy: "analysis.differenceRows",
    }),
  );
}
