import { describe, expect, it } from "vitest";
import {
  DisclosureError,
  protect,
  type Tables,
} from "../../../../../data-loaders/interviews/disclosure/index.js";
import { measure, table, tablesFrom } from "./small-tables.js";

const ages = table("all", "age", { a: 100, b: 200, c: 300 });
const withAnswers = (answers: Record<string, number>, decimals = 0) =>
  tablesFrom([{ id: "all", total: 600 }], [ages], [measure(ages, answers, { decimals })]);

const gone = (tables: Tables) => protect(tables).kept.estimates;

describe("few answers", () => {
  it("are found from a percentage and its base, and their estimate is suppressed", () => {
    // 3% of 100 is 3 and nothing else; the other groups leave it 0 to 7 by rounding, and so one more must go.
    expect(gone(withAnswers({ a: 3, b: 80, c: 120 }))).toEqual(["satisfied/age=a", "satisfied/age=b"]);
  });

  it("are those of all but few as well: 100% tells of everyone", () => {
    expect(gone(withAnswers({ a: 100, b: 80, c: 120 }))).toContain("satisfied/age=a");
    expect(gone(withAnswers({ a: 0, b: 80, c: 120 }))).toContain("satisfied/age=a");
  });

  it("are hidden by rounding where the base is large", () => {
    // 0% of 3,000 is anything from 0 to 14; 38% of 4,000 and 22% of 7,000 leave it so.
    const large = table("all", "age", { a: 3000, b: 4000 });
    const tables = tablesFrom([{ id: "all", total: 7000 }], [large], [measure(large, { a: 3, b: 1520 })]);
    expect(gone(tables)).toEqual([]);
    const [found] = protect(tables).audit.answers;
    expect(found).toMatchObject({ id: "satisfied/age=a", count: 3, low: 0, high: 14 });
  });

  it("are shown where the rule does not ask for them", () => {
    expect(protect(withAnswers({ a: 3, b: 80, c: 120 }), { answers: false }).kept.estimates).toEqual([]);
  });

  it("are nothing to hide in groups with many of both", () => {
    expect(gone(withAnswers({ a: 40, b: 80, c: 120 }, 1))).toEqual([]);
  });

  it("are hidden by unequal weights, as far as these reach", () => {
    // 3 of 100: sums of 4.5 and 130 with weights from 0.5 to 3 are 2 to 9 answers; from 0.4 to 4 they are 2 to 11.
    const weighted = (low: number, high: number): Tables => ({
      bases: [{ id: "all", total: 600 }],
      counts: [table("all", "age", { a: 100, b: 500 })],
      measures: [
        {
          id: "satisfied",
          base: "all",
          all: estimate(203, 397, 250, 500),
          groups: [
            {
              dimension: "age",
              cells: [
                { code: "a", ...estimate(3, 97, 4.5, 130) },
                { code: "b", ...estimate(200, 300, 245.5, 370) },
              ],
            },
          ],
        },
      ],
      weights: { low, high },
    });
    const estimate = (answers: number, _others: number, yes: number, no: number) => ({
      share: {
        answers,
        percentage: String(Math.round((100 * yes) / (yes + no))),
        weighted: { answers: yes, others: no },
      },
      details: null,
    });
    expect(gone(weighted(0.5, 3))).toContain("satisfied/age=a");
    expect(gone(weighted(0.4, 4))).toEqual([]);
    expect(protect(weighted(0.4, 4)).audit.answers[0]).toMatchObject({ low: 2, high: 11 });
  });

  it("of everyone are gone whole: weights leave no interval of an estimate that is not shown", () => {
    // 5 of 600, with weights near 1: every estimate tells of them, and the sums of weights are nowhere published.
    const share = (answers: number, others: number) => {
      const weighted = { answers: 1.01 * answers, others: 0.99 * others };
      const percentage = ((100 * weighted.answers) / (weighted.answers + weighted.others)).toFixed(0);
      return { share: { answers, percentage, weighted }, details: null };
    };
    const { kept, audit } = protect({
      bases: [{ id: "all", total: 600 }],
      counts: [table("all", "age", { a: 100, b: 500 })],
      measures: [
        {
          id: "satisfied",
          base: "all",
          all: share(5, 595),
          groups: [
            {
              dimension: "age",
              cells: [
                { code: "a", ...share(3, 97) },
                { code: "b", ...share(2, 498) },
              ],
            },
          ],
        },
      ],
      weights: { low: 0.9, high: 1.1 },
    });
    expect(kept.estimates).toEqual(["satisfied", "satisfied/age=a", "satisfied/age=b"]);
    expect(audit.answers).toEqual([
      { id: "satisfied", count: 5, low: 0, high: 600, required: 10 },
      { id: "satisfied/age=a", count: 3, low: 0, high: 100, required: 10 },
      { id: "satisfied/age=b", count: 2, low: 0, high: 500, required: 10 },
    ]);
  });

  it("of a group whose count is suppressed stay open with it", () => {
    const small = table("all", "age", { a: 5, b: 45, c: 300 });
    const tables = tablesFrom(
      [{ id: "all", total: 350 }],
      [small],
      [measure(small, { a: 5, b: 20, c: 120 })],
    );
    const { kept, audit } = protect(tables);
    expect(kept.estimates).toEqual(["satisfied/age=a", "satisfied/age=b"]);
    expect(audit.answers.find(({ id }) => id === "satisfied/age=a")).toMatchObject({ low: 0, high: 9 });
  });
});

describe("few answers over two publications", () => {
  const more = table("all", "age", { a: 112, b: 230, c: 330 });
  const later = (answers: Record<string, number>) =>
    tablesFrom([{ id: "all", total: 672 }], [more], [measure(more, answers)]);

  it("stay suppressed where the answers shown now would tell of those before", () => {
    // 3 of 100 before; 10 of 112 now leave 0 to 10 of the first hundred, which is enough.
    const first = protect(withAnswers({ a: 3, b: 80, c: 120 }));
    const enough = protect(later({ a: 10, b: 95, c: 135 }), {}, [{ kept: first.kept, interviews: "added" }]);
    expect(enough.kept.estimates).not.toContain("satisfied/age=a");
  });

  it("are not shown by a later publication of the same interviews under a laxer rule", () => {
    const tables = withAnswers({ a: 3, b: 80, c: 120 });
    const first = protect(tables);
    const second = protect(tables, { answers: false }, [{ kept: first.kept, interviews: "same" }]);
    expect(second.kept.estimates).toContain("satisfied/age=a");
  });

  it("are refused where an earlier publication shows them", () => {
    const tables = withAnswers({ a: 3, b: 80, c: 120 });
    const { kept } = protect(tables, { answers: false });
    expect(() => protect(tables, {}, [{ kept, interviews: "same" }])).toThrow(DisclosureError);
    expect(() => protect(tables, {}, [{ kept, interviews: "same" }])).toThrow(
      /satisfied\/age=a: with an earlier publication the number who answered so can be found to be 3/,
    );
  });
});
