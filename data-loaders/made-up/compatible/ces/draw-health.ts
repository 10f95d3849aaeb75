import type { Random } from "../../random.js";
import type { Printed } from "../printed.js";
import { isIn, rest, SLACK } from "./chart.js";
import { errorOfDifference, type FiveGroups, SURELY_NOT, type WeightedGroup } from "./groups.js";

/** Health: those who prefer not to say lowest, the others slightly above, no two significantly apart. */
export function drawHealth(
  random: Random,
  printed: Printed,
  sum: number,
  groups: FiveGroups,
): number[] | null {
  const undisclosed = random.between(...printed.span("satisfied.health-prefer-not-to-say"));
  const draw = () => undisclosed + random.between(0.9, 4.2);
  const [physical, mental, both] = [draw(), draw(), draw()];
  const [p, m, b, healthy, u] = groups;
  const none = rest(sum, [p, m, b, u], [physical, mental, both, undisclosed], healthy);
  const percents = [physical, mental, both, none, undisclosed];
  if (!isIn(none - undisclosed, [0.9, 4.2])) return null;
  const near = percents.every((x, i) =>
    percents.every(
      (y, j) =>
        i === j ||
        Math.abs(x - y) + 2 * SLACK <=
          SURELY_NOT * errorOfDifference(groups[i] as WeightedGroup, groups[j] as WeightedGroup, x, y),
    ),
  );
  return near ? percents : null;
}
