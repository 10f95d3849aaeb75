import { describe, expect, it } from "vitest";
import { comparedRows, type ReadCells } from "../../../../src/analysis/interviews/compared.js";
import { VERDICT_WORDS } from "../../../../src/analysis/interviews/verdict-words.js";

const row = (change: Partial<ReadCells>): ReadCells => ({
  ...{
    title: "Survey A",
    kind: "calculated",
    simulated: null,
    label: "Satisfied",
    group: "",
    unit: "percent",
  },
  ...{ printed: "47", published: 47, published_low: 46.5, published_high: 47.5, estimate: 47.2 },
  verdict: VERDICT_WORDS.agrees,
  ...change,
});
const differs = (estimate: number, change: Partial<ReadCells> = {}) =>
  row({ estimate, verdict: VERDICT_WORDS.differs, ...change });

describe("percentages beside the printed ones", () => {
  it("are so many points from these, with the ends of what is printed like it", () => {
    expect(comparedRows([row({ group: "parent=receiving" })])).toEqual([
      {
        ...{ survey: "Survey A", kind: "calculated", simulated: null, label: "Satisfied" },
        ...{ group: "Receiving Parents", printed: "47", estimate: 47.2, differs: false },
        ...{ difference: 0.2, low: -0.5, high: 0.5 },
      },
    ]);
  });

  it("are from the middle of what words mean, and from the ends that a limit leaves", () => {
    const worded = { printed: "six out of ten", published: null, published_low: 59, published_high: 63 };
    expect(comparedRows([differs(58, worded)])[0]).toMatchObject({ difference: -3, low: -2, high: 2 });
    const limited = { printed: "100", published: 100, published_low: 99.5, published_high: 100 };
    expect(comparedRows([row({ ...limited, estimate: 99.7 })])[0]).toMatchObject({
      ...{ difference: -0.3, low: -0.5, high: 0 },
    });
  });

  it("leave out what is withheld, what the text does not hold, what nothing defines, and means", () => {
    const others = [
      row({ estimate: null, verdict: VERDICT_WORDS.withheld }),
      row({ published: null, published_low: null, published_high: null, verdict: VERDICT_WORDS["not-held"] }),
      row({ estimate: null, verdict: VERDICT_WORDS["no-definition"] }),
      row({ verdict: VERDICT_WORDS["not-published"], published_low: null, published_high: null }),
      row({ unit: "count" }),
    ];
    expect(comparedRows(others)).toEqual([]);
    expect(comparedRows([...others, row({})])).toHaveLength(1);
  });

  it("begin in each survey with those that differ, the farthest from its rounding first", () => {
    const wide = { published_low: 40, published_high: 54 };
    const rows = comparedRows([
      row({ label: "agrees" }),
      differs(50, { label: "2.5 beyond" }),
      // 9 points away, and 2 beyond what its rounding covers.
      differs(56, { label: "2 beyond", ...wide }),
      differs(43.5, { label: "3 below" }),
      row({ label: "agrees too" }),
      differs(60, { label: "of another", title: "Survey B" }),
    ]);
    expect(rows.map(({ label }) => label)).toEqual([
      ...["3 below", "2.5 beyond", "2 beyond", "agrees", "agrees too", "of another"],
    ]);
  });

  it("say of which dimension a group is whose name is that of others too", () => {
    const groups = comparedRows(
      ["ethnicity=prefer-not-to-say", "health=prefer-not-to-say", "age=16-24", ""].map((group) =>
        row({ group }),
      ),
    ).map(({ group }) => group);
    expect(groups).toEqual([
      ...["Prefer not to say (Ethnicity)", "Prefer not to say (Long-term health condition)"],
      ...["Aged 16 to 24", "All"],
    ]);
  });
});
