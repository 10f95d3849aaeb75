import { expect, it } from "vitest";
import { CES_2023_24 } from "../../../../../data-loaders/codebooks/ces-2023-24.js";
import { shownOf } from "../../../../../data-loaders/interviews/publish/shown.js";

type Arguments = Parameters<typeof shownOf>;

it("an estimate goes with another that is the same number, or what that leaves, and answers go with their counts", () => {
  const measure = (id: string, answers: number) => ({
    id,
    base: "all",
    all: { share: { answers } },
    groups: [],
  });
  const measures = [measure("satisfied", 300), measure("dissatisfied", 700), measure("other", 400)];
  const survey = {
    tables: { measures, bases: [{ id: "all", total: 1000 }] },
    bases: { ofMeasure: new Map([["ces.health-profile", { id: "all" }]]) },
  } as unknown as Arguments[1];
  const groups = (mark: unknown) => [
    {
      dimension: "age",
      cells: [
        { code: "16-24", estimate: mark },
        { code: "25-34", estimate: {} },
      ],
    },
  ];
  const cells = [
    { code: "physical", count: 100 },
    { code: "mental", count: "[c]" },
    { code: "both", count: "[c]" },
    { code: "none", count: 600 },
  ];
  const published = {
    bases: [{ id: "all", total: 1000 }],
    counts: [{ base: "all", dimension: "health", cells }],
    measures: [
      { id: "satisfied", base: "all", all: {}, groups: groups({}) },
      { id: "dissatisfied", base: "all", all: {}, groups: groups("[c]") },
      { id: "other", base: "all", all: "[c]", groups: groups({}) },
    ],
  } as unknown as Arguments[2];
  const shown = shownOf({ codebook: CES_2023_24 } as Arguments[0], survey, published);
  expect(["satisfied", "dissatisfied", "other"].map((id) => shown.estimate(id))).toEqual([true, true, false]);
  expect(["satisfied", "dissatisfied", "other"].map((id) => shown.estimate(id, "age", "16-24"))).toEqual([
    ...[false, false],
    true,
  ]);
  expect(shown.estimate("satisfied", "age", "25-34")).toBe(true);
  const profile = (code: string) => shown.estimate("ces.health-profile", "health", code);
  // Any condition is made of three answers, of which two are withheld.
  expect(["physical", "mental", "none", "any"].map(profile)).toEqual([true, false, true, false]);
});
