import { describe, expect, it } from "vitest";
import {
  above,
  all,
  atMost,
  byDefinition,
  differSignificantly,
  leftOpen,
  lowest,
  prints,
  reads,
  significantlyAbove,
} from "../../../src/claims/condition.js";
import {
  type Assumptions,
  type Claim,
  type Condition,
  DEFAULT_ASSUMPTIONS,
  isTrueAt,
  judge,
} from "../../../src/claims/index.js";
import { number, value } from "../../../src/claims/term.js";
import { claim, type Made, made, percent } from "./ledger.js";

const judged = (
  { numbers, compositions = [] }: Omit<Made, "claims">,
  condition: Condition | null,
  more: Partial<Claim> = {},
  assumptions: Partial<Assumptions> = {},
) => {
  const ledger = made({ numbers, compositions, claims: [[claim("c", more), condition]] });
  return judge(ledger, "c", { ...DEFAULT_ASSUMPTIONS, ...assumptions });
};

const GROUPS = {
  numbers: [percent("total", "39"), percent("a", "47"), percent("b", null)],
  compositions: [{ total: "total", parts: ["a", "b"], bases: [50, 50], residual: false, weightedOn: false }],
};

describe("a verdict", () => {
  it("is reproduced where no rounding makes the claim false", () => {
    expect(
      judged({ numbers: [percent("a", "47"), percent("b", "31")] }, above(value("a"), value("b"))),
    ).toMatchObject({ verdict: "reproduced", whenFalse: null, needs: [] });
  });

  it("takes 46.5 as printed 47, and 47.5 as printed 48", () => {
    const numbers = [percent("a", "47"), percent("b", "48")];
    expect(judged({ numbers }, above(value("b"), value("a"))).verdict).toBe("reproduced");
    expect(judged({ numbers }, above(value("b"), value("a")), {}, { rounding: "half-even" }).verdict).toBe(
      "reproduced",
    );
    expect(
      judged({ numbers }, above(value("b"), value("a")), {}, { rounding: "via-one-decimal" }).verdict,
    ).toBe("consistent");
  });

  it("is consistent where rounding of held numbers alone decides", () => {
    const { verdict, whenTrue, whenFalse } = judged(
      { numbers: [percent("a", "47"), percent("b", "47")] },
      above(value("a"), value("b")),
    );
    expect(verdict).toBe("consistent");
    expect(whenTrue?.a).toBeGreaterThan(whenTrue?.b ?? 0);
    expect(whenFalse?.a).toBeLessThanOrEqual(whenFalse?.b ?? 0);
  });

  it("is contradicted where nothing makes it true", () => {
    expect(
      judged({ numbers: [percent("a", "31"), percent("b", "47")] }, above(value("a"), value("b"))),
    ).toMatchObject({
      verdict: "contradicted",
      whenTrue: null,
    });
  });

  it("is undecidable where a lost number decides, and names it", () => {
    expect(
      judged({ numbers: [percent("a", "47"), percent("b", null)] }, above(value("a"), value("b"))),
    ).toMatchObject({
      verdict: "undecidable",
      needs: ["b"],
    });
  });

  it("is consistent where rounding decides, though a number is lost that changes nothing", () => {
    const numbers = [percent("total", "46"), percent("a", "47"), percent("lost", null), percent("b", "47")];
    const compositions = [
      { total: "total", parts: ["a", "lost"], bases: [50, 50], residual: false, weightedOn: false },
    ];
    expect(judged({ numbers, compositions }, above(value("a"), value("b")))).toMatchObject({
      verdict: "consistent",
      needs: [],
    });
  });

  it("uses what a total and its groups leave of a lost number", () => {
    // With weights within a tenth of a half, b lies from 22.7 to 39.2 (by hand: (38.5 - 0.55 * 47.5) / 0.45 = 27.5 and
    // (39.5 - 0.45 * 46.5) / 0.55 = 33.8).
    expect(judged(GROUPS, above(value("a"), value("b"))).verdict).toBe("reproduced");
    expect(judged(GROUPS, above(value("b"), number(34))).verdict).toBe("contradicted");
    expect(judged(GROUPS, above(value("b"), number(33))).verdict).toBe("undecidable");
    expect(judged(GROUPS, above(value("b"), number(33)), {}, { shares: "interviews" }).verdict).toBe(
      "contradicted",
    );
  });

  it("does not use what the sentence itself gives", () => {
    const printed = {
      numbers: [percent("total", "39"), percent("a", "47"), percent("b", "31")],
      compositions: GROUPS.compositions,
    };
    expect(judged(printed, prints(value("b"), "31"), { states: ["b"] })).toMatchObject({
      verdict: "undecidable",
      needs: ["b"],
      because: "only this sentence gives the number; nothing else in the texts fixes it",
    });
    expect(judged(printed, prints(value("b"), "31")).verdict).toBe("reproduced");
  });

  it("is by definition where words decide, and none where nothing does", () => {
    expect(judged({ numbers: [] }, byDefinition(false, "words"))).toMatchObject({
      verdict: "contradicted",
      because: "words",
    });
    expect(judged({ numbers: [] }, leftOpen("two readings"))).toMatchObject({
      verdict: "undecidable",
      because: "two readings",
      needs: [],
    });
    expect(judged({ numbers: [] }, null, { kind: "cause", alternatives: "a mix" })).toMatchObject({
      verdict: "not-numbers",
      because: "a mix",
    });
  });

  it("follows the reading of a phrase", () => {
    const numbers = [percent("a", "47")];
    const says = reads(value("a"), "almost half");
    const at = (band: "usual" | "narrow") =>
      judged({ numbers }, says, {}, { phrases: { "almost half": band } });
    expect(at("usual")).toMatchObject({ verdict: "reproduced", readings: [] });
    expect(at("narrow")).toMatchObject({ verdict: "contradicted", readings: [] });
    expect(judged({ numbers: [percent("a", "50")] }, says).verdict).toBe("consistent");
  });
});

