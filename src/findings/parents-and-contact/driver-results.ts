import { INTERVIEW } from "../../analysis/interview-worth.js";
import { countResult, type Result } from "../../model/result.js";
import { driverSets } from "./drivers.js";
import type { Facts } from "./facts.js";
import { TENTHS_OF_POINTS } from "./formats.js";

/** How many questions there are, and the smallest gap that each leaves, from the smallest to the largest of these. */
export function driverResults({ questions }: Pick<Facts, "questions">): Result[] {
  const inputs = questions.flatMap(({ total, receiving, paying }) => [total.id, receiving.base, paying.base]);
  return [
    countResult({
      id: "drivers.questions",
      label: "Driver questions with a bar for each parent",
      value: questions.length,
      inputs: questions.map(({ total }) => total.id),
      madeBy: "analysis.driverQuestions",
      because: "questions on the four drivers that both Receiving and Paying Parents were asked",
    }),
    ...INTERVIEW.options.map(({ code, deff }): Result => {
      const least = questions.flatMap((question) => driverSets(question, deff, true).gap[0]?.[0] ?? []);
      return {
        id: code === "full" ? "drivers.least-gap" : `drivers.least-gap.${code}`,
        label: "Smallest gap between the parents that fits, over the driver questions",
        kind: "bounded",
        value: null,
        low: least.length === 0 ? 0 : Math.min(...least),
        high: least.length === 0 ? 100 : Math.max(...least),
        unit: "points",
        base: null,
        inputs,
        madeBy: "analysis.driverSets",
        because: `the least gap that agrees with the total and with significance at a design effect of ${deff}, from the question where it is smallest to the one where it is largest`,
        format: TENTHS_OF_POINTS,
        ...(code === "full" ? {} : { variant: { of: "drivers.least-gap", when: { interview: code } } }),
      };
    }),
  ];
}
