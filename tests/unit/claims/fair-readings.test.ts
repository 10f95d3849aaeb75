import { describe, expect, it } from "vitest";
import { above, byDefinition, leftOpen, reads, same } from "../../../src/claims/condition.js";
import {
  type Claim,
  type Condition,
  concernOf,
  DEFAULT_ASSUMPTIONS,
  isTrueAt,
  judge,
  type Ledger,
  makeLedger,
  type RecordedNumber,
  weightOf,
} from "../../../src/claims/index.js";
import {
  datedAsRecorded,
  type Predicate,
  printsAsRecorded,
  sameAsRecorded,
} from "../../../src/claims/predicate.js";
import { number, value } from "../../../src/claims/term.js";
import { claim, PHRASES, percent } from "./ledger.js";

const READINGS = ["asked", "everyone"].map((end) => ({
  id: `made-up.reading.${end}`,
  statement: end,
  warrant: "made-up: base line",
}));

/** A ledger of one claim "c" with two readings, or with what an outside source says of it. */
function ledgerOf(
  numbers: readonly RecordedNumber[],
  predicates: Readonly<Record<string, Predicate>>,
  more: Partial<Claim> = {},
  outside: Readonly<Record<string, Predicate>> = {},
): Ledger {
  return makeLedger({
    claims: [claim("c", more)],
    phrases: PHRASES,
    numbers,
    predicates: new Map(Object.entries(predicates)),
    outside: new Map(Object.entries(outside)),
    rules: [],
  });
}

const judged = (...args: Parameters<typeof ledgerOf>) => judge(ledgerOf(...args), "c", DEFAULT_ASSUMPTIONS);

/** The verdict where its two readings have these conditions. */
const readAs = (asked: Condition, everyone: Condition) =>
  judged(
    [percent("a", "47"), percent("b", "31"), percent("lost", null)],
    { "made-up.reading.asked": asked, "made-up.reading.everyone": everyone },
    { readings: READINGS, disputed: "parents" },
  );

const TRUE = above(value("a"), value("b"));
const FALSE = above(value("b"), value("a"));
const OPEN = above(value("lost"), value("a"));

describe("a claim with two fair readings", () => {
  it("depends on the reading where one does not fit and the other does, whatever else", () => {
    expect(readAs(TRUE, FALSE)).toMatchObject({
      verdict: "reading",
      because: "it turns on what “parents” means: of 2 fair readings, 1 does not fit",
      readings: [{ verdict: "reproduced" }, { verdict: "contradicted", warrant: "made-up: base line" }],
    });
    expect(readAs(FALSE, OPEN).verdict).toBe("reading");
  });

  it("does not fit only where neither does", () => {
    expect(readAs(FALSE, FALSE).verdict).toBe("contradicted");
  });

  it("is as settled as the less settled one where none is false", () => {
    expect(readAs(TRUE, OPEN)).toMatchObject({ verdict: "undecidable", needs: ["lost"] });
    expect(readAs(TRUE, TRUE).verdict).toBe("reproduced");
    expect(readAs(leftOpen("not said"), TRUE).verdict).toBe("undecidable");
  });

  it("has a witness in each reading, which is true or false in that reading alone", () => {
    const ledger = ledgerOf(
      [percent("a", "47"), percent("lost", null)],
      { "made-up.reading.asked": OPEN, "made-up.reading.everyone": above(value("a"), value("lost")) },
      { readings: READINGS, disputed: "parents" },
    );
    for (const { id, whenTrue, whenFalse } of judge(ledger, "c", DEFAULT_ASSUMPTIONS).readings) {
      expect(whenTrue !== null && isTrueAt(ledger, id, whenTrue, DEFAULT_ASSUMPTIONS)).toBe(true);
      expect(whenFalse !== null && isTrueAt(ledger, id, whenFalse, DEFAULT_ASSUMPTIONS)).toBe(false);
    }
  });

  it("is judged by reading where no reading is worked out from numbers", () => {
    expect(readAs(byDefinition(true, "so it is"), byDefinition(false, "so it is not"))).toMatchObject({
      verdict: "reading",
      basis: "by-reading",
    });
    expect(readAs(byDefinition(true, "so it is"), FALSE).basis).toBe("computed");
  });
});

describe("a claim that reads a phrase", () => {
  const almostHalf = (printed: string) =>
    judged([percent("a", printed)], { c: reads(value("a"), "almost half") });

  it("depends on the reading where one recorded band does not fit", () => {
    expect(almostHalf("47").verdict).toBe("reading");
    expect(almostHalf("43")).toMatchObject({
      verdict: "reading",
      readings: [
        { statement: "“almost half” is 45 to less than 50", verdict: "contradicted" },
        { verdict: "contradicted" },
        { statement: "“almost half” is 40 to less than 50", verdict: "reproduced" },
      ],
    });
  });

  it("holds where every band does, and does not fit where none does", () => {
    expect(almostHalf("48.0").verdict).toBe("reproduced");
    expect(almostHalf("39").verdict).toBe("contradicted");
  });
});

