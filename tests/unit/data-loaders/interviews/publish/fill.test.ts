import { expect, it } from "vitest";
import { filled } from "../../../../../data-loaders/interviews/publish/fill.js";
import type { PublishedSurvey } from "../../../../../data-loaders/interviews/publish/published-survey.js";
import { readRaw } from "../../../../../data-loaders/read/index.js";
import { isHeld, type Value } from "../../../../../src/model/value.js";
import { RAW } from "../../tables/filled-copy.js";

const raw = readRaw(RAW);
const lost = raw.values.filter((value) => value.unit === "percent" && !isHeld(value));
const [first, second, third] = lost as [Value, Value, Value];
const printed = raw.values.find((value) => value.unit === "percent" && value.printed !== null) as Value;
const noPercentage = raw.values.find((value) => value.unit !== "percent" && !isHeld(value)) as Value;

/** What is published of some numbers. */
const survey = (numbers: readonly (readonly [Value, number, string?])[], simulated: string | null = null) =>
  ({
    simulated,
    values: numbers.map(([value, number, verdict = "not-held"]) => ({
      value,
      estimate: { number },
      verdict,
    })),
  }) as unknown as PublishedSurvey;
const after = (...of: Parameters<typeof survey>) => {
  const { values } = filled(raw, [survey(...of)]);
  return (id: string) => values.find((value) => value.id === id);
};

it("a lost percentage gets the digits that are shown and their rounding, which ends at 0 and 100", () => {
  const at = after([
    [first, 41.26],
    [second, 0.02],
    [third, 99.98],
  ]);
  expect(at(first.id)).toMatchObject({ printed: "41.3", value: 41.3, fromInterviews: true });
  expect([at(first.id)?.low, at(first.id)?.high].map((end) => end?.toFixed(6))).toEqual([
    ...["41.250000", "41.350000"],
  ]);
  expect(at(second.id)).toMatchObject({ printed: "0.0", low: 0 });
  expect(at(third.id)).toMatchObject({ printed: "100.0", high: 100 });
  expect(at(first.id)?.note).toMatch(/^From interviews/);
});

it("nothing else is touched: what is printed, what is withheld, and what is no percentage", () => {
  const numbers = [
    [printed, 12.3],
    [first, 12.3, "withheld"],
    [noPercentage, 12.3],
  ] as const;
  const { values } = filled(raw, [survey([...numbers, [second, 12.3]])]);
  expect(values.filter((value, i) => value !== raw.values[i]).map(({ id }) => id)).toEqual([second.id]);
});

it("made-up interviews fill nothing", () => {
  expect(filled(raw, [survey([[first, 41.26]], "compatible world, seed 7")])).toBe(raw);
  expect(filled(raw, [])).toBe(raw);
});
