import { describe, expect, it } from "vitest";
import {
  type Asked,
  type CodedInterviews,
  conditionMask,
  countInterviews,
  designOf,
  dimensionFactor,
  estimatesOf,
  type InterviewEstimates,
} from "../../../../src/analysis/interviews/index.js";
import { atLeast, EVERYONE, is } from "../../../../src/model/condition.js";
import type { CodeOf } from "../../../../src/model/dimensions.js";
import { estimateFromCube, factor, makeCube, proportion, ratio } from "../../../../src/stats/index.js";
import { GOOD, SMALL } from "../../data-loaders/interviews/mapping/small-survey.js";
import { coded } from "./coded.js";
import { madeUp } from "./made-up.js";

const OPTIONS = { level: 0.95, interval: "beta" } as const;
const asked = (measure: string, group: Asked["group"] = {}, period: string | null = null): Asked => ({
  ...{ measure, group, period },
});
const found = (estimates: InterviewEstimates, ...of: Parameters<typeof asked>) => {
  const one = estimates.find(asked(...of));
  if (one === null) throw new Error("there is no such estimate");
  return one;
};

const small = coded(SMALL, GOOD);
const many = coded(SMALL, madeUp(SMALL, 600, 11));
const weightsOf = (interviews: CodedInterviews) => {
  const column = interviews.column("weight");
  if (column.form !== "numbers") throw new Error("weights are numbers");
  return column.numbers;
};
const strataOf = (interviews: CodedInterviews) =>
  factor(
    Array.from({ length: interviews.rows }, (_, row) => interviews.value("quarter", row)),
    {
      name: "quarter",
    },
  );

describe("estimates of nine interviews, by hand", () => {
  // Weights 1.5, 0.5 and 1, three times over.
  const all = estimatesOf(
    small,
    [
      asked("small.satisfied"),
      ...(["receiving", "paying"] as const).map((parent) => asked("small.satisfied", { parent })),
      asked("small.service"),
      asked("small.children"),
      ...(["any", "none", "prefer-not-to-say"] as const).map((health) => asked("small.health", { health })),
    ],
    OPTIONS,
  );

  it("a share leaves out those without an answer in substance", () => {
    // Ratings of 8 (weight 1.5) and 4 (weight 0.5): 1.5 / 2.
    const { estimate } = found(all, "small.satisfied");
    expect([estimate.estimate, estimate.n, estimate.weightedN]).toEqual([0.75, 6, 6]);
    expect(estimate.method).toBe("beta");
    expect(found(all, "small.satisfied", { parent: "receiving" }).estimate.estimate).toBe(0.75);
    const paying = found(all, "small.satisfied", { parent: "paying" }).estimate;
    expect([paying.estimate, paying.n]).toEqual([Number.NaN, 0]);
  });

  it("a pooled measure is of answers and not of interviews", () => {
    // Answers 9 and 3 (weight 1.5), and 7 (weight 0.5): (1.5 + 0.5) / (3 + 0.5).
    const { estimate } = found(all, "small.service");
    expect(estimate.estimate).toBeCloseTo(2 / 3.5, 12);
    expect([estimate.n, estimate.method, estimate.statistic]).toEqual([6, "t", "ratio"]);
  });

  it("a mean leaves out special answers", () => {
    // 2 children (weight 1.5) and 1 (weight 1).
    const { estimate } = found(all, "small.children");
    expect([estimate.estimate, estimate.n]).toEqual([1.6, 6]);
  });

  it("a profile counts the answers of everyone, and several together", () => {
    const health = (code: CodeOf<"health">) => found(all, "small.health", { health: code }).estimate;
    expect(health("none").estimate).toBe(0.5);
    expect(health("any").estimate).toBeCloseTo(1 / 6, 12);
    expect(health("prefer-not-to-say").estimate).toBeCloseTo(1 / 3, 12);
    expect(health("any").n).toBe(9);
  });

  it("what was not asked for, or cannot be told, is not there", () => {
    expect(all.find(asked("small.satisfied", { health: "none" }))).toBeNull();
    expect(all.find(asked("other"))).toBeNull();
    const none = [asked("small.satisfied", { gender: "female" }), asked("small.health"), asked("other")];
    expect(estimatesOf(small, none, OPTIONS).tables).toEqual([]);
  });
});

