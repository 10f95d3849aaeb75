import { describe, expect, it } from "vitest";
import { score, scoreText } from "../../../../src/analysis/own-table/score.js";
import { roundingInterval } from "../../../../src/model/rounding.js";

const scored = (printed: string, ...ranges: [number, number][]) =>
  score({ label: "a", shown: printed, value: Number(printed), ...roundingInterval(printed), ranges });

describe("a number beside a range of 20 to 40", () => {
  // A tenth of the range is 2 points, a third 6⅔.
  it.each([
    ["20", "inside", "near the low end"],
    ["22", "inside", "near the low end"],
    ["22.1", "inside", "in the lower third"],
    ["30", "inside", "in the middle third"],
    ["37", "inside", "in the upper third"],
    ["38.1", "inside", "near the high end"],
    ["40", "inside", "near the high end"],
    ["40.4", "outside", "0.4 points above"],
    ["19", "outside", "1.0 point below"],
    ["52.3", "outside", "12.3 points above"],
  ])("%s lies %s: %s", (printed, outcome, place) => {
    expect(scored(printed, [20, 40])).toMatchObject({ outcome, place, range: "20 to 40" });
  });

  it("can lie inside by its rounding alone: 41 is 40.5 to 41.5, and 40.5 lies in 20 to 40.6", () => {
    expect(scored("41", [20, 40.6])).toMatchObject({
      outcome: "rounding",
      place: "0.4 points above, within its rounding",
    });
    expect(scored("41.0", [20, 40.6])).toMatchObject({ outcome: "outside" });
  });
});

describe("a number beside a range with a gap", () => {
  const parts: [number, number][] = [
    [19, 33],
    [45, 61],
  ];
  it.each([
    ["19.5", "inside", "in the lower part, near the low end"],
    ["53", "inside", "in the higher part, in the middle third"],
    ["40", "outside", "in the gap between the parts"],
  ])("%s lies %s: %s", (printed, outcome, place) => {
    expect(scored(printed, ...parts)).toMatchObject({ outcome, place });
  });
});

it("counts what lies inside, with what does by rounding only, and what has no range apart", () => {
  const inside = scored("30", [20, 40]);
  const outside = scored("50", [20, 40]);
  const rounding = scored("41", [20, 40.6]);
  expect(scoreText([inside, inside])).toBe("2 of 2 numbers lie inside our ranges.");
  expect(scoreText([inside, outside, rounding])).toBe(
    "2 of 3 numbers lie inside our ranges, 1 of them only by rounding.",
  );
  expect(scoreText([inside])).toBe("1 of 1 number lies inside our ranges.");
  expect(scoreText([scored("30")])).toMatch(/^Nothing fits/);
});
