/**
 * Options of the control "how much was each interview worth?". Worth a half means a design effect of 2. None is
 * neutral: full worth is simple random sampling, the most favourable.
 */
export const INTERVIEW_WORTH = [
  { code: "full", label: "one, in full", deff: 1 },
  { code: "two-thirds", label: "two thirds", deff: 1.5 },
  { code: "half", label: "half", deff: 2 },
  { code: "third", label: "a third", deff: 3 },
] as const;

export type InterviewWorth = (typeof INTERVIEW_WORTH)[number]["code"];

/** The design effect of an option. */
export function designEffect(worth: InterviewWorth): number {
  const option = INTERVIEW_WORTH.find((o) => o.code === worth);
  if (option === undefined) throw new RangeError(`no interview is worth "${worth}"`);
  return option.deff;
}
