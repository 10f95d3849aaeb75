import { describe, expect, it } from "vitest";
import {
  covariancesOf,
  fromInterviews,
} from "../../../../data-loaders/interviews/beside-printed/from-interviews.js";
import type { Raw } from "../../../../data-loaders/read/index.js";
import { arrowBytes } from "../../../../data-loaders/tables/dataset.js";
import { countsDataset, estimatesDataset } from "../../../../data-loaders/tables/interview-datasets.js";
import type { Group } from "../../../../src/model/dimensions.js";
import { roundingInterval } from "../../../../src/model/rounding.js";
import type { Base, Value } from "../../../../src/model/value.js";
import { contrast, readCovarianceTable } from "../../../../src/stats/index.js";
import { coded } from "../../analysis/interviews/coded.js";
import { GOOD, SMALL } from "../interviews/mapping/small-survey.js";

const shared = { publication: "small-2020", period: null, place: "Figure 1", locator: "here", note: null };
const value = (
  measure: string,
  printed: string | null,
  group: Group = {},
  own: Partial<Value> = {},
): Value => {
  const { low, high } = printed === null ? { low: null, high: null } : roundingInterval(printed);
  return {
    ...shared,
    ...{
      id: `${measure}.${JSON.stringify(group)}.${printed}`,
      measure,
      group,
      printed,
      words: null,
      low,
      high,
    },
    ...{ status: printed === null ? "plotted" : "printed", unit: "percent", base: null, interviews: null },
    value: printed === null ? null : Number(printed),
    source: { file: "values.csv", line: 2 },
    ...own,
  };
};
const base = (population: string, interviews: number | null, group: Group = {}): Base => ({
  ...shared,
  ...{ id: `base.${population}`, population, definition: population, group, interviews },
  ...{ printed: interviews === null ? null : String(interviews), status: "printed" },
  source: { file: "bases.csv", line: 2 },
});
const raw = (values: Value[], bases: Base[] = []): Pick<Raw, "values" | "bases" | "measures"> => ({
  ...{ values, bases, measures: [] },
});
const small = coded(SMALL, GOOD);
const verdicts = (...values: Value[]) =>
  fromInterviews(raw(values), small).values.flatMap(({ value: of, verdict }) =>
    of === null ? [] : [verdict],
  );

describe("a published percentage beside the interviews", () => {
  // Satisfied are 75%, and of those of any health 16.67%.
  it.each<[string, Value, string]>([
    ["is the same", value("small.satisfied", "75"), "agrees"],
    ["is to two decimals and off", value("small.satisfied", "74.95"), "differs"],
    [
      "is the lower end of its rounding",
      value("small.satisfied", "75.5", {}, { low: 75, high: 76 }),
      "agrees",
    ],
    [
      "is the upper end of its rounding",
      value("small.satisfied", "74.5", {}, { low: 74, high: 75 }),
      "agrees",
    ],
    ["is a point off", value("small.satisfied", "74"), "differs"],
    ["is to one decimal", value("small.health", "16.7", { health: "any" }), "agrees"],
    ["is to one decimal and off", value("small.health", "16.6", { health: "any" }), "differs"],
    ["is worded", value("small.satisfied", null, {}, { words: "most", low: 50, high: 100 }), "agrees"],
    ["is not in the text", value("small.satisfied", null), "not-held"],
    ["is of nobody", value("small.satisfied", "50", { parent: "paying" }), "no-interviews"],
    ["is of no measure of the codebook", value("small.other", "50"), "no-definition"],
    ["is a mean", value("small.children", "1.6", {}, { unit: "count" }), "agrees"],
  ])("that %s", (_, published, verdict) => {
    expect(verdicts(published)).toEqual([verdict]);
  });

  it("is not one of another publication, nor a number that is no percentage", () => {
    const others = [
      value("small.satisfied", "75", {}, { publication: "other" }),
      value("small.satisfied", "75", {}, { unit: "pounds" }),
    ];
    expect(verdicts(...others)).toEqual([]);
  });

  it("has a difference with the sign of the interviews less the publication", () => {
    const [pair] = fromInterviews(raw([value("small.satisfied", "73")]), small).values;
    expect(pair?.difference).toBeCloseTo(2, 10);
    expect(pair?.number).toBeCloseTo(75, 10);
  });

  it("is followed by the measures that nobody published, a profile with each answer", () => {
    const { values } = fromInterviews(raw([value("small.satisfied", "75")]), small);
    const rest = values.filter((one) => one.value === null);
    expect(rest.map(({ asked }) => [asked.measure, Object.values(asked.group).join()])).toEqual([
      ["small.service", ""],
      ...["physical", "mental", "both", "none", "prefer-not-to-say", "any"].map((code) => [
        "small.health",
        code,
      ]),
      ["small.children", ""],
    ]);
    expect(new Set(rest.map(({ verdict }) => verdict))).toEqual(new Set(["not-published"]));
  });
});

