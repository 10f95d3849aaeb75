import { entryAt } from "../../../../src/model/entry-at.js";
import type { Random } from "../../random.js";
import type { Printed } from "../printed.js";
import { isSurely, rest, SLACK } from "./chart.js";
import type { FiveGroups } from "./groups.js";

/**
 * Age groups: each below the one before; the youngest significantly above each group of 35 and over, and 25 to 34
 * above each of the two after it, so also for both together.
 */
export function drawAges(random: Random, printed: Printed, sum: number, groups: FiveGroups): number[] | null {
  const youngest = random.between(...printed.span("satisfied.age-16-24"));
  const young = random.between(42, 54);
  const late = random.between(25, 40);
  const oldest = random.between(12, 40);
  const [a, b, c, d, e] = groups;
  const early = rest(sum, [a, b, d, e], [youngest, young, late, oldest], c);
  const percents = [youngest, young, early, late, oldest];
  const falling = percents.every(
    (percent, i) => i === 0 || percent < entryAt(percents, i - 1) - 2 * SLACK - 0.1,
  );
  const least = [printed.span("satisfied.age-16-24")[0], young, early, late, oldest];
  const above = (i: number, j: number) => isSurely(groups, least, i, j);
  const said = [above(0, 2), above(0, 3), above(0, 4), above(1, 2), above(1, 3)];
  return falling && said.every(Boolean) ? percents : null;
}
