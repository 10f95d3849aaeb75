import { describe, expect, it } from "vitest";
import {
  DisclosureError,
  isTooNarrow,
  protect,
  rulesFrom,
  type Tables,
  TablesError,
} from "../../../../../data-loaders/interviews/disclosure/index.js";
import { measure, oneTable, table, tablesFrom } from "./small-tables.js";

const shown = ({ tables }: { tables: { counts: readonly { cells: readonly { count: unknown }[] }[] } }) =>
  tables.counts.map(({ cells }) => cells.map(({ count }) => count));

describe("the small-base rule", () => {
  it("suppresses 9 and shows 10", () => {
    expect(shown(protect(oneTable({ a: 10, b: 60, c: 80 })))).toEqual([[10, 60, 80]]);
    expect(shown(protect(oneTable({ a: 9, b: 30, c: 80 })))).toEqual([["[c]", "[c]", 80]]);
  });

  it("is an argument", () => {
    expect(shown(protect(oneTable({ a: 10, b: 40, c: 80 }), { least: 11, width: 10 }))).toEqual([
      ["[c]", "[c]", 80],
    ]);
    expect(shown(protect(oneTable({ a: 4, b: 60, c: 80 }), { least: 3, width: 3 }))).toEqual([[4, 60, 80]]);
  });

  it("suppresses a zero of the sample and shows one by definition as [z]", () => {
    expect(shown(protect(oneTable({ a: 0, b: 30, c: 80 })))).toEqual([["[c]", "[c]", 80]]);
    const structural = { base: "all", dimension: "contact", cells: [{ code: "new", count: 110 }] };
    const tables = tablesFrom(
      [{ id: "all", total: 110 }],
      [
        {
          ...structural,
          cells: [...structural.cells, { code: "change", count: 0, structural: true } as const],
        },
      ],
    );
    const found = protect(tables);
    expect(shown(found)).toEqual([[110, "[z]"]]);
    expect(found.tables.marks).toEqual({ "[z]": "not applicable: nobody can be in this group here" });
  });

  it("suppresses the total of a small base, with all that rests on it", () => {
    const asked = table("asked", "age", { a: 3, b: 4 });
    const tables = tablesFrom(
      [
        { id: "all", total: 110 },
        { id: "asked", total: 7, within: [{ base: "all", outside: "group" }] },
      ],
      [table("all", "age", { a: 50, b: 60 }), asked],
      [measure(asked, { a: 1, b: 2 })],
    );
    const found = protect(tables);
    expect(shown(found)).toEqual([
      [50, 60],
      ["[c]", "[c]"],
    ]);
    expect(found.tables.bases).toEqual([
      { id: "all", total: 110 },
      { id: "asked", total: "[c]" },
    ]);
    expect(found.tables.measures[0]?.all).toBe("[c]");
  });

  it("publishes nothing of fewer than the rule in all", () => {
    expect(() => protect(oneTable({ a: 4, b: 5 }))).toThrow(
      new DisclosureError("all: has 9 interviews; nothing of fewer than 10 is published"),
    );
  });

  it("explains each mark that is used", () => {
    expect(protect(oneTable({ a: 9, b: 30, c: 80 }), { least: 12, width: 10 }).tables.marks).toEqual({
      "[c]": "confidential: fewer than 12 interviews, or needed to protect such a count",
    });
  });
});

describe("complementary suppression", () => {
  it("takes the smallest count that leaves both their intervals", () => {
    // 30 may be 30 + 4 less 0 to 9: ten numbers, of which a fifth of 30 is six.
    const { audit, kept } = protect(oneTable({ a: 4, b: 30, c: 80, d: 500 }));
    expect(kept.suppressed).toEqual([
      ["all/age=a", "primary"],
      ["all/age=b", "complementary"],
    ]);
    expect(audit.counts.map(({ low, high, required }) => [low, high, required])).toEqual([
      [0, 9, 10],
      [25, 34, 10],
    ]);
  });

  it("takes two where a fifth of the smallest is more than the rule leaves", () => {
    const { audit, kept } = protect(oneTable({ a: 4, b: 200, c: 300, d: 5000 }));
    expect(kept.suppressed.map(([id]) => id).sort()).toEqual(["all/age=a", "all/age=b", "all/age=c"]);
    expect(audit.counts.every((entry) => !isTooNarrow(entry))).toBe(true);
  });

  it("withholds a table of two groups whole, which then does not tell which is small", () => {
    const { audit } = protect(oneTable({ women: 5, men: 300 }));
    expect(audit.counts.map(({ low, high }) => [low, high])).toEqual([
      [0, 305],
      [0, 305],
    ]);
  });

  it("has nothing to add where several small counts protect each other", () => {
    const { kept } = protect(oneTable({ a: 4, b: 6, c: 5, d: 80 }));
    expect(kept.suppressed.map(([, reason]) => reason)).toEqual(["primary", "primary", "primary"]);
  });

  it("loses in 200 tables of one dimension the fewest cells that can be", () => {
    // Against every pattern of up to six groups.
    let [ours, best] = [0, 0];
    for (let t = 0; t < 200; t++) {
      const groups = Object.fromEntries(
        Array.from({ length: 3 + (t % 4) }, (_, g) => [
          `g${g}`,
          g === 0 ? t % 9 : 10 + ((t * (g * 37 + 11)) % 190),
        ]),
      );
      const tables = oneTable(groups);
      ours += protect(tables).kept.suppressed.length;
      best += fewestByTrial(Object.values(groups));
    }

    expect(ours).toBe(best);
  });
});

