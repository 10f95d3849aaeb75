import type { Condition } from "../../model/codebook.js";
import type { Group } from "../../model/dimensions.js";
import { groupCondition } from "../../model/group-condition.js";
import type { CodedInterviews } from "./coded-interviews.js";
import { conditionMask } from "./condition-mask.js";
import { isWhole, periodFactor } from "./group-factors.js";

/**
 * How many interviews a condition holds for, in a group and a period: an unweighted base.
 *
 * @throws RangeError for a group of a dimension that the codebook has no variable for
 */
export function countInterviews(
  interviews: CodedInterviews,
  when: Condition,
  group: Group,
  period: string | null,
): number {
  const mask = conditionMask(interviews, { all: [when, groupCondition(interviews.codebook, group)] });
  const within =
    period === null || isWhole(interviews, period) ? null : periodFactor(interviews, [period]).codes;
  return mask.reduce((sum, holds, row) => sum + (within === null || within[row] === 0 ? holds : 0), 0);
}
