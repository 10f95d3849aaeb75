import { expect, it } from "vitest";
import { cubesOfSums, planCubes } from "../../../../../data-loaders/interviews/cubes/index.js";
import { SURVEY, UNWEIGHTED } from "./survey.js";

it("has the dimensions asked for, with the answers that are groups as levels, and the strata last", () => {
  const { dimensions, cells } = planCubes(SURVEY, { by: ["health", "helpful"] });
  expect(dimensions.map(({ name, levels }) => [name, levels.join(" ")])).toEqual([
    // In the order of the dimension's codes, and then what the survey alone has.
    ["health", "physical mental both none prefer-not-to-say other"],
    ["helpful", "1 2 3 4 5 6 7 8 9 10"],
    ["stratum", "new × a new × b new × not asked change × a change × b change × not asked"],
  ]);
  expect(cells).toBe(7 * 11 * 7);
});

it("makes one cube of a share or mean, one for each answer and union of a profile, and three of a pooled measure", () => {
  const cubes = planCubes(SURVEY).measures.map((measure) => measure.cubes.join(" "));
  expect(cubes).toEqual([
    "satisfied",
    "odd",
    "nobody",
    "pooled.given pooled.counted pooled.both",
    "children",
    "minutes",
    "conditions.physical conditions.mental conditions.both conditions.none conditions.prefer-not-to-say conditions.any",
  ]);
});

it("says everything that the codebook does not have, all at once", () => {
  const options = {
    by: ["sex", "parent", "parent", "day", "hours"],
    measures: ["happy"],
    initialWeight: "parent",
  };
  expect(() => planCubes(SURVEY, options)).toThrow(
    [
      "made-up has no dimension sex; expected one of parent, contact, health, or a variable",
      "day is a day; expected a variable with few answers",
      "hours is a number; expected a variable with listed answers",
      "made-up has no measure happy; expected one of satisfied, odd, nobody, pooled, children, minutes, conditions",
      "parent is no number; expected a variable with weights, or equal",
      "two dimensions have the name parent",
    ].join("\n"),
  );
  expect(() => planCubes(SURVEY, { measures: [] })).toThrow("there is no measure to make a cube of");
  expect(() => planCubes(UNWEIGHTED, { initialWeight: "equal" })).toThrow("no weights that were fitted");
});

it("refuses more combinations than a key can count", () => {
  const by = [
    "minutes",
    "helpful",
    "clear",
    "polite",
    "children",
    "month",
    "health",
    "satisfaction",
    "parent",
  ];
  expect(() => planCubes(SURVEY, { by })).not.toThrow();
  const more = SURVEY.variables.map((variable) => ({ ...variable, id: `${variable.id}-2` }));
  const both = { ...SURVEY, variables: [...SURVEY.variables, ...more] };
  expect(() => planCubes(both, { by: [...by, "minutes-2", "helpful-2", "clear-2"] })).toThrow("are too many");
});

it("keeps every digit of sums beyond the whole numbers of a double", () => {
  const plan = planCubes(UNWEIGHTED, { by: [], measures: ["satisfied"] });
  const w2 = 2n ** 90n + 1n;
  // State 1 counts, state 2 does not; the cell is that of the first month.
  const state = (s: bigint) => 1n * 3n + s;
  const rows = [
    [state(1n), 1n, 1n, 2n ** 60n + 1n, w2, 0n, 0n],
    [state(2n), 2n, 1n, 3n, 5n, 0n, 0n],
    [state(1n), 1n, 1n, 1n, 7n, 0n, 0n],
  ];
  const cube = cubesOfSums(plan, rows).get("satisfied");
  const sum = (name: "w" | "w2" | "wy" | "w2y2") =>
    BigInt(cube?.cells.sums[name].high[0] ?? 0) + BigInt(cube?.cells.sums[name].low[0] ?? 0);
  expect([sum("w"), sum("w2"), sum("wy"), sum("w2y2")]).toEqual([
    2n ** 60n + 5n,
    w2 + 12n,
    2n ** 60n + 2n,
    w2 + 7n,
  ]);
  expect([cube?.cells.count, cube?.cells.rows[0], cube?.cells.n[0], cube?.exact]).toEqual([1, 4, 3, true]);
});
