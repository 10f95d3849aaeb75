import { expect, it } from "vitest";
import { basesOf } from "../../../../../data-loaders/interviews/publish/bases.js";
import { type KeptCrossed, mayCross } from "../../../../../data-loaders/interviews/publish/crossed.js";
import { groupingsOf } from "../../../../../data-loaders/interviews/publish/dimensions.js";
import type { Shown } from "../../../../../data-loaders/interviews/publish/shown.js";
import type { SurveyTables } from "../../../../../data-loaders/interviews/publish/survey-tables.js";
import { estimatesOf } from "../../../../../src/analysis/interviews/index.js";
import type { ShareMeasure } from "../../../../../src/model/codebook.js";
import type { CodeOf } from "../../../../../src/model/dimensions.js";
import { coded } from "../../../analysis/interviews/coded.js";
import { GOOD, type Row, SMALL } from "../mapping/small-survey.js";

const measure = SMALL.measures.find(({ id }) => id === "small.satisfied") as ShareMeasure;
const LEAST = 10;

/** Interviews of a parent and a state of health, of whom some are satisfied. */
const of = (parent: string, health: string, satisfied: number, others: number): Row[] =>
  Array.from({ length: satisfied + others }, (_, i) => {
    const { parent: _parent, health: _health, ...row } = GOOD[0] as Row;
    const groups = { ...(parent === "" ? {} : { parent }), ...(health === "" ? {} : { health }) };
    return { ...row, ...groups, interview: `${parent}-${health}-${i}`, rating: i < satisfied ? 8 : 3 };
  });
/** Twenty satisfied and twenty not in each combination. */
const EVEN = (["receiving", "paying"] as const).flatMap((parent) =>
  (["none", "mental"] as const).flatMap((health) => of(parent, health, 20, 20)),
);
const EVERYTHING: Shown = { count: () => true, estimate: () => true, interviews: () => null };

/** Whether satisfaction by parent and health may be shown, and what is kept of it. */
function crossed(
  rows: readonly Row[],
  {
    shown = EVERYTHING,
    earlier = undefined as KeptCrossed | undefined,
    also = [] as CodeOf<"health">[],
  } = {},
) {
  const interviews = coded(SMALL, rows);
  const asked = (["receiving", "paying"] as const).flatMap((parent) =>
    (["none", "mental", ...also] as const).map((health) => ({
      ...{ measure: measure.id, group: { parent, health }, period: null },
    })),
  );
  const { tables } = estimatesOf(interviews, asked, { level: 0.95, interval: "wilson" });
  const [table] = tables;
  if (table === undefined) throw new Error("there is no table");
  const bases = basesOf(interviews);
  const base = bases.ofMeasure.get(measure.id)?.id ?? "";
  const survey = {
    bases,
    groupings: new Map(groupingsOf(interviews).map((groups) => [groups.by, groups])),
    weights: null,
    tables: {
      counts: ["parent", "health"].map((dimension) => ({ base, dimension })),
      measures: [{ id: measure.id, groups: [] }],
    },
  } as unknown as SurveyTables;
  return mayCross(interviews, { measure, by: ["parent", "health"], table }, survey, shown, LEAST, earlier);
}

it("percentages by two dimensions are shown where each combination has many of both answers", () => {
  const { may, kept } = crossed(EVEN);
  expect(may).toBe(true);
  expect(kept.id).toBe("small.satisfied/parent-health");
  const sizes = new Map(kept.cells);
  expect([sizes.get("receiving;none"), sizes.get("paying;mental"), sizes.get("paying;both")]).toEqual([
    ...[40, 40, 0],
  ]);
});

it.each<[string, readonly Row[]]>([
  ["a combination has few interviews", [...EVEN, ...of("paying", "both", 3, 3)]],
  ["few of a combination give the answer", [...EVEN, ...of("paying", "both", 5, 40)]],
  ["all but a few of a combination give it", [...EVEN, ...of("paying", "both", 40, 5)]],
  ["a few are in no group of the first dimension", [...EVEN, ...of("", "none", 3, 3)]],
  ["a few are in no group of the second", [...EVEN, ...of("receiving", "", 3, 3)]],
])("they are not shown where %s", (_, rows) => {
  expect(crossed(rows).may).toBe(false);
});

it("they are not shown where nobody is in a combination that is asked for", () => {
  expect(crossed(EVEN, { also: ["both"] }).may).toBe(false);
});

it("they are not shown where the measure, its base or a group by itself is withheld", () => {
  const without = (change: Partial<Shown>) => crossed(EVEN, { shown: { ...EVERYTHING, ...change } }).may;
  expect(without({ estimate: (_, by) => by !== undefined })).toBe(false);
  expect(without({ count: (_, by) => by !== undefined })).toBe(false);
  expect(without({ count: (_, by, code) => !(by === "health" && code === "mental") })).toBe(false);
  expect(without({ count: (_, by, code) => !(by === "parent" && code === "paying") })).toBe(false);
  // What no table shows by itself, nothing withholds.
  expect(without({ count: (_, by) => by !== "age" })).toBe(true);
});

it("they are not shown where the last publication of them had a few more or less in a combination", () => {
  const { kept } = crossed(EVEN);
  const after = (added: number) => {
    const rows = [
      ...EVEN,
      ...of("paying", "none", 20, 20).map((row) => ({ ...row, interview: `more ${row.interview}` })),
    ];
    return crossed(rows.slice(0, EVEN.length + added), { earlier: kept }).may;
  };
  expect([0, 3, 9, 10, 40].map(after)).toEqual([true, false, false, true, true]);
  const more = { ...kept, cells: kept.cells.map(([cell, n]) => [cell, n > 0 ? n + 4 : 0] as const) };
  expect(crossed(EVEN, { earlier: more }).may).toBe(false);
});
