import { describe, expect, it } from "vitest";
import { customerSet } from "../../../src/findings/age-and-ethnicity/index.js";

describe("what a range says about customers like those interviewed", () => {
  it("is widened by the one-sided 95% quantile where it is wide, and by the two-sided where it is a point", () => {
    // 30 to 60 of 100: standard errors 4.583 and 4.899.
    const [wide] = customerSet([[30, 60]], 100, 1);
    expect(wide?.[0]).toBeCloseTo(30 - 1.6449 * 4.5826, 2);
    expect(wide?.[1]).toBeCloseTo(60 + 1.6449 * 4.899, 2);
    const [point] = customerSet([[30, 30]], 100, 1);
    expect(point?.[1]).toBeCloseTo(30 + 1.96 * 4.5826, 2);
  });

  it("takes the design effect as fewer interviews, and stays within 0 and 100", () => {
    expect(customerSet([[30, 60]], 100, 2)).toEqual(customerSet([[30, 60]], 50, 1));
    expect(customerSet([[1, 99]], 30, 3)).toEqual([[0, 100]]);
    expect(customerSet([], 30, 3)).toEqual([]);
  });

  it("widens each of two ranges on its own, and joins those that meet", () => {
    const apart = customerSet(
      [
        [10, 20],
        [60, 70],
      ],
      100,
      1,
    );
    expect(apart).toEqual([...customerSet([[10, 20]], 100, 1), ...customerSet([[60, 70]], 100, 1)]);
    const met = customerSet(
      [
        [10, 30],
        [35, 70],
      ],
      100,
      1,
    );
    expect(met).toEqual([[customerSet([[10, 30]], 100, 1)[0]?.[0], customerSet([[35, 70]], 100, 1)[0]?.[1]]]);
  });
});
