/** Tasks to time. */
export const TASKS = {
  design: "survey design",
  proportion: "proportion by group",
  raking: "raking on four margins",
  "rao-scott": "Rao-Scott test of a two-way table",
  "logistic-whole": "logistic regression on three factors and age in years",
  "logistic-real": "logistic regression on three factors and income",
  "jackknife-replicates": "jackknife: replicate weights",
  "jackknife-estimates": "jackknife: proportion by group from replicate weights",
  jackknife: "jackknife: both",
  cube: "proportion by group from a cube",
  "cube-browser": "proportion by group from a cube, in a browser",
} as const;

export type TaskName = keyof typeof TASKS;

/** A planned row of the table. */
export interface Timing {
  readonly task: TaskName;
  readonly rows: number;
  /** Warm-up runs, the same on both sides. */
  readonly warmups: number;
  readonly runs: number;
  /** Whether R has an equivalent. */
  readonly inR: boolean;
}

const SMALL = 2_280;
const MIDDLE = 100_000;
const LARGE = 1_000_000;

const HOW_OFTEN = {
  [SMALL]: { warmups: 50, runs: 51 },
  [MIDDLE]: { warmups: 3, runs: 9 },
  [LARGE]: { warmups: 2, runs: 5 },
};

const ROWS: readonly { readonly task: TaskName; readonly rows: readonly (keyof typeof HOW_OFTEN)[] }[] = [
  { task: "design", rows: [SMALL, MIDDLE, LARGE] },
  { task: "proportion", rows: [SMALL, MIDDLE, LARGE] },
  { task: "raking", rows: [MIDDLE] },
  { task: "rao-scott", rows: [MIDDLE] },
  { task: "logistic-whole", rows: [MIDDLE] },
  { task: "logistic-real", rows: [MIDDLE] },
  { task: "jackknife-replicates", rows: [SMALL] },
  { task: "jackknife-estimates", rows: [SMALL] },
  { task: "jackknife", rows: [SMALL] },
  { task: "cube", rows: [SMALL, MIDDLE] },
  { task: "cube-browser", rows: [SMALL] },
];

/** All timings with at most `mostRows` rows. */
export function plan(mostRows: number): Timing[] {
  return ROWS.flatMap(({ task, rows }) =>
    rows
      .filter((n) => n <= mostRows)
      .map((n) => ({ task, rows: n, inR: !task.startsWith("cube"), ...HOW_OFTEN[n] })),
  );
}
