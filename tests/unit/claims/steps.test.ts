import { describe, expect, it } from "vitest";
import {
  above,
  all,
  any,
  byDefinition,
  not,
  prints,
  reads,
  same,
  significantlyAbove,
} from "../../../src/claims/condition.js";
import { type Condition, DEFAULT_ASSUMPTIONS } from "../../../src/claims/index.js";
import { stepsOf } from "../../../src/claims/steps.js";
import { number, plus, times, value } from "../../../src/claims/term.js";
import { PHRASES, percent } from "./ledger.js";

const AT = { a: 46.5, b: 30.5, n: 1234 };
const NUMBERS = new Map([
  ["a", percent("a", "47", { interviews: 1152 })],
  ["b", percent("b", "31", { interviews: 1079 })],
  ["n", percent("n", null)],
]);

const lines = (condition: Condition) =>
  stepsOf(condition, AT, PHRASES, NUMBERS, DEFAULT_ASSUMPTIONS).map(
    ({ depth, text }) => `${"  ".repeat(depth)}${text}`,
  );

describe("the steps of a calculation", () => {
  it("put what is added before what is taken away, with factors and the sentence's own number", () => {
    expect(lines(above(value("a"), value("b")))).toEqual(["46.5 − 30.5 = 16, above 0: true"]);
    expect(lines(above(times(2, value("b")), plus(value("a"), number(20))))).toEqual([
      "2 × 30.5 − 46.5 − 20 = −5.5, above 0: false",
    ]);
    expect(lines(same(value("n"), number(1234)))).toEqual(["1,234 − 1,234 = 0, equal to 0: true"]);
  });

  it("show a standard error that can be worked out by hand", () => {
    // 46.5 × 53.5 / 1,152 = 2.15951 and 30.5 × 69.5 / 1,079 = 1.96455: the root of their sum is 2.03078.
    expect(lines(significantlyAbove("a", "b"))).toEqual([
      "46.5 − 30.5 = 16; standard error √(1 × (46.5 × 53.5 / 1,152 + 30.5 × 69.5 / 1,079)) = 2.0308, which is 7.8788 standard errors; at least 1.96, the first above: true",
    ]);
    expect(lines(significantlyAbove("b", "n"))[0]).toContain(
      "some number of interviews makes it significant",
    );
  });

  it("say how rounding and phrases are read", () => {
    expect(lines(prints(value("a"), "46"))).toEqual(["46.5, printed as 46: 45.5 to less than 46.5: false"]);
    const [phrase] = [...PHRASES.keys()] as [string];
    expect(lines(reads(value("a"), phrase))[0]).toMatch(
      new RegExp(`^46\\.5, "${phrase}" read as .*: (true|false)$`),
    );
  });

  it("show parts below what they are parts of", () => {
    expect(
      lines(
        all(
          above(value("a"), value("b")),
          not(any(above(value("b"), value("a")), same(value("a"), value("b")))),
        ),
      ),
    ).toEqual([
      "each of these: true",
      "  46.5 − 30.5 = 16, above 0: true",
      "  not: true",
      "    any of these: false",
      "      30.5 − 46.5 = −16, above 0: false",
      "      46.5 − 30.5 = 16, equal to 0: false",
    ]);
    expect(lines(byDefinition(false, "a sum is no mean"))).toEqual(["a sum is no mean"]);
  });

  it("miss no number in silence", () => {
    expect(() => lines(above(value("a"), value("gone")))).toThrow('there is no number for "gone"');
  });
});
