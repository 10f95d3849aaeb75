import { expect, it } from "vitest";
import { designEffect, INTERVIEW, type InterviewWorth } from "../../../src/analysis/interview-worth.js";

it("gives an interview worth all, two thirds, a half and a third of one a design effect of its inverse", () => {
  const codes: InterviewWorth[] = ["full", "two-thirds", "half", "third"];
  const worth = [1, 2 / 3, 1 / 2, 1 / 3];
  expect(INTERVIEW.options.map(({ code }) => code)).toEqual(codes);
  for (const [i, code] of codes.entries()) expect(designEffect(code) * (worth[i] ?? 0)).toBeCloseTo(1, 12);
});

it("throws on an option that is none", () => {
  expect(() => designEffect("none-such" as InterviewWorth)).toThrow(
    new RangeError('interview has no option "none-such"'),
  );
});
