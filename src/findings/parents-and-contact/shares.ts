import { percentInterval, proportionInterval } from "../../analysis/proportion.js";
import { impliedShare } from "../../stats/published/index.js";
import { disagreements } from "./disagreements.js";
import type { Facts } from "./facts.js";
import type { ShareRow } from "./schema.js";

/** The two groups, each with its complement. */
const PARTS = [
  { part: "receiving", rest: "paying", of: "parent", label: "Receiving Parents" },
  { part: "new", rest: "change", of: "contact", label: "New customers" },
] as const;

/**
 * The share of Receiving Parents and of New customers in the survey, by interviews and by weight.
 * @throws Error if the percentages agree with no share of the weights
 */
export function shareRows(facts: Facts): ShareRow[] {
  return shares(facts).map(({ part: _part, rest: _rest, weight, ...row }) => {
    if (weight === null) throw new Error(`the percentages agree with no share of ${row.label}`);
    return { ...row, ...weight };
  });
}

/** Like `shareRows`, with the groups, and with null instead of the error. */
export function shares(facts: Facts) {
  const { satisfied } = facts;
  const disagree = disagreements(facts);
  return PARTS.map(({ part, rest, of, label }) => ({
    ...{ part, rest, label, group: `${of}=${part}`, kind: "bounded" as const },
    among_interviews: (100 * satisfied[part].interviews) / satisfied.all.interviews,
    interviews: satisfied[part].interviews,
    all_interviews: satisfied.all.interviews,
    weight:
      disagree[of] === null
        ? percentInterval(
            impliedShare(
              proportionInterval(satisfied.all),
              proportionInterval(satisfied[part]),
              proportionInterval(satisfied[rest]),
            ),
          )
        : null,
  }));
}
