import { describe, expect, it } from "vitest";
import { measureEstimates } from "../../../../src/analysis/interviews/measure-estimates.js";
import {
  type CellTotal,
  marginalTotals,
  movedByWeighting,
  onDesign,
  type Totals,
  totalsOf,
  WeightingError,
  weigh,
  weightDistribution,
} from "../../../../src/analysis/weights/index.js";
import { surveyDesign } from "../../../../src/stats/index.js";
import { codebookOf, interviewsOf, SIX } from "./six-callers.js";

const totals = (variables: string[], cells: Record<string, number>): Totals => ({
  variables,
  cells: Object.entries(cells).map(([codes, total]): CellTotal => ({ codes: codes.split(" "), total })),
});
const share = (interviews: ReturnType<typeof interviewsOf>, design: ReturnType<typeof surveyDesign>) => {
  const [measure] = interviews.codebook.measures;
  if (measure === undefined) throw new Error("no measure");
  const { estimates } = measureEstimates(interviews, design, measure, [], [], {
    level: 0.95,
    interval: "wald",
  });
  const [estimate] = estimates;
  if (estimate === undefined) throw new Error("no estimate");
  return estimate;
};
const problems = (act: () => unknown): readonly string[] => {
  try {
    act();
  } catch (error) {
    if (error instanceof WeightingError) return error.problems;
    throw error;
  }
  return [];
};

const byType = codebookOf([{ kind: "post-stratify", variables: ["csa"] }]);
const six = interviewsOf(byType, SIX);
const HALVES = { kind: "post-stratify", cells: totals(["csa"], { past: 60, none: 60 }) } as const;

describe("weights by combinations", () => {
  it("are the total of the combination over its interviews", () => {
    const { weights, design } = weigh(six, [HALVES]);
    expect([...weights]).toEqual([15, 15, 15, 15, 30, 30]);
    // By hand: a quarter of one half, all of the other.
    expect(share(six, design).estimate).toBeCloseTo(0.625, 12);
  });

  it("have a standard error that knows they were fitted: nothing is left between the combinations", () => {
    const { design } = weigh(six, [HALVES]);
    // By hand: within those with a past residuals are 3/4 and thrice -1/4, times 15 / 120; the others have none.
    const residuals = [0.75, -0.25, -0.25, -0.25, 0, 0].map((e) => (15 / 120) * e);
    const variance = (6 / 5) * residuals.reduce((sum, e) => sum + e * e, 0);
    expect(share(six, design).standardError).toBeCloseTo(Math.sqrt(variance), 12);
    const ignored = surveyDesign({ weights: design.weights });
    expect(share(six, ignored).standardError).toBeGreaterThan(1.5 * Math.sqrt(variance));
  });

  it("begin with the weights given and keep their ratios within a combination", () => {
    const { weights } = weigh(six, [HALVES], { initial: [3, 1, 1, 1, 1, 1] });
    expect([...weights]).toEqual([30, 10, 10, 10, 30, 30]);
  });

  it("do not depend on the scale of the totals but for their own", () => {
    const tenfold = weigh(six, [{ kind: "post-stratify", cells: totals(["csa"], { past: 600, none: 600 }) }]);
    const once = weigh(six, [HALVES]);
    expect([...tenfold.weights]).toEqual([...once.weights].map((w) => 10 * w));
    expect(share(six, tenfold.design).standardError).toBeCloseTo(share(six, once.design).standardError, 12);
  });
});

