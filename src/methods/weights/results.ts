import {
  countResult,
  type Format,
  type Result,
  rangeOf,
  rangeResult,
  TENTHS_OF_POINTS,
  WHOLE,
} from "../../model/result.js";
import type { WeightMoveRow, WeightSpreadRow } from "./schema.js";

const TIMES: Format = { style: "plain", decimals: 2, rounding: "nearest" };
const POINTS: Format = { ...TENTHS_OF_POINTS, rounding: "nearest" };

/** All results of the page on weights: ranges over made-up surveys. */
export function weightResults(moved: readonly WeightMoveRow[], spread: readonly WeightSpreadRow[]): Result[] {
  const surveys = new Set(spread.map(({ seed }) => seed)).size;
  const base = spread.find(({ interviews }) => interviews > 0)?.interviews ?? 0;
  const alone = moved.filter(({ way }) => way === "alone");
  const last = moved.filter(({ way, step }) => way === "in-order" && step === alone.length / surveys);
  const before = (of: number) => moved.find(({ seed, step }) => seed === of && step === 0)?.estimate ?? 0;
  /** The range of a number over the made-up surveys. */
  const over = (id: string, label: string, values: readonly number[], unit: string, format: Format) =>
    rangeResult({
      id: `weights.${id}`,
      label: `${label}, over the made-up surveys`,
      kind: "simulated",
      range: rangeOf(values),
      unit,
      base,
      inputs: [],
      madeBy: "analysis.movedByWeighting",
      because: "the lowest and the highest of the made-up surveys",
      format,
    });
  return [
    countResult({
      id: "weights.surveys",
      label: "Made-up surveys on the page of weights",
      value: surveys,
      because: "seeds of the made-up surveys",
      inputs: [],
      madeBy: "simulate.weightExample",
    }),
    { ...over("interviews", "Interviews of each", [base], "interviews", WHOLE), value: base },
    over(
      "kish",
      "Kish's design effect of the final weights",
      spread.map(({ kish }) => kish),
      "times",
      TIMES,
    ),
    over(
      "effective",
      "Interviews that the weighted ones are worth",
      spread.map(({ effective }) => effective),
      "interviews",
      { ...TIMES, decimals: 0 },
    ),
    over(
      "largest",
      "Largest final weight over the smallest",
      last.map((row) => row.largest_over_smallest),
      "times",
      { ...TIMES, decimals: 1 },
    ),
    over(
      "moved",
      "Points that all weighting variables moved satisfaction by",
      last.map((row) => row.estimate - before(row.seed)),
      "points",
      { ...POINTS, decimals: 2 },
    ),
    over(
      "off",
      "Points by which weighted satisfaction is above the truth",
      last.map((row) => row.estimate - row.truth),
      "points",
      POINTS,
    ),
    ...[...new Map(alone.map(({ variable, label }) => [variable, label]))].flatMap(([variable, label]) => {
      const rows = alone.filter((row) => row.variable === variable);
      return [
        over(
          `moved.${variable}`,
          `Points moved by weighting on ${label} alone`,
          rows.map((row) => row.moved),
          "points",
          { ...POINTS, decimals: 2 },
        ),
        over(
          `kish.${variable}`,
          `Kish's design effect of weights on ${label} alone`,
          rows.map((row) => row.kish),
          "times",
          TIMES,
        ),
      ];
    }),
  ];
}
