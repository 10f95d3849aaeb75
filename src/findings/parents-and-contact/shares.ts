import { proportionInterval } from "../../analysis/proportion.js";
import { impliedShare } from "../../stats/published/index.js";
import { disagreements } from "./disagreements.js";
import type { Facts } from "./facts.js";

/** One row of the fourth figure: a group's share of the interviews, and its share of the weights. */
export interface ShareRow {
  readonly group: string;
  readonly label: string;
  readonly kind: "bounded";
  /** Percent of the interviews with an answer. */
  readonly among_interviews: number;
  readonly interviews: number;
  readonly all_interviews: number;
  /** Percent of the weights: the range that the three printed percentages allow. */
  readonly low: number;
  readonly high: number;
}

/**
 * The share of Receiving Parents and of New customers in the survey, by interviews and by weight.
 * @throws Error where the percentages agree with no share of the weights
 */
export function shareRows(facts: Facts): ShareRow[] {
  return shares(facts).map(({ weight, ...row }) => {
    if (weight === null) throw new Error(`the percentages agree with no share of ${row.label}`);
    return { ...row, ...weight };
  });
}

type Weight = Pick<ShareRow, "low" | "high">;

/** The same, with null where the percentages agree with no share of the weights. */
export function shares(facts: Facts): (Omit<ShareRow, keyof Weight> & { readonly weight: Weight | null })[] {
  const { satisfied } = facts;
  const disagree = disagreements(facts);
  const total = proportionInterval(satisfied.all);
  const row = (part: "receiving" | "new", rest: "paying" | "change", group: string, label: string) => {
    const weight = (): Weight => {
      const { low, high } = impliedShare(
        total,
        proportionInterval(satisfied[part]),
        proportionInterval(satisfied[rest]),
      );
      return { low: 100 * low, high: 100 * high };
    };
    const fits = disagree[part === "receiving" ? "parent" : "contact"] === null;
    return {
      group,
      label,
      kind: "bounded" as const,
      among_interviews: (100 * satisfied[part].interviews) / satisfied.all.interviews,
      interviews: satisfied[part].interviews,
      all_interviews: satisfied.all.interviews,
      weight: fits ? weight() : null,
    };
  };
  return [
    row("receiving", "paying", "parent=receiving", "Receiving Parents"),
    row("new", "change", "contact=new", "New customers"),
  ];
}