/** The fewest counts of one table that can be suppressed, by trying every set of them. */
function fewestByTrial(counts: readonly number[]): number {
  const total = counts.reduce((a, b) => a + b, 0);
  let fewest = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 1 << counts.length; set++) {
    const isIn = (k: number) => (set & (1 << k)) !== 0;
    if (counts.some((n, k) => n < 10 && !isIn(k))) continue;
    const members = counts.map((_, k) => k).filter(isIn);
    const isWhole = members.length === counts.length;
    const sum = members.reduce((s, k) => s + (counts[k] as number), 0);
    const low = (k: number) => (isWhole || (counts[k] as number) < 10 ? 0 : 10);
    const high = (k: number) => (isWhole || (counts[k] as number) >= 10 ? total : 9);
    const isSafe = members.every((k) => {
      const others = members.filter((j) => j !== k);
      const least = Math.max(low(k), sum - others.reduce((s, j) => s + high(j), 0));
      const most = Math.min(high(k), sum - others.reduce((s, j) => s + low(j), 0));
      return most - least + 1 >= Math.max(10, 0.2 * (counts[k] as number));
    });
    if (isSafe) fewest = Math.min(fewest, members.length);
  }
  return fewest;
}

describe("what is published", () => {
  const ages = table("all", "age", { a: 4, b: 40, c: 80, d: 300 });
  const satisfied = measure(ages, { a: 2, b: 20, c: 30, d: 150 });
  const [group] = satisfied.groups;
  const tables: Tables<{ se: number }> = tablesFrom(
    [{ id: "all", total: 424 }],
    [ages],
    [
      {
        ...satisfied,
        all: { ...satisfied.all, sumOfWeights: 424.5 },
        groups: [
          {
            ...group,
            dimension: "age",
            cells: (group?.cells ?? []).map((cell) => ({ ...cell, sumOfWeights: 77.7 })),
          },
        ],
      },
    ],
  );
  const found = protect(tables);
  const text = JSON.stringify(found.tables);

  it("has no estimate and no covariance of a suppressed count", () => {
    const [published] = found.tables.measures[0]?.groups ?? [];
    expect(published?.cells.map(({ estimate }) => estimate)).toEqual([
      "[c]",
      "[c]",
      { percentage: "38", details: { se: 30.123456 } },
      { percentage: "50", details: { se: 150.123456 } },
    ]);
    expect(published?.covariance).toEqual([
      ["[c]", "[c]", "[c]", "[c]"],
      ["[c]", "[c]", "[c]", "[c]"],
      ["[c]", "[c]", 0.01, 0.002],
      ["[c]", "[c]", 0.002, 0.01],
    ]);
    expect(text).not.toContain("20.123456");
  });

  it("has no estimate of a suppressed count where answers are not protected by themselves", () => {
    const { kept } = protect(tables, { answers: false });
    expect(kept.estimates).toEqual(["satisfied/age=a", "satisfied/age=b"]);
  });

  it("has no sum of weights in a table that suppresses, since the total less the others is one of few", () => {
    expect(text).not.toContain("77.7");
    expect(text).toContain("424.5");
  });

  it("has no sum of weights that differs from another by those of few", () => {
    const both = (sub: number) =>
      tablesFrom(
        [
          { id: "all", total: 200 },
          { id: "answered", total: 200 - sub, within: [{ base: "all", outside: "no-answer" }] },
        ],
        [],
        ["all", "answered"].map((base) => ({
          ...satisfied,
          id: `of-${base}`,
          base,
          all: { sumOfWeights: base === "all" ? 201.25 : 195.75, details: { se: 1 } },
          groups: [],
        })),
      );
    const few = JSON.stringify(protect(both(4)).tables);
    expect([few.includes("201.25"), few.includes("195.75")]).toEqual([true, false]);
    expect(JSON.stringify(protect(both(40)).tables)).toContain("195.75");
  });

  it("has no reason, no interval and no true count: those stay with who publishes", () => {
    expect(text).not.toMatch(/primary|complementary|required|answers/);
    expect(found.audit.counts).toHaveLength(2);
  });

  it("is not changed by what was given, nor changes it", () => {
    const frozen = JSON.stringify(tables);
    protect(tables);
    expect(JSON.stringify(tables)).toBe(frozen);
  });
});

describe("tables and rules that cannot be", () => {
  it("are refused, with every fault", () => {
    const tables = tablesFrom(
      [
        { id: "all", total: 100 },
        { id: "sub", total: 60, within: [{ base: "all", outside: "group" }] },
        { id: "lost", total: 5, within: [{ base: "nowhere", outside: "group" }] },
      ],
      [
        table("all", "age", { a: 50, b: 49 }),
        table("sub", "age", { a: 51, b: 9 }),
        table("none", "age", { a: 1 }),
      ],
      [
        {
          id: "m",
          base: "all",
          all: { share: { answers: 40, percentage: "30" }, details: { se: 1 } },
          groups: [],
        },
      ],
    );
    expect(() => protect(tables)).toThrow(TablesError);
    expect(() => protect(tables)).toThrow(
      [
        'lost: is within "nowhere", which is no base',
        "all/age: the groups and the rest sum to 99, the base has 100",
        'none/age: "none" is no base',
        "sub/age=a: 51 is more than the 50 of all, which it is within",
        "m: 30 is not 40 rounded",
      ].join("\n"),
    );
  });

  it("are rules that ask for more room than the rule itself leaves", () => {
    expect(() => rulesFrom({ width: 11 })).toThrow("width is 11; expected a whole number from 1 to 10");
    expect(() => rulesFrom({ least: 1, share: 2 })).toThrow(/least is 1[\s\S]*share is 2/);
    expect(rulesFrom()).toMatchObject({ least: 10, width: 10, share: 0.2 });
  });
});