describe("the worst design effect of a difference", () => {
  const numbers = [
    percent("a", "60", { interviews: 88 }),
    percent("b", null, { interviews: 200 }),
    percent("d", "10", { interviews: 200 }),
  ];
  const worst = (...others: readonly (readonly [Claim, Condition])[]) =>
    judge(
      made({
        numbers,
        claims: [[claim("c", { chart: "Figure 1" }), significantlyAbove("a", "b")], ...others],
      }),
      "c",
      DEFAULT_ASSUMPTIONS,
    ).robustness?.worstCase;
  const evidence = { evidence: true, chart: "Figure 1" };
  const low: readonly [Claim, Condition] = [claim("low", evidence), atMost(value("b"), number(20))];

  it("uses what other sentences say of the same chart", () => {
    expect(worst()).toBe(0);
    // (0.395 / 1.96)² over 0.595 * 0.405 / 88 + 0.2 * 0.8 / 200, the lowest rounding of 60.
    expect(worst(low)).toBeCloseTo(11.47, 1);
  });

  it("leaves another stated significance at the design effect of the assumptions", () => {
    const above10: readonly [Claim, Condition] = [claim("above-10", evidence), significantlyAbove("b", "d")];
    expect(worst(low, above10)).toBeCloseTo(11.47, 1);
  });
});

describe("what is taken as given", () => {
  const numbers = [percent("a", null), percent("b", null), percent("c", "40")];
  const say = above(value("a"), value("b"));

  it("is a claim marked as evidence, and what it brings with it", () => {
    const ledger = made({
      numbers,
      claims: [
        [claim("c"), above(value("a"), number(40))],
        [claim("b-high", { evidence: true }), above(value("b"), number(50))],
        [claim("a-above-b", { evidence: true, chart: "Figure 1" }), say],
        [claim("of-others", { evidence: true }), above(value("c"), number(10))],
      ],
    });
    expect(judge(ledger, "c", DEFAULT_ASSUMPTIONS)).toMatchObject({
      verdict: "reproduced",
      given: ["b-high", "a-above-b"],
    });
  });

  const twice = (own: Partial<Claim>, more: Partial<Claim>) =>
    made({
      numbers,
      claims: [
        [claim("c", own), say],
        [claim("again", { evidence: true, ...more }), say],
      ],
    });

  it("is never the same chart, nor a restatement, nor what is not marked", () => {
    const of = (own: Partial<Claim>, more: Partial<Claim>) =>
      judge(twice(own, more), "c", DEFAULT_ASSUMPTIONS).verdict;
    expect(of({}, {})).toBe("reproduced");
    expect(of({ chart: "Figure 1" }, { chart: "Figure 1" })).toBe("undecidable");
    expect(of({ chart: "Figure 1" }, { chart: "Figure 2" })).toBe("reproduced");
    expect(of({}, { restates: "c" })).toBe("undecidable");
    expect(of({ restates: "again" }, {})).toBe("undecidable");
    expect(of({}, { evidence: false })).toBe("undecidable");
  });

  it("is left aside where it cannot all be true", () => {
    const l = made({
      numbers,
      claims: [
        [claim("c"), lowest(value("a"), [value("b")])],
        [claim("one", { evidence: true }), say],
        [claim("two", { evidence: true }), above(value("b"), value("a"))],
      ],
    });
    expect(judge(l, "c", DEFAULT_ASSUMPTIONS)).toMatchObject({ verdict: "undecidable", given: [] });
  });

  it("leaves the numbers of restatements unknown too", () => {
    const l = made({
      numbers: [percent("a", "47")],
      claims: [
        [claim("c"), reads(value("a"), "almost half")],
        [claim("level", { restates: "c", states: ["a"] }), prints(value("a"), "47")],
      ],
    });
    expect(judge(l, "c", DEFAULT_ASSUMPTIONS).verdict).toBe("undecidable");
  });
});

