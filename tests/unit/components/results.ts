import type { Results } from "../../../src/components/citation.js";
import type { Result } from "../../../src/model/result.js";

/** A result with what a test does not care about filled in. */
export function result(given: Partial<Result> & Pick<Result, "id">): Result {
  return {
    label: given.id,
    kind: "calculated",
    value: 16,
    low: 15,
    high: 17,
    unit: "points",
    base: null,
    inputs: [],
    madeBy: "test.result",
    because: "made for a test",
    format: { style: "points", decimals: 0 },
    ...given,
  };
}

export function resultsOf(...given: readonly Result[]): Results {
  return new Map(given.map((r) => [r.id, r]));
}
