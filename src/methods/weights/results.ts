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

type Over = readonly [id: string, label: string, values: readonly number[], unit: string, format: Format];

/** All results of the page on weights: ranges over made-up surveys. */
export function weightResults(moved: readonly WeightMoveRow[], spread: readonly WeightSpreadRow[]): Result[] {
  const surveys = new Set(spread.map(({ seed }) => seed)).size;
  const base = spread.find(({ interviews }) => interviews > 0)?.interviews ?? 0;
  const alone = moved.filter(({ way }) => way === "alone");
  const last = moved.filter(({ way, step }) => way === "in-order" && step === alone.length / surveys);
  /** The range of a number over the made-up surveys. */
  const over = ([id, label, values, unit, format]: Over) =>
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
    { ...over(["interviews", "Interviews of each", [base], "interviews", WHOLE]), value: base },
    ...[...overSpread(spread), ...overLast(last, moved), ...overAlone(alone)].map(over),
  ];
}

/** What the final weights cost in interviews. */
function overSpread(spread: readonly WeightSpreadRow[]): Over[] {
  const [kish, effective] = [spread.map((row) => row.kish), spread.map((row) => row.effective)];
  return [
    ["kish", "Kish's design effect of the final weights", kish, "times", TIMES],
    [
      "effective",
      "Interviews that the weighted ones are worth",
      effective,
      "interviews",
      { ...TIMES, decimals: 0 },
    ],
  ];
}

/** What all weighting variables together do. */
function overLast(last: readonly WeightMoveRow[], moved: readonly WeightMoveRow[]): Over[] {
  const before = (of: number) => moved.find(({ seed, step }) => seed === of && step === 0)?.estimate ?? 0;
  return [
    [
      "largest",
      "Largest final weight over the smallest",
      last.map((row) => row.largest_over_smallest),
      "times",
      { ...TIMES, decimals: 1 },
    ],
    [
      "moved",
      "Points that all weighting variables moved satisfaction by",
      last.map((row) => row.estimate - before(row.seed)),
      "points",
      { ...POINTS, decimals: 2 },
    ],
    [
      "off",
      "Points by which weighted satisfaction is above the truth",
      last.map((row) => row.estimate - row.truth),
      "points",
      POINTS,
    ],
  ];
}

/** What each weighting variable does alone. */
function overAlone(alone: readonly WeightMoveRow[]): Over[] {
  return [...new Map(alone.map(({ variable, label }) => [variable, label]))].flatMap(
    ([variable, label]): Over[] => {
      const rows = alone.filter((row) => row.variable === variable);
      const [moved, kish] = [rows.map((row) => row.moved), rows.map((row) => row.kish)];
      return [
        [
          `moved.${variable}`,
          `Points moved by weighting on ${label} alone`,
          moved,
          "points",
          { ...POINTS, decimals: 2 },
        ],
        [`kish.${variable}`, `Kish's design effect of weights on ${label} alone`, kish, "times", TIMES],
      ];
    },
  );
}
