import { describe, expect, it } from "vitest";
import {
  auditPattern,
  DisclosureError,
  isTooNarrow,
  type Kept,
  protect,
  type Tables,
} from "../../../../../data-loaders/interviews/disclosure/index.js";
import { oneTable, table, tablesFrom } from "./small-tables.js";

type Suppressed = Parameters<typeof auditPattern>[1];

const intervals = (tables: Tables, suppressed: Suppressed, ...more: [Parameters<typeof auditPattern>[2]?]) =>
  Object.fromEntries(auditPattern(tables, suppressed, ...more).map(({ id, low, high }) => [id, [low, high]]));

const narrow = (tables: Tables, suppressed: Suppressed) =>
  auditPattern(tables, suppressed).flatMap((entry) => (isTooNarrow(entry) ? [entry.id] : []));

describe("the attack finds a planted fault:", () => {
  it("a small count whose complement is shown is found exactly", () => {
    const tables = oneTable({ young: 4, middle: 60, old: 80 });
    expect(intervals(tables, [["all/age=young", "primary"]])).toEqual({ "all/age=young": [4, 4] });
    expect(protect(tables).kept.suppressed).toHaveLength(3);
  });

  it("a complement whose own interval is below a fifth of it", () => {
    // 60 is 64 less 0 to 9: ten whole numbers, where twelve are asked for.
    const tables = oneTable({ young: 4, middle: 60, old: 80 });
    const found = auditPattern(tables, [
      ["all/age=young", "primary"],
      ["all/age=middle", "complementary"],
    ]);
    expect(found.map(({ id, low, high, required }) => [id, low, high, required])).toEqual([
      ["all/age=young", 0, 9, 10],
      ["all/age=middle", 55, 64, 12],
    ]);
    expect(found.map(isTooNarrow)).toEqual([false, true]);
  });

  it("a count that the rule leaves wide, but the whole base within narrows", () => {
    // Of those asked, 39 in the middle of 40; 48 less 40 leaves 8 or more.
    const bases = [
      { id: "all", total: 100 },
      { id: "asked", total: 95, within: [{ base: "all", outside: "no-answer" }] },
    ] as const;
    const tables = tablesFrom(bases, [
      table("all", "age", { young: 12, middle: 40, old: 48 }),
      table("asked", "age", { young: 9, middle: 39, old: 47 }),
    ]);
    const pattern: Suppressed = [
      ["asked/age=young", "primary"],
      ["asked/age=middle", "complementary"],
    ];
    expect(intervals(tables, pattern)).toEqual({ "asked/age=young": [8, 9], "asked/age=middle": [39, 40] });
    expect(narrow(tables, pattern)).toEqual(["asked/age=young", "asked/age=middle"]);
    const found = protect(tables);
    expect(found.audit.counts.some(isTooNarrow)).toBe(false);
    expect(found.kept.suppressed.map(([id]) => id)).toContain("all/age=middle");
  });

  it("a count that stands in another table as a total", () => {
    const bases = [
      { id: "all", total: 100 },
      { id: "new", total: 7, within: [{ base: "all", outside: "group" }] },
    ] as const;
    const contact = {
      base: "all",
      dimension: "contact",
      cells: [
        { code: "new", count: 7, totalOf: "new" },
        { code: "change", count: 45 },
        { code: "other", count: 48 },
      ],
    };
    const tables = tablesFrom(bases, [contact]);
    const all: Suppressed = [
      ["all/contact=new", "primary"],
      ["all/contact=change", "complementary"],
      ["all/contact=other", "complementary"],
    ];
    expect(intervals(tables, all)["all/contact=new"]).toEqual([7, 7]);
    expect(narrow(tables, [...all, ["new", "primary"]])).toEqual([]);
    const { tables: shown } = protect(tables);
    expect(shown.bases.find(({ id }) => id === "new")?.total).toBe("[c]");
  });

  it("few who are in no group, as total less cells", () => {
    const tables = oneTable({ female: 50, male: 45 }, 3);
    expect(intervals(tables, [])).toEqual({ "all/age=rest": [3, 3] });
    const { tables: shown, audit } = protect(tables);
    expect(shown.counts[0]?.cells.map(({ count }) => count)).toContain("[c]");
    expect(audit.counts.find(({ reason }) => reason === "rest")).toMatchObject({ count: 3, low: 0 });
  });

  it("few outside a base, as one base less another, where they are a group and not where they gave no answer", () => {
    const tablesWith = (outside: "group" | "no-answer") =>
      tablesFrom(
        [
          { id: "all", total: 100 },
          { id: "called", total: 80, within: [{ base: "all", outside }] },
        ],
        [
          table("all", "age", { young: 30, middle: 30, old: 40 }),
          table("called", "age", { young: 27, middle: 23, old: 30 }),
        ],
      );
    expect(narrow(tablesWith("group"), [])).toEqual([
      "all/age=young outside called",
      "all/age=middle outside called",
    ]);
    expect(narrow(tablesWith("no-answer"), [])).toEqual([]);
    expect(protect(tablesWith("no-answer")).kept.suppressed).toEqual([]);
    const found = protect(tablesWith("group"));
    expect(found.audit.counts.some(isTooNarrow)).toBe(false);
    expect(found.kept.suppressed.length).toBeGreaterThan(1);
  });

  it("a count that an earlier publication left open and this one narrows", () => {
    const before = oneTable({ young: 9, middle: 21, old: 70, oldest: 50 });
    const after = oneTable({ young: 12, middle: 24, old: 80, oldest: 64 });
    const first = protect(before);
    expect(first.kept.suppressed.map(([id]) => id)).toEqual(["all/age=young", "all/age=middle"]);
    // 30 in both together before and 36 now: of the 6 new ones at most 6 are young, and 12 less 6 is no few.
    const earlier = [{ kept: first.kept, interviews: "added" }] as const;
    expect(auditPattern(after, [], {}, earlier)[0]).toEqual({
      id: "all/age=young",
      build: -1,
      reason: "primary",
      count: 9,
      low: 6,
      high: 9,
      required: 10,
    });
    const second = protect(after, {}, earlier);
    expect(second.audit.counts.some(isTooNarrow)).toBe(false);
    expect(second.kept.suppressed).not.toEqual([]);
  });

  it("a fifth of a count that an earlier publication shows cannot be hidden again, but a fifth of what was added can", () => {
    const first = protect(oneTable({ young: 40, middle: 200, old: 300 }));
    const after = oneTable({ young: 43, middle: 260, old: 345 });
    const { audit } = protect(after, {}, [{ kept: first.kept, interviews: "added" }]);
    const middle = audit.counts.find(({ id }) => id === "all/age=middle");
    expect(middle).toMatchObject({ reason: "complementary", count: 260, required: 12 });
    expect(middle?.low).toBeGreaterThanOrEqual(200);
  });

  it("few interviews added, as this publication less the one before", () => {
    const before = oneTable({ young: 30, middle: 60, old: 70 });
    const after = oneTable({ young: 31, middle: 70, old: 85 });
    const earlier = [{ kept: protect(before).kept, interviews: "added" }] as const;
    expect(auditPattern(after, [], {}, earlier)).toEqual([
      { id: "all/age=young added", build: 0, reason: "added", count: 1, low: 1, high: 1, required: 10 },
    ]);
    expect(protect(after, {}, earlier).kept.suppressed.map(([id]) => id)).toContain("all/age=young");
    expect(protect(after, { added: false }, earlier).kept.suppressed).toEqual([]);
  });
});

