import { impliedShare } from "../../stats/published/index.js";
import { proportionInterval } from "../proportion.js";
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

/** The share of Receiving Parents and of New customers in the survey, by interviews and by weight. */
export function shareRows({ satisfied }: Facts): ShareRow[] {
  const total = proportionInterval(satisfied.all);
  const row = (
    part: "receiving" | "new",
    rest: "paying" | "change",
    group: string,
    label: string,
  ): ShareRow => {
    const share = impliedShare(
      total,
      proportionInterval(satisfied[part]),
      proportionInterval(satisfied[rest]),
    );
    return {
      group,
      label,
      kind: "bounded",
      among_interviews: (100 * satisfied[part].interviews) / satisfied.all.interviews,
      interviews: satisfied[part].interviews,
      all_interviews: satisfied.all.interviews,
      low: 100 * share.low,
      high: 100 * share.high,
    };
  };
  return [
    row("receiving", "paying", "parent=receiving", "Receiving Parents"),
    row("new", "change", "contact=new", "New customers"),
  ];
}
