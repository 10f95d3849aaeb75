import { describe, expect, it } from "vitest";
import { ARRANGEMENTS_LONGITUDINAL } from "../../../../data-loaders/codebooks/arrangements-longitudinal.js";
import { ARRANGEMENTS_QUARTERLY } from "../../../../data-loaders/codebooks/arrangements-quarterly.js";
import { CMS_2016 } from "../../../../data-loaders/codebooks/cms-2016.js";
import { OPTIONS_2016 } from "../../../../data-loaders/codebooks/options-2016.js";
import type { Codebook } from "../../../../src/model/codebook.js";
import { holds } from "../../../../src/model/holds.js";
import { periodsOf } from "../../../../src/model/period-condition.js";
import { randomInterviews, reader } from "./random-interviews.js";
import { RAW } from "./raw.js";

/** Whether an interview is in the base of a measure, and whether it counts. */
function share(book: Codebook, id: string) {
  const measure = book.measures.find((m) => m.id === id);
  if (measure?.kind !== "share") throw new Error(id);
  return (answers: Record<string, string>) => {
    const read = reader(new Map(Object.entries(answers)));
    return [holds(measure.base, read), holds(measure.counts, read)];
  };
}
const OUT = [false, false];
const NO = [true, false];
const YES = [true, true];

/** A number of a publication, by the id of its value. */
const printed = (id: string) => RAW.values.find((value) => value.id === id)?.value;

describe("Options, 2014 to 2016", () => {
  it("counts ratings from the cut of the background paper on, of those who rated", () => {
    const satisfied = share(OPTIONS_2016, "options16.satisfied");
    const cut = printed("options-2016-methodology.satisfaction-cut") ?? 0;
    expect(satisfied({ overall: String(cut - 1) })).toEqual(NO);
    expect(satisfied({ overall: String(cut) })).toEqual(YES);
    expect(satisfied({ overall: "10" })).toEqual(YES);
    expect(satisfied({ overall: "dont-know" })[0]).toBe(false);
    expect(satisfied({})).toEqual(OUT);
  });

  it("leaves the middle answer out of call waiting, and asks only who called", () => {
    const waiting = share(OPTIONS_2016, "options16.call-waiting");
    expect(waiting({ "call-waiting": "neither" })).toEqual(OUT);
    expect(waiting({ "call-waiting": "satisfied" })).toEqual(YES);
    expect(waiting({ "call-waiting": "dissatisfied" })).toEqual(NO);
    const interviews = randomInterviews(OPTIONS_2016, 200);
    expect(interviews.every((i) => i.has("call-waiting") === (i.get("called") === "yes"))).toBe(true);
  });

  it("pools as many items as the paper says, each on its scale", () => {
    const pooled = OPTIONS_2016.measures.find(({ kind }) => kind === "pooled");
    if (pooled?.kind !== "pooled") throw new Error("there is one");
    expect(pooled.items).toHaveLength(printed("options-2016.service-items") ?? 0);
    expect(pooled.counts).toEqual({ from: printed("options-2016-methodology.service-cut") });
    for (const item of pooled.items) {
      expect(OPTIONS_2016.variables.find(({ id }) => id === item)).toMatchObject({
        lowest: printed("options-2016.service-scale-lowest"),
        highest: printed("options-2016.service-scale-highest"),
      });
    }
  });

  it("is not weighted, and covers 30 months", () => {
    expect(OPTIONS_2016.roles.weight).toBeNull();
    expect(OPTIONS_2016.weighting).toEqual([]);
    expect(periodsOf(OPTIONS_2016)).toHaveLength(30);
  });
});

describe("the CMS, 2013 to 2016", () => {
  it("pools as many items as the report says, all but one without a wording", () => {
    const pooled = CMS_2016.measures.find(({ kind }) => kind === "pooled");
    if (pooled?.kind !== "pooled") throw new Error("there is one");
    expect(pooled.items).toHaveLength(printed("cms-2016.service-items") ?? 0);
    expect(pooled.items.filter((item) => /-\d$/.test(item))).toHaveLength(7);
  });

  it("marks scale and cut as assumed", () => {
    for (const { id, basis } of [
      ...CMS_2016.measures,
      ...CMS_2016.variables.filter(({ kind }) => kind === "scale"),
    ]) {
      expect(basis.assumed, id).toContain("the cut of 7");
    }
  });

  it("has the quarters of its values", () => {
    const quarters = RAW.values
      .filter(({ measure, period }) => measure === "cms16.satisfied" && period !== "2013-09/2016-08")
      .flatMap(({ period }) => (period === null ? [] : [period]));
    expect(periodsOf(CMS_2016)).toEqual([...new Set(quarters)].sort());
  });
});

