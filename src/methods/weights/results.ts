import { countResult, type Format, type Result } from "../../model/result.js";
import type { WeightMoveRow, WeightSpreadRow } from "./rows.js";

const POINTS: Format = { style: "points", decimals: 1, rounding: "nearest" };
const MOVED: Format = { ...POINTS, decimals: 2 };
const TIMES: Format = { style: "plain", decimals: 2, rounding: "nearest" };
const WHOLE: Format = { style: "plain", decimals: 0 };

/** Every number that the page on weights cites, from made-up surveys: each a range over them. */
export function weightResults(moved: readonly WeightMoveRow[], spread: readonly WeightSpreadRow[]): Result[] {
  const surveys = new Set(spread.map(({ seed }) => seed)).size;
  const first = spread[0];
  if (first === undefined) throw new RangeError("there are no made-up surveys with weights");
  const base = first.interviews;
  const alone = moved.filter(({ way }) => way === "alone");
  const last = moved.filter(({ way, step }) => way === "in-order" && step === alone.length / surveys);
  const before = (of: number) => moved.find(({ seed, step }) => seed === of && step === 0)?.estimate ?? 0;
  const ranges = [
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
      MOVED,
    ),
    over(
      "off",
      "Points by which weighted satisfaction is above the truth",
      last.map((row) => row.estimate - row.truth),
      "points",
      POINTS,
    ),
    ...[...new Set(alone.map(({ variable }) => variable))].flatMap((variable) =>
      variableResults(
        variable,
        alone.filter((row) => row.variable === variable),
      ),
    ),
  ];
  return [
    countResult({
      id: "weights.surveys",
      label: "Made-up surveys on the page of weights",
      value: surveys,
      because: "seeds of the made-up surveys",
      inputs: [],
      madeBy: "simulate.weightExample",
    }),
    ...ranges.map((result) => ({ ...result, base })),
  ];
}

/** What one weighting variable does alone. */
function variableResults(variable: string, rows: readonly WeightMoveRow[]): Result[] {
  const label = rows[0]?.label ?? variable;
  return [
    over(
      `moved.${variable}`,
      `Points moved by weighting on ${label} alone`,
      rows.map((row) => row.moved),
      "points",
      MOVED,
    ),
    over(
      `kish.${variable}`,
      `Kish's design effect of weights on ${label} alone`,
      rows.map((row) => row.kish),
      "times",
      TIMES,
    ),
  ];
}

/** The range of a number over the made-up surveys. */
function over(id: string, label: string, values: readonly number[], unit: string, format: Format): Result {
  return {
    id: `weights.${id}`,
    label: `${label}, over the made-up surveys`,
    kind: "simulated",
    value: null,
    low: Math.min(...values),
    high: Math.max(...values),
    unit,
    base: null,
    inputs: [],
    madeBy: "analysis.movedByWeighting",
    because: "the lowest and the highest of the made-up surveys",
    format,
  };
}