describe("a claim of significance", () => {
  const of = (id: string, printed: string | null, interviews: number, parent?: "receiving" | "paying") =>
    percent(id, printed, { interviews, group: parent === undefined ? {} : { parent } });
  const parents = [of("r", "47", 1152, "receiving"), of("p", "31", 1079, "paying")];
  const say = significantlyAbove("r", "p");

  it("is never plainly reproduced: it stands up to a design effect", () => {
    const { verdict, robustness } = judged({ numbers: parents }, say);
    expect(verdict).toBe("up-to-design-effect");
    // (z / 1.96)², z = 0.16 / sqrt(0.47 * 0.53 / 1152 + 0.31 * 0.69 / 1079): 16.08; at 46.5 and 31.5 it is 14.08.
    expect(robustness?.criticalDesignEffect).toBeCloseTo(16.0786, 3);
    expect(robustness?.worstCase).toBeCloseTo(14.08, 1);
    expect(robustness?.survivesHolm).toBe(true);
  });

  it("fails beyond that design effect", () => {
    expect(judged({ numbers: parents }, say, {}, { deff: 14 }).verdict).toBe("up-to-design-effect");
    expect(judged({ numbers: parents }, say, {}, { deff: 15 }).verdict).toBe("consistent");
    expect(judged({ numbers: parents }, say, {}, { deff: 19 }).verdict).toBe("contradicted");
  });

  it("is stricter with a correction for many comparisons", () => {
    const near = [of("a", "95", 1179, "receiving"), of("b", "92", 1101, "paying")];
    const family = { family: "made-up.parents" };
    expect(
      judged({ numbers: near }, significantlyAbove("a", "b"), family).robustness?.survivesHolm,
    ).toBeNull();
    expect(judged({ numbers: near }, significantlyAbove("a", "b"), family).verdict).toBe("consistent");
    // At 95.5 and 91.5 z is 3.9; 0.05 / 10,000 asks for 4.56.
    const many = { correction: "bonferroni", comparisons: 10_000 } as const;
    expect(judged({ numbers: near }, significantlyAbove("a", "b"), family, many).verdict).toBe(
      "contradicted",
    );
  });

  it("is less sure where the parents of a case stand against each other, and surer where they agree", () => {
    const at = (correlation: number) =>
      judged({ numbers: parents }, say, {}, { deff: 15, paired: 0.5, correlation }).verdict;
    expect(at(0.9)).toBe("up-to-design-effect");
    expect(at(-0.9)).toBe("contradicted");
  });

  it("is as strong as the weakest of its pairs", () => {
    const third = of("x", "41", 1152);
    const both = all(say, significantlyAbove("x", "p"));
    const robustness = (condition: Condition) =>
      judged({ numbers: [...parents, third] }, condition).robustness;
    const [strong, weak] = [robustness(say), robustness(significantlyAbove("x", "p"))];
    expect(weak?.worstCase).toBeLessThan(strong?.worstCase ?? 0);
    expect(robustness(both)).toEqual(weak);
    // (z / 1.96)², z = 0.1 / sqrt(0.41 * 0.59 / 1152 + 0.31 * 0.69 / 1079).
    expect(weak?.criticalDesignEffect).toBeCloseTo(6.3769, 3);
  });

  it("stands up to more where parents of one case are in both groups and answer alike", () => {
    const { robustness } = judged({ numbers: parents }, say, {}, { paired: 0.5, correlation: 0.6 });
    // The variance of the difference is 1 - 2 * 0.3 * sqrt(1152 * 1079) / 2231 of that of groups apart.
    expect(robustness?.criticalDesignEffect).toBeCloseTo(16.0786 / 0.700161, 3);
  });

  it("has a pair without direction significant either way", () => {
    const numbers = [of("w", "38", 1822), of("b", null, 132)];
    expect(judged({ numbers }, differSignificantly("w", "b"))).toMatchObject({
      verdict: "undecidable",
      needs: ["b"],
    });
  });

  it("can only be asked of the direction where interviews are not held", () => {
    const numbers = [percent("a", "60"), percent("b", "40")];
    expect(judged({ numbers }, significantlyAbove("a", "b"))).toMatchObject({
      verdict: "undecidable",
      needs: ["a", "b"],
    });
    expect(judged({ numbers }, significantlyAbove("b", "a")).verdict).toBe("contradicted");
  });
});

describe("witnesses", () => {
  it("are true and false of the claim by direct evaluation", () => {
    const l = made({ ...GROUPS, claims: [[claim("c"), above(value("b"), number(33))]] });
    const { whenTrue, whenFalse } = judge(l, "c", DEFAULT_ASSUMPTIONS);
    expect(isTrueAt(l, "c", whenTrue ?? {}, DEFAULT_ASSUMPTIONS)).toBe(true);
    expect(isTrueAt(l, "c", whenFalse ?? {}, DEFAULT_ASSUMPTIONS)).toBe(false);
  });
});
