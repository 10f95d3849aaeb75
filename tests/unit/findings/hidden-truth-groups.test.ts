import { describe, expect, it } from "vitest";
import { ageReport, ethnicityReport } from "../analysis/made-up/group-report.js";
import { expectRecovered } from "../analysis/made-up/made-up-report.js";

const EACH = 50;
const seeds = (part: number) => Array.from({ length: EACH }, (_, i) => EACH * part + i);

describe("of 50 made-up reports, blanked as the real one is, each truth is inside and both ends are attained", () => {
  it.each([0, 1, 2])("on five ages (%i)", (part) => {
    for (const seed of seeds(part)) expectRecovered(ageReport(seed), true);
  });

  it.each([0, 1, 2])("on five ethnic groups, some with two bands for the Black group (%i)", (part) => {
    const bands = seeds(part).map((seed) => expectRecovered(ethnicityReport(seed), true)[0]?.length);
    expect(new Set(bands)).toEqual(new Set([1, 2]));
  });
});
