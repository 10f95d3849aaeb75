import { countResult, type Result } from "../../model/result.js";
import { DIFFERENCES } from "./index.js";
import { SAMPLE } from "./sample.js";

/** All results of the page on differences from R: the number of differences, and the size of the made-up sample. */
export function differenceResults(): Result[] {
  const count = (id: string, label: string, value: number, because: string) =>
    countResult({
      id: `methods.${id}`,
      label,
      value,
      because,
      inputs: [],
      madeBy: "analysis.differenceRows",
    });
  const size = (id: string, of: string, value: number) =>
    count(
      `example.${id}`,
      `${of} of the made-up sample in which the differences show`,
      value,
      "rows of the made-up sample",
    );
  return [
    count(
      "differences",
      "Differences from R's survey package",
      DIFFERENCES.reduce((sum, { differences }) => sum + differences.length, 0),
      "rows of the table of differences",
    ),
    size("interviews", "Interviews", SAMPLE.score.length),
    size("units", "Sampling units", new Set(SAMPLE.unit).size),
    size("strata", "Strata", new Set(SAMPLE.stratum).size),
  ];
}
