import type { Random } from "../../random.js";
import type { Printed } from "../printed.js";
import { isSurely, rest } from "./chart.js";
import type { FiveGroups, WeightedGroup } from "./groups.js";

/** Ethnic groups: one highest, one lowest, and two significant differences, one without a stated direction. */
export function drawEthnicities(
  random: Random,
  printed: Printed,
  sum: number,
  all: WeightedGroup,
  groups: FiveGroups,
  blackAbove: boolean,
): number[] | null {
  const asian = random.between(...printed.span("satisfied.ethnicity-asian"));
  const undisclosed = random.between(...printed.span("satisfied.ethnicity-prefer-not-to-say"));
  const black = blackAbove ? random.between(44, 58.5) : random.between(22, 34);
  const other = random.between(22.5, 57);
  const [a, b, white, o, u] = groups;
  // The two people of unknown ethnicity count in the total; assumed to be as satisfied as average.
  const known = groups.reduce((total, { weight }) => total + weight, 0);
  const left = sum * (known / all.weight);
  const percents = [
    asian,
    black,
    rest(left, [a, b, o, u], [asian, black, other, undisclosed], white),
    other,
    undisclosed,
  ];
  const [first, second] = blackAbove ? [1, 2] : [2, 1];
  const least = [printed.span("satisfied.ethnicity-asian")[0], ...percents.slice(1)];
  const fits =
    isSurely(groups, least, 0, 2) &&
    isSurely(groups, percents, first as number, second as number) &&
    percents.slice(1).every((percent) => percent < asian - 1.5) &&
    percents.slice(0, 4).every((percent) => percent > undisclosed + 1.5);
  return fits ? percents : null;
}