describe("a source outside the publication", () => {
  const event = (id: string, low: number, high: number): RecordedNumber =>
    percent(id, null, { unit: "other", measure: "date", low, high, status: "printed" });
  const dates = [event("own", 100, 129), event("other", 140, 140), event("agrees", 110, 110)];
  const states = { states: ["own"], values: ["own"] };
  const began: Record<string, Predicate> = { c: datedAsRecorded("own") };

  it("makes a difference of its own where nothing in the publication contradicts the claim", () => {
    const outside = { c: datedAsRecorded("own", value("other")) };
    expect(judged(dates, began, states, outside)).toMatchObject({
      verdict: "other-source",
      basis: "computed",
    });
  });

  it("never makes a claim hold", () => {
    const outside = { c: datedAsRecorded("own", value("agrees")) };
    expect(judged(dates, began, states, outside).verdict).toBe("undecidable");
  });

  it("does not hide what the publication itself contradicts", () => {
    const outside = { c: datedAsRecorded("own", value("other")) };
    const later: Record<string, Predicate> = { c: above(value("own"), number(500)) };
    expect(judged(dates, later, {}, outside).verdict).toBe("contradicted");
  });
});

describe("a report and its background paper", () => {
  const numbers = [
    percent("r", null, {
      unit: "other",
      printed: "6",
      low: 6,
      high: 6,
      status: "printed",
      publication: "report",
    }),
    percent("p", null, {
      unit: "other",
      printed: "6",
      low: 6,
      high: 6,
      publication: "paper",
      work: "report",
    }),
    percent("q", null, {
      unit: "other",
      printed: "7",
      low: 7,
      high: 7,
      publication: "paper",
      work: "report",
    }),
  ];
  const of = { publication: "report", work: "report" };

  it("never confirm each other", () => {
    expect(judged(numbers, { c: same(value("p"), number(6)) }, of)).toMatchObject({
      verdict: "undecidable",
      because: "only the report and its background paper say so, and they are one publication",
    });
    expect(judged(numbers, { c: same(value("p"), number(6)) }, { ...of, work: "alone" }).verdict).toBe(
      "reproduced",
    );
  });

  it("contradict each other", () => {
    expect(judged(numbers, { c: same(value("q"), number(6)) }, of).verdict).toBe("contradicted");
  });
});

describe("printed digits in predicates", () => {
  const numbers = [
    percent("share", "39"),
    percent("count", null, { unit: "other", printed: "2,280", low: 2280, high: 2280 }),
    percent("lost", null),
  ];

  it("come from the recorded numbers", () => {
    const { conditions } = ledgerOf(numbers, {
      share: printsAsRecorded("share"),
      count: sameAsRecorded("count"),
    });
    expect(conditions.get("share")).toMatchObject({ type: "prints", printed: "39" });
    expect(conditions.get("count")).toMatchObject({ type: "equal", term: { of: { count: 1 }, plus: -2280 } });
  });

  it("leave a claim open where they are not recorded, and hide no other error", () => {
    expect(judged(numbers, { c: printsAsRecorded("lost") })).toMatchObject({
      verdict: "undecidable",
      because: "lost is not recorded",
    });
    const broken: Predicate = () => {
      throw new TypeError("a fault of the predicate");
    };
    expect(() => ledgerOf(numbers, { c: broken })).toThrow("a fault of the predicate");
  });
});

describe("what is at issue and what rests on it", () => {
  const evidence = {
    numbers: new Map(
      [
        percent("share", "39"),
        percent("base", null, { measure: "interviews" }),
        percent("day", null, { measure: "date" }),
      ].map((n) => [n.id, n]),
    ),
  };
  const concern = (ids: readonly string[], more: Partial<Claim> = {}) =>
    concernOf(
      claim("c", more),
      "contradicted",
      ids.map((id) => same(value(id), number(1))),
      evidence,
    );

  it("follows from the numbers and the kind of claim, unless it is recorded", () => {
    expect(concern(["share", "base"])).toBe("arithmetic");
    expect(concern(["base"])).toBe("base");
    expect(concern(["day"])).toBe("date");
    expect(concern([])).toBe("wording");
    expect(concern(["share"], { kind: "significance" })).toBe("inference");
    expect(concern(["share"], { concern: "wording" })).toBe("wording");
    expect(concernOf(claim("c"), "other-source", [], evidence)).toBe("other-source");
  });

  it("is a conclusion for what is compared, and a number for levels and words", () => {
    expect(weightOf(claim("c", { kind: "comparison" }))).toBe("conclusion");
    expect(weightOf(claim("c", { kind: "level" }))).toBe("number");
    expect(weightOf(claim("c", { kind: "level", weight: "conclusion" }))).toBe("conclusion");
  });
});