describe("a published number of interviews beside those of the file", () => {
  it.each<[Base, number | null, string]>([
    [base("all", 9), 9, "agrees"],
    [base("all", 10), 9, "differs"],
    [base("rated", 6, { parent: "receiving" }), 6, "agrees"],
    [base("rated", 1, { parent: "paying" }), 0, "differs"],
    [base("all", null), 9, "not-held"],
    [base("other", 9), null, "no-definition"],
    [base("all", 9, { gender: "female" }), null, "no-definition"],
  ])("%j", (published, number, verdict) => {
    const [pair] = fromInterviews(raw([], [published]), small).bases;
    expect([pair?.number, pair?.verdict]).toEqual([number, verdict]);
  });
});

describe("the kind of the estimates", () => {
  const simulated = coded(SMALL, GOOD, "compatible world, seed 7");

  it("is calculated from interviews, and simulated from made-up ones, which the tables say in each row", () => {
    const of = raw([value("small.satisfied", "75")], [base("all", 9)]);
    expect(fromInterviews(of, small).kind).toBe("calculated");
    const made = fromInterviews(of, simulated);
    expect(made.kind).toBe("simulated");
    const marks = [estimatesDataset(made, simulated, of), countsDataset(made, simulated)].flatMap(
      ({ rows }) => rows.map((row) => [row.kind, row.simulated]),
    );
    expect(new Set(marks.map(String))).toEqual(new Set(["simulated,compatible world, seed 7"]));
  });
});

describe("the tables", () => {
  const of = raw(
    [
      ...["75", null].map((printed) => value("small.satisfied", printed)),
      value("small.satisfied", "50", { parent: "paying" }),
      value("small.satisfied", "75", { parent: "receiving" }),
    ],
    [base("all", 9), base("rated", null)],
  );
  const paired = fromInterviews(of, small);

  it("can be written, whatever is missing in them", () => {
    const datasets = [estimatesDataset(paired, small, of), countsDataset(paired, small)];
    expect(datasets.map(({ rows }) => rows.length)).toEqual([4 + 8, 2]);
    for (const dataset of datasets) expect(arrowBytes(dataset, "").length).toBeGreaterThan(0);
    expect(datasets[0]?.rows[0]).toMatchObject({
      ...{ measure: "small.satisfied", printed: "75", published_low: 74.5, published_high: 75.5 },
      ...{ estimate: 75, interviews: 6, method: "beta", level: 0.95, verdict: "agrees", difference: 0 },
    });
  });

  it("have the covariance of the groups, from which differences follow", () => {
    const health = fromInterviews(raw([]), small);
    const [profile] = covariancesOf(health.estimates).filter(
      ({ table }) => table.measure.id === "small.health",
    );
    const read = readCovarianceTable(JSON.parse(JSON.stringify(profile?.covariance)));
    const coefficients = read.estimates.map((_, i) => (i === 3 ? 1 : i === 5 ? -1 : 0));
    expect(contrast(read, coefficients, { level: 0.95 }).estimate).toBeCloseTo(1 / 2 - 1 / 6, 12);
  });
});
