import type { Built } from "../../data-loaders/tables/index.js";
import type { Results } from "../../src/components/citation.js";
import { isHeld } from "../../src/model/value.js";

/** Every number that texts can refer to: results, and, as null, unknown values and bases. */
export function namedNumbers({
  raw,
  results,
}: {
  readonly raw: Pick<Built["raw"], "values" | "bases">;
  readonly results: Built["results"];
}): Results {
  const lost = [
    ...raw.values.filter((value) => !isHeld(value)),
    ...raw.bases.filter(({ interviews }) => interviews === null),
  ];
  return new Map([
    ...lost.map(({ id }) => [id, null] as const),
    ...results.map((result) => [result.id, result] as const),
  ]);
}
