import { countResult, type Format, type Result } from "../../model/result.js";
import type { WeightMoveRow, WeightSpreadRow } from "./rows.js";

const POINTS: Format = { style: "points", decimals: 1, rounding: "nearest" };
const MOVED: Format = { ...POINTS, decimals: 2 };
const TIMES: Format = { style: "plain", decimals: 2, rounding: "nearest" };

/** Every number that the page on weights cites, from made-up surveys: each a range over them. */
export function weightResults(moved: readonly WeightMoveRow[], spread: readonly WeightSpreadRow[]): Result[] {
  const seeds = new Set(spread.map(({ seed }) => seed));
  const first = spread[0];
  if (first === undefined) throw new RangeError("there are no made-up surveys with weights");
  const alone = moved.filter(({ way }) => way === "alone");
  const last = moved.filter(({ way, step }) => way === "in-order" && step === alone.length / seeds.size);
  const over = (
    id: string,
    label: string,
    values: readonly number[],
    unit: string,
    format: Format,
  ): Result => ({
    id: `weights.${id}`,
    label: `${label}, over the made-up surveys`,
    kind: "simulated",
    value: null,
    low: Math.min(...values),
    high: Math.max(...values),
    unit,
    base: first.interviews,
    inputs: [],
    madeBy: "analysis.movedByWeighting",
    because: "the lowest and the highest of the made-up surveys",
    format,
  });
  return [
    countResult({
      id: "weights.surveys",
      label: "Made-up surveys on the page of weights",
      value: seeds.size,
      because: "seeds of the made-up surveys",
      inputs: [],
      madeBy: "simulate.weightExample",
    }),
    {
      ...over("interviews", "Interviews of each", [first.interviews], "interviews", {
        style: "plain",
        decimals: 0,
      }),
      value: first.interviews,
    },
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
      last.map(
        (row) => row.estimate - (moved.find((one) => one.seed === row.seed && one.step === 0)?.estimate ?? 0),
      ),
      "points",
      MOVED,
    ),
    over(
      "off",
      "Points by which weighted satisfaction is above the truth",
      last.map((row) => row.estimate - row.truth),
      "points",
      POINTS,
    ),
    ...[...new Set(alone.map(({ variable }) => variable))].flatMap((variable) => {
      const own = alone.filter((row) => row.variable === variable);
      const label = own[0]?.label ?? variable;
      return [
        over(
          `moved.${variable}`,
          `Points moved by weighting on ${label} alone`,
          own.map((row) => row.moved),
          "points",
          MOVED,
        ),
        over(
          `kish.${variable}`,
          `Kish's design effect of weights on ${label} alone`,
          own.map((row) => row.kish),
          "times",
          TIMES,
        ),
      ];
    }),
  ];
}