describe("estimates of six hundred interviews", () => {
  const groups = (["receiving", "paying"] as const).flatMap((parent) =>
    (["physical", "mental", "both", "none"] as const).map((health) => ({ parent, health })),
  );
  const all = estimatesOf(
    many,
    groups.map((group) => asked("small.satisfied", group)),
    OPTIONS,
  );

  it("are those of a cube of the same interviews, with their covariance", () => {
    const [table] = all.tables;
    const rated = conditionMask(many, atLeast("rating", 1));
    const y = Float64Array.from(conditionMask(many, atLeast("rating", 7)), (one, row) =>
      rated[row] ? one : Number.NaN,
    );
    const dimensions = [
      dimensionFactor(many, "parent", ["receiving", "paying"]),
      dimensionFactor(many, "health", ["physical", "mental", "both", "none"]),
    ].flatMap((one) => (one === null ? [] : [one]));
    const cube = makeCube({ weights: weightsOf(many), y, dimensions, strata: strataOf(many) });
    const from = estimateFromCube(cube, {
      ...{ statistic: "proportion", by: ["parent", "health"], level: 0.95, interval: "beta" },
    });
    expect(all.tables).toHaveLength(1);
    table?.estimates.estimates.forEach((estimate, i) => {
      expect(estimate.by).toEqual(from.estimates[i]?.by);
      for (const key of ["n", "estimate", "standardError", "low", "high", "df"] as const)
        expect(estimate[key]).toBeCloseTo(from.estimates[i]?.[key] as number, 10);
    });
    table?.estimates.covariance.forEach((value, at) => {
      expect(value).toBeCloseTo(from.covariance[at] as number, 12);
    });
  });

  it("of a pooled measure are a ratio of totals", () => {
    const given = new Float64Array(many.rows);
    const counted = new Float64Array(many.rows);
    for (let row = 0; row < many.rows; row++)
      for (const item of ["item-a", "item-b"]) {
        const value = many.value(item, row);
        if (typeof value !== "number") continue;
        given[row] = (given[row] as number) + 1;
        if (value >= 7) counted[row] = (counted[row] as number) + 1;
      }
    const [direct] = ratio(designOf(many), counted, given, { level: 0.95 }).estimates;
    const { estimate } = found(estimatesOf(many, [asked("small.service")], OPTIONS), "small.service");
    expect(estimate.estimate).toBeCloseTo(direct?.estimate as number, 12);
    expect(estimate.standardError).toBeCloseTo(direct?.standardError as number, 12);
    // Interviews without any answer to the items do not count.
    expect(estimate.n).toBe(given.filter((number) => number > 0).length);
  });

  it("of a profile vary together: all answers have a fixed sum, and several the variance of theirs", () => {
    const parts = ["physical", "mental", "both", "none", "prefer-not-to-say"] as const;
    const profile = estimatesOf(
      many,
      ([...parts, "any"] as const).map((health) => asked("small.health", { health })),
      OPTIONS,
    );
    const [table] = profile.tables;
    const k = parts.length + 1;
    const covariance = (a: number, b: number) => table?.estimates.covariance[a * k + b] as number;
    const y = (code: string) => Float64Array.from(conditionMask(many, is("health", code)));
    parts.forEach((code, a) => {
      const [alone] = proportion(designOf(many), y(code), OPTIONS).estimates;
      expect(covariance(a, a)).toBeCloseTo((alone?.standardError as number) ** 2, 14);
      expect(parts.reduce((sum, _, b) => sum + covariance(a, b), 0)).toBeCloseTo(0, 14);
    });
    const three = [0, 1, 2];
    const together = three.flatMap((a) => three.map((b) => covariance(a, b)));
    expect(covariance(5, 5)).toBeCloseTo(
      together.reduce((sum, value) => sum + value, 0),
      14,
    );
    expect(Math.sqrt(covariance(5, 5))).toBeCloseTo(
      found(profile, "small.health", { health: "any" }).estimate.standardError,
      14,
    );
  });

  it("of a profile in groups are those of the groups alone, and of groups apart do not vary together", () => {
    const cells = (["receiving", "paying"] as const).flatMap((parent) =>
      (["none", "any"] as const).map((health) => asked("small.health", { parent, health })),
    );
    const profile = estimatesOf(many, cells, OPTIONS);
    const domain = conditionMask(many, is("parent", "paying"));
    const y = Float64Array.from(conditionMask(many, is("health", "none")));
    const [alone] = proportion(designOf(many), y, { ...OPTIONS, domain }).estimates;
    const { table, place, estimate } = found(profile, "small.health", { parent: "paying", health: "none" });
    expect(estimate.estimate).toBeCloseTo(alone?.estimate as number, 12);
    const k = table.estimates.estimates.length;
    expect(table.estimates.covariance[place * k + place]).toBeCloseTo(
      (alone?.standardError as number) ** 2,
      14,
    );
    expect(table.estimates.degreesOfFreedom([place])).toBe(alone?.df);
  });

  it("of the quarters are one table, apart from the whole, which a period over all contacts is too", () => {
    const [first, second] = ["2020-01/2020-03", "2020-04/2020-06"];
    const periods = [first, second, "2020-01/2020-06", null] as const;
    const estimates = estimatesOf(
      many,
      periods.map((period) => asked("small.satisfied", {}, period)),
      OPTIONS,
    );
    expect(estimates.tables.map((table) => table.periods)).toEqual([[], [first, second]]);
    const at = (period: string | null) => found(estimates, "small.satisfied", {}, period);
    expect(at("2020-01/2020-06")).toBe(at(null));
    expect(at(first as string).estimate.n + at(second as string).estimate.n).toBe(at(null).estimate.n);
    const domain = conditionMask(many, {
      all: [is("quarter", second as string), atLeast("rating", 1)],
    });
    const y = Float64Array.from(conditionMask(many, atLeast("rating", 7)));
    const [alone] = proportion(designOf(many), y, { ...OPTIONS, domain }).estimates;
    expect(at(second as string).estimate.standardError).toBeCloseTo(alone?.standardError as number, 12);
  });
});