describe("what does not fit", () => {
  const wrong = (cells: Record<string, number>) =>
    problems(() => weigh(six, [{ kind: "post-stratify", cells: totals(["csa"], cells) }]));

  it("is named, all at once: no total, no interviews, no answer, not above 0", () => {
    expect(wrong({ past: 60 })).toEqual(["csa: none has 2 interviews and no total"]);
    expect(wrong({ past: 60, none: 0, others: 3 })).toEqual([
      "csa: the total of none is 0; expected above 0",
      "csa: others has a total and is no answer",
    ]);
    const months = codebookOf([{ kind: "rake", variables: ["month", "csa"] }]);
    expect(
      problems(() =>
        weigh(interviewsOf(months, SIX), [
          {
            kind: "rake",
            margins: [
              totals(["month"], { "2018-02": 1, "2018-03": 1, "2018-04": 1 }),
              totals(["csa"], { past: 3 }),
            ],
          },
        ]),
      ),
    ).toEqual([
      "month: 2018-04 has a total of 1 and no interviews; collapse it with another, or give it no total",
      "csa: none has 2 interviews and no total",
    ]);
  });

  it("is an interview without an answer to a weighting variable, and a combination with two totals", () => {
    const open = interviewsOf(byType, [...SIX, ["2018-02", null as never, "inbound", "yes"]]);
    expect(problems(() => weigh(open, [HALVES]))).toEqual(["csa: 1 of 7 interviews have no answer"]);
    const twice = { ...HALVES.cells, cells: [...HALVES.cells.cells, { codes: ["past"], total: 70 }] };
    expect(problems(() => weigh(six, [{ kind: "post-stratify", cells: twice }]))).toEqual([
      "csa: past has two totals",
    ]);
  });

  it("is a rake on combinations of variables that the codebook rakes on one by one", () => {
    const raked = interviewsOf(codebookOf([{ kind: "rake", variables: ["csa", "call"] }]), SIX);
    const margins = [totalsOf(raked, ["csa", "call"])];
    expect(problems(() => weigh(raked, [{ kind: "rake", margins }]))).toEqual([
      "there are totals of csa × call; expected csa, call",
    ]);
  });

  it("is a scheme other than the codebook's", () => {
    expect(problems(() => weigh(six, []))[0]).toBe("small is weighted in 1 steps; there are targets for 0");
    expect(problems(() => weigh(six, [{ kind: "rake", margins: [] }]))[0]).toContain("of the kind rake");
    expect(
      problems(() => weigh(six, [{ kind: "post-stratify", cells: totals(["call"], { inbound: 1 }) }]))[0],
    ).toBe("there are totals of call; expected csa");
  });

  it("is nothing in a survey without weights", () => {
    const plain = interviewsOf(codebookOf([]), SIX);
    expect([...weigh(plain, []).weights]).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

describe("collapsing", () => {
  const months = codebookOf([{ kind: "post-stratify", variables: ["month", "csa"] }]);
  const cells = totals(["month", "csa"], {
    "2018-02 past": 20,
    "2018-03 past": 10,
    "2018-04 past": 30,
    "2018-02 none": 8,
    "2018-03 none": 4,
  });
  const targets = [{ kind: "post-stratify", cells }] as const;
  const rows = interviewsOf(months, SIX);

  it("happens only where it is asked for", () => {
    expect(problems(() => weigh(rows, targets))).toEqual([
      "month × csa: 2018-04 × past has a total of 30 and no interviews; collapse it with another, or give it no total",
    ]);
  });

  it("puts neighbours along a variable together, and adds their totals", () => {
    const { weights, steps } = weigh(rows, targets, { collapse: { along: "month", fewest: 2 } });
    expect(steps[0]?.collapsed).toEqual([
      ["2018-03 × past", "2018-04 × past"],
      ["2018-02 × none", "2018-03 × none"],
    ]);
    expect([...weights]).toEqual([10, 10, 20, 20, 6, 6]);
  });
});

describe("totals of a population", () => {
  it("count its rows, and sum over the variables that are left out", () => {
    const both = totalsOf(six, ["csa", "call"]);
    expect(both.cells).toEqual([
      { codes: ["past", "inbound"], total: 3 },
      { codes: ["past", "outbound"], total: 1 },
      { codes: ["none", "inbound"], total: 1 },
      { codes: ["none", "outbound"], total: 1 },
    ]);
    expect(marginalTotals(both, ["call"])).toEqual(totalsOf(six, ["call"]));
  });
});

describe("what each variable moved", () => {
  const raked = codebookOf([{ kind: "rake", variables: ["csa", "call"] }]);
  const rows = interviewsOf(raked, SIX);
  const targets = [
    {
      kind: "rake",
      margins: [totals(["csa"], { past: 3, none: 3 }), totals(["call"], { inbound: 3, outbound: 3 })],
    },
  ] as const;
  const moved = movedByWeighting(rows, targets, share);
  const of = (variable: string | null, way: string) =>
    moved.find((row) => row.variable === variable && row.way === way);

  it("begins without weights and ends with the final ones", () => {
    expect(of(null, "in-order")).toMatchObject({ kish: 1, moved: 0, largestOverSmallest: 1 });
    expect(of(null, "in-order")?.estimate.estimate).toBeCloseTo(0.5, 12);
    const final = weigh(rows, targets);
    expect(of("call", "in-order")?.estimate).toEqual(share(rows, final.design));
    expect(of("call", "in-order")?.kish).toBe(weightDistribution(final.weights).diagnostics.kishDesignEffect);
  });

  it("adds up in order, and is the first variable's own either way", () => {
    const steps = moved.filter(({ way, variable }) => way === "in-order" && variable !== null);
    const sum = steps.reduce((all, row) => all + row.moved, 0);
    expect(0.5 + sum).toBeCloseTo(steps.at(-1)?.estimate.estimate ?? 0, 12);
    expect(of("csa", "alone")?.moved).toBeCloseTo(0.125, 12);
    expect(of("csa", "in-order")?.moved).toBe(of("csa", "alone")?.moved);
  });
});

describe("the spread of weights", () => {
  it("is relative to the mean, with the largest over the smallest", () => {
    const { quantiles, largestOverSmallest, diagnostics } = weightDistribution([2, 2, 4, 0]);
    expect(largestOverSmallest).toBe(2);
    expect(quantiles.map(({ weight }) => weight)).toEqual([0.75, 0.75, 0.75, 0.75, 1.5, 1.5, 1.5]);
    // By hand: (2 + 2 + 4)² / (4 + 4 + 16).
    expect(diagnostics.kish).toBeCloseTo(64 / 24, 12);
  });
});

describe("weights to the mix of first interviews", () => {
  const again = codebookOf([{ kind: "to-mix", variables: ["csa"] }]);
  const reached = interviewsOf(again, [SIX[0], SIX[1]] as string[][]);
  const both = interviewsOf(again, [SIX[0], SIX[1], SIX[2], SIX[3], SIX[4]] as string[][]);
  const first = {
    interviews: six,
    design: surveyDesign({ n: 6 }),
    variable: "csa",
    mix: "estimated",
  } as const;

  it("sum in each level to the weights of all first interviews there", () => {
    const weighing = weigh(both, [{ kind: "to-mix", first }]);
    expect([...weighing.weights]).toEqual([1, 1, 1, 1, 2]);
    expect([...weighing.design.weights]).toEqual([1, 1, 1, 1, 2, 0]);
    const spread = onDesign(both, weighing);
    expect(spread.rows).toBe(6);
    expect(spread.value("yes", 5)).toBeNull();
    expect(share(spread, weighing.design).estimate).toBeCloseTo(3 / 6, 12);
  });

  it("are less certain where the mix is an estimate than where it counts as known", () => {
    const error = (mix: "known" | "estimated") => {
      const weighing = weigh(both, [{ kind: "to-mix", first: { ...first, mix } }]);
      return share(onDesign(both, weighing), weighing.design).standardError;
    };
    expect(error("estimated")).toBeGreaterThan(error("known"));
  });

  it("are the same from a mix that is known from elsewhere", () => {
    const { weights } = weigh(both, [{ kind: "to-mix", mix: totals(["csa"], { past: 4, none: 2 }) }]);
    expect([...weights]).toEqual([1, 1, 1, 1, 2]);
  });

  it("need each level reached again, everyone among the first, and the same answer then and now", () => {
    expect(problems(() => weigh(reached, [{ kind: "to-mix", first }]))).toEqual([
      "csa: none has 2 first interviews and none again",
    ]);
    const other = interviewsOf(again, [["2018-02", "none", "inbound", "yes"]], 1);
    expect(problems(() => weigh(other, [{ kind: "to-mix", first }]))[0]).toBe(
      "interview n1: csa is none, past in the first interview",
    );
    const twice = { ...both, reader: (id: string) => (id === "interview" ? () => "n1" : both.reader(id)) };
    expect(problems(() => weigh(twice, [{ kind: "to-mix", first }]))).toContain("interview n1 stands twice");
    const stranger = interviewsOf(again, [SIX[0]] as string[][], 9);
    expect(problems(() => weigh(stranger, [{ kind: "to-mix", first }]))[0]).toBe(
      "interview n9 is none of the first interviews",
    );
  });
});
