import { describe, it } from "vitest";
import { feeReport } from "../analysis/made-up/fee-report.js";
import { expectRecovered } from "../analysis/made-up/made-up-report.js";

const EACH = 50;

describe("of 50 made-up reports, blanked as the real one is, each truth is inside and both ends are attained", () => {
  it.each([0, 1, 2, 3])("on twelve quarters (%i)", (part) => {
    for (let seed = EACH * part; seed < EACH * (part + 1); seed++) expectRecovered(feeReport(seed), false);
  });
});