describe("the design", () => {
  it("has the weights, and as strata the combinations of the stratum variables that occur", () => {
    const design = designOf({ ...many, codebook: withStrata("quarter", "parent") });
    expect([...design.weights]).toEqual([...weightsOf(many)]);
    expect(design.stratumPsus).toHaveLength(4);
    expect(designOf({ ...many, codebook: withStrata() }).stratumPsus).toHaveLength(1);
    // Who was not asked is in a stratum too.
    const collect = designOf({ ...many, codebook: withStrata("collect") });
    expect(collect.strata.levels.toSorted()).toEqual(["dont-know", "no", "not asked", "yes"]);
  });

  it("centres an interview that is alone in its stratum on all of them", () => {
    // Each is a stratum. By hand: 1.5 * (1 - 0.75) / 6 and 0.5 * (0 - 0.75) / 6, squared and thrice summed.
    const alone = { ...small, codebook: withStrata("interview") };
    const { estimate } = found(estimatesOf(alone, [asked("small.satisfied")], OPTIONS), "small.satisfied");
    expect(estimate.standardError).toBeCloseTo(Math.sqrt(6 * 0.0625 ** 2), 12);
  });

  const withStrata = (...strata: string[]) => ({ ...SMALL, sampling: { ...SMALL.sampling, strata } });
});

describe("counts", () => {
  it("are unweighted, of a group and a period", () => {
    expect(countInterviews(small, EVERYONE, {}, null)).toBe(9);
    expect(countInterviews(small, atLeast("rating", 1), {}, null)).toBe(6);
    expect(countInterviews(small, EVERYONE, { parent: "receiving" }, null)).toBe(6);
    expect(countInterviews(small, EVERYONE, { parent: "receiving" }, "2020-04/2020-06")).toBe(3);
    expect(countInterviews(small, EVERYONE, { health: "any" }, "2020-01/2020-06")).toBe(3);
  });
});
