import fc from "fast-check";
import { factor } from "../../../src/stats/design/factor.js";
import { type SurveyDesign, surveyDesign } from "../../../src/stats/design/survey-design.js";

/** One interview of a made-up survey; `y` is a number, `x` one above 0, `has` 0 or 1. */
export interface Row {
  readonly stratum: string;
  readonly cluster: string;
  readonly weight: number;
  readonly y: number;
  readonly x: number;
  readonly has: number;
  readonly group: string;
}

const answers = fc.record({
  weight: fc.double({ min: 0.2, max: 5, noNaN: true }),
  y: fc.double({ min: -10, max: 10, noNaN: true }),
  x: fc.double({ min: 0.5, max: 4, noNaN: true }),
  has: fc.constantFrom(0, 1),
  group: fc.constantFrom("p", "q", "r"),
});

/** One to three strata of two to four clusters of one to four interviews. */
export const surveys: fc.Arbitrary<readonly Row[]> = fc
  .array(fc.array(fc.array(answers, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 4 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((strata) =>
    strata.flatMap((clusters, h) =>
      clusters.flatMap((rows, j) => rows.map((row) => ({ ...row, stratum: `s${h}`, cluster: `c${j}` }))),
    ),
  );

/** A survey of the same shape and any size, the same for the same seed. */
export function drawnSurvey(
  seed: number,
  { strata, clusters, rows }: { readonly strata: number; readonly clusters: number; readonly rows: number },
): Row[] {
  const random = mulberry(seed);
  const drawn: Row[] = [];
  for (let h = 0; h < strata; h++)
    for (let j = 0; j < clusters; j++) {
      const level = random();
      for (let i = 0; i < rows; i++) {
        const y = 2 + h + level + 3 * random();
        drawn.push({
          stratum: `s${h}`,
          cluster: `c${j}`,
          weight: 0.5 + random(),
          y,
          x: 1 + random() + y / 4,
          has: random() < 0.3 + 0.2 * level ? 1 : 0,
          group: random() < 0.4 ? "p" : "q",
        });
      }
    }
  return drawn;
}

/** A small generator of numbers from 0 to 1. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The design of a survey's rows, with or without its clusters. */
export function designOfRows(
  rows: readonly Row[],
  { clusters = true, scale = 1 }: { readonly clusters?: boolean; readonly scale?: number } = {},
): SurveyDesign {
  return surveyDesign({
    weights: rows.map(({ weight }) => weight * scale),
    strata: factor(rows.map(({ stratum }) => stratum)),
    ...(clusters ? { clusters: factor(rows.map(({ cluster }) => cluster)) } : {}),
  });
}

export const column = (rows: readonly Row[], name: "y" | "x" | "has" | "weight") =>
  Float64Array.from(rows, (row) => row[name]);

export const groupOf = (rows: readonly Row[]) =>
  factor(
    rows.map(({ group }) => group),
    { name: "group", levels: ["p", "q", "r"] },
  );

export const numbers = (...values: number[]) => Float64Array.from(values);
