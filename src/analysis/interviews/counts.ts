import type { Condition } from "../../model/codebook.js";
import { all } from "../../model/condition.js";
import type { Group } from "../../model/dimensions.js";
import { groupCondition } from "../../model/group-condition.js";
import { periodCondition } from "../../model/period-condition.js";
import type { CodedInterviews } from "./coded-interviews.js";
import { conditionMask } from "./condition-mask.js";

/**
 * Counts the interviews that satisfy a condition, in a group and a period: an unweighted base.
 *
 * @throws RangeError for a group of a dimension that the codebook has no variable for, and for a period in which it has no
 *   month or quarter
 */
export function countInterviews(
  interviews: CodedInterviews,
  when: Condition,
  group: Group,
  period: string | null,
): number {
  const { codebook } = interviews;
  const during = period === null ? [] : [periodCondition(codebook, period)];
  const mask = conditionMask(interviews, all(when, groupCondition(codebook, group), ...during));
  return mask.reduce((sum, holds) => sum + holds, 0);
}
