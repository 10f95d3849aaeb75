import { entryAt } from "../../../../src/model/entry-at.js";
import type { Random } from "../../random.js";
import type { Printed, Span } from "../printed.js";
import { type Chart, chart, isIn, near, rest } from "./chart.js";
import type { WeightedGroup } from "./groups.js";
import { GENDERS } from "./people.js";

export const PARENTS = ["receiving", "paying"] as const;
export const CONTACTS = ["new", "change"] as const;

/** Parents, contact reasons and genders: all printed, so only a common total is searched. */
export function drawSplits(
  random: Random,
  printed: Printed,
  sum: number,
  parents: readonly WeightedGroup[],
  contacts: readonly WeightedGroup[],
  genders: readonly WeightedGroup[],
): Chart[] | null {
  const pair = (names: readonly string[], [first, second]: readonly WeightedGroup[]) => {
    if (first === undefined || second === undefined) return null;
    const spans = names.map((name) => printed.span(`satisfied.${name}`)) as [Span, Span];
    const percent = random.between(...spans[0]);
    const other = rest(sum, [first], [percent], second);
    return isIn(other, spans[1]) ? ([percent, other] as const) : null;
  };
  const byParent = pair(["parent-receiving", "parent-paying"], parents);
  const byContact = pair(["contact-new", "contact-change"], contacts);
  const [women, men] = [printed.span("satisfied.gender-female"), printed.span("satisfied.gender-male")];
  const byGender = [random.between(...women), random.between(...men)];
  const [, , missing] = genders;
  if (byParent === null || byContact === null || missing === undefined) return null;
  const unrecorded = rest(sum, genders.slice(0, 2), byGender, missing);
  const gap = byParent[0] - byParent[1];
  if (!isIn(unrecorded, [15, 65]) || gap <= entryAt(byGender, 0) - entryAt(byGender, 1) + 0.4) return null;
  // The gender gap is said to come from the parent gap, so all four stay near their drawn values.
  return [
    chart("parent", PARENTS, byParent, [
      near(byParent[0], printed.span("satisfied.parent-receiving")),
      near(byParent[1], printed.span("satisfied.parent-paying")),
    ]),
    chart("contact", CONTACTS, byContact, [
      printed.span("satisfied.contact-new"),
      printed.span("satisfied.contact-change"),
    ]),
    chart(
      "gender",
      GENDERS,
      [...byGender, unrecorded],
      [near(entryAt(byGender, 0), women), near(entryAt(byGender, 1), men), [unrecorded - 8, unrecorded + 8]],
    ),
  ];
}