describe("arrangements", () => {
  const functioning = share(ARRANGEMENTS_QUARTERLY, "arr19.quarterly.functioning");
  const effective = share(ARRANGEMENTS_QUARTERLY, "arr19.quarterly.effective");
  const regular = { arrangement: "cms", payments: "regular" };
  const flexible = { arrangement: "family-based", payments: "not-regular" };

  it("function where some or all of the money agreed is paid", () => {
    expect(functioning({ ...regular, "paid-of-agreed": "some", works: "not-at-all-well" })).toEqual(YES);
    expect(functioning({ ...regular, "paid-of-agreed": "none", works: "very-well" })).toEqual(NO);
    expect(functioning({ ...regular, "paid-of-agreed": "dont-know", works: "very-well" })).toEqual(OUT);
  });

  it("function without regular payments where they work fairly or very well", () => {
    expect(functioning({ ...flexible, works: "fairly-well" })).toEqual(YES);
    expect(functioning({ ...flexible, works: "not-very-well" })).toEqual(NO);
  });

  it("are effective where some of what is due is paid, usually on time, and they work well", () => {
    const good = { ...regular, "paid-of-due": "some", "on-time": "usually", works: "fairly-well" };
    expect(effective(good)).toEqual(YES);
    for (const change of [
      { "paid-of-due": "none" },
      { "on-time": "sometimes" },
      { works: "not-very-well" },
    ]) {
      expect(effective({ ...good, ...change })).toEqual(NO);
    }
  });

  it("are effective without regular payments where they are family-based, kept ones too, and work well", () => {
    expect(effective({ ...flexible, works: "very-well" })).toEqual(YES);
    const kept = { arrangement: "other", payments: "not-regular", works: "very-well" };
    expect(effective({ ...kept, "kept-arrangement": "family-based" })).toEqual(YES);
    const nothing = { "paid-of-due": "not-applicable", "on-time": "not-applicable" };
    expect(effective({ ...kept, ...nothing, "kept-arrangement": "court" })).toEqual(NO);
  });

  it("can be effective and not function, and function and not be effective", () => {
    const due = { ...regular, "paid-of-due": "all", "on-time": "always", works: "very-well" };
    expect([
      effective({ ...due, "paid-of-agreed": "none" }),
      functioning({ ...due, "paid-of-agreed": "none" }),
    ]).toEqual([YES, NO]);
    const late = {
      ...regular,
      "paid-of-agreed": "all",
      "paid-of-due": "all",
      "on-time": "never",
      works: "very-well",
    };
    expect([effective(late), functioning(late)]).toEqual([NO, YES]);
  });

  it("have the quarters of the calendar, and each month in its quarter", () => {
    const months = ["January", "February", "March", "April", "May", "June", "July", "August"].concat([
      ...["September", "October", "November", "December"],
    ]);
    const names = periodsOf(ARRANGEMENTS_QUARTERLY).map((period) =>
      period.split("/").map((month) => months[Number(month.slice(5)) - 1]),
    );
    const calendar = RAW.calendar.filter(({ coverage }) => coverage.startsWith("Quarter"));
    expect(names).toEqual(calendar.map(({ contactStart, contactEnd }) => [contactStart, contactEnd]));

    const [rule] = ARRANGEMENTS_QUARTERLY.impossible;
    const outside = (month: string, quarter: string) =>
      rule !== undefined && holds(rule.when, reader(new Map(Object.entries({ month, quarter }))));
    expect(outside("2018-04", "2018-02/2018-04")).toBe(false);
    expect(outside("2018-05", "2018-02/2018-04")).toBe(true);
    expect(outside("2019-01", "2018-11/2019-01")).toBe(false);
  });

  it("are followed up where parents were called before the last quarter, and keep their type while in place", () => {
    for (const interview of randomInterviews(ARRANGEMENTS_LONGITUDINAL, 200)) {
      expect(interview.has("since")).toBe(interview.get("quarter") !== "2018-11/2019-01");
    }
    const rule = ARRANGEMENTS_LONGITUDINAL.impossible.find(({ id }) => id === "in-place-of-another-type");
    const breaks = (since: string, first: string, now: string) =>
      rule !== undefined &&
      holds(
        rule.when,
        reader(new Map(Object.entries({ since, "first-arrangement": first, arrangement: now }))),
      );
    expect(breaks("in-place", "family-based", "family-based")).toBe(false);
    expect(breaks("in-place", "family-based", "none")).toBe(true);
    expect(breaks("changed", "family-based", "none")).toBe(false);
  });

  it("are weighted as the paper says", () => {
    expect(ARRANGEMENTS_QUARTERLY.weighting).toMatchObject([
      { kind: "post-stratify", variables: ["month", "csa", "call"] },
    ]);
    expect(ARRANGEMENTS_LONGITUDINAL.weighting).toMatchObject([
      { kind: "to-mix", variables: ["first-arrangement"] },
    ]);
  });
});
