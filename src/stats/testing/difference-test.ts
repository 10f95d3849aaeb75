import { type Contrast, contrast } from "../estimates/contrast.js";
import type { Estimates } from "../estimates/estimate.js";

/**
 * The design-based t test of a difference: group `b` less group `a`, by their places among the estimates. The covariance
 * between the groups counts, so that it holds for two quarters of one panel as for two independent samples.
 *
 * @throws RangeError for a place without an estimate or twice the same
 * Source: R `survey::svyttest`, with our degrees of freedom.
 */
export function differenceTest(
  estimates: Estimates,
  a: number,
  b: number,
  { level }: { readonly level: number },
): Contrast {
  const k = estimates.estimates.length;
  for (const place of [a, b])
    if (!(Number.isInteger(place) && place >= 0 && place < k))
      throw new RangeError(`there is no estimate ${place}; expected 0 to ${k - 1}`);
  if (a === b) throw new RangeError("a difference needs two groups");
  return contrast(
    estimates,
    Array.from({ length: k }, (_, g) => (g === b ? 1 : g === a ? -1 : 0)),
    { level },
  );
}