it("an attack refuses a reason that a count cannot have, and a count that there is not", () => {
  const tables = oneTable({ young: 4, middle: 60, old: 80 });
  expect(() => auditPattern(tables, [["all/age=middle", "primary"]])).toThrow(
    "all/age=middle: 60 is no primary suppression under a rule of 10",
  );
  expect(() => auditPattern(tables, [["all/age=lost", "primary"]])).toThrow(
    'there is no count "all/age=lost"',
  );
});

describe("a second publication", () => {
  it("is refused where the first shows what must be hidden now, and says which count", () => {
    const tables = oneTable({ young: 14, middle: 60, old: 80 });
    const { kept } = protect(tables);
    expect(() => protect(tables, { least: 20 }, [{ kept, interviews: "same" }])).toThrow(DisclosureError);
    expect(() => protect(tables, { least: 20 }, [{ kept, interviews: "same" }])).toThrow(
      /^all\/age=young: could be found to be 14; expected at least 10 whole numbers\n[\s\S]*wait until more/,
    );
  });

  it("is refused where fewer interviews than the rule were added in all", () => {
    const { kept } = protect(oneTable({ young: 30, middle: 60, old: 80 }));
    const after = oneTable({ young: 30, middle: 60, old: 84 });
    expect(() => protect(after, {}, [{ kept, interviews: "added" }])).toThrow(
      /all added: could be found to be 4/,
    );
  });

  it("is refused where interviews were taken out, and says where", () => {
    const { kept } = protect(oneTable({ young: 30, middle: 60, old: 80 }));
    const after = oneTable({ young: 20, middle: 80, old: 90 });
    expect(() => protect(after, {}, [{ kept, interviews: "added" }])).toThrow(
      "all/age=young: 30 in an earlier publication, 20 now; expected those interviews and more",
    );
    expect(() => protect(after, {}, [{ kept, interviews: "same" }])).toThrow("expected the same interviews");
  });

  it("of the same interviews under the same rules suppresses the same", () => {
    const tables = oneTable({ young: 4, middle: 60, old: 80, oldest: 50 });
    const first = protect(tables);
    const second = protect(tables, {}, [{ kept: first.kept, interviews: "same" }]);
    expect(new Set(second.kept.suppressed.map(([id]) => id))).toEqual(
      new Set(first.kept.suppressed.map(([id]) => id)),
    );
  });

  it("under a lower rule keeps hidden what the first hid", () => {
    const tables = oneTable({ young: 7, middle: 60, old: 80, oldest: 50 });
    const first = protect(tables);
    const second = protect(tables, { least: 5, width: 5 }, [{ kept: first.kept, interviews: "same" }]);
    expect(second.kept.suppressed.map(([id]) => id)).toContain("all/age=young");
    expect(second.audit.counts.filter(({ build }) => build === -1).some(isTooNarrow)).toBe(false);
  });

  it("can be attacked together with two before it", () => {
    const one = protect(oneTable({ young: 4, middle: 60, old: 80, oldest: 50 }));
    const two = protect(oneTable({ young: 8, middle: 90, old: 99, oldest: 81 }), {}, [
      { kept: one.kept, interviews: "added" },
    ]);
    const three = protect(oneTable({ young: 19, middle: 120, old: 150, oldest: 100 }), {}, [
      { kept: one.kept, interviews: "added" },
      { kept: JSON.parse(JSON.stringify(two.kept)) as Kept, interviews: "added" },
    ]);
    expect(new Set(three.audit.counts.map(({ build }) => build))).toContain(-2);
    expect(three.audit.counts.some(isTooNarrow)).toBe(false);
  });
});
