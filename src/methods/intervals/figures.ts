import * as Plot from "@observablehq/plot";
import { defineFigure } from "../../figures/figure.js";
import { colour } from "../../figures/palette.js";
import { type ChartOptions, NARROW, plot } from "../../figures/plot.js";
import { percentTick } from "../../figures/rows.js";
import { chosenOption } from "../../model/control.js";
import { formatEnd, formatNumber, formatRange } from "../../model/format.js";
import { rangeOf } from "../../model/result.js";
import { COVERAGE_METHODS, type CoverageMethod, NOMINAL, SAMPLE_SIZES, TRUTH } from "./options.js";
import { COVERAGE, type CoverageRow } from "./schema.js";

/** One method at one true percentage: its coverage by sample size, with minimum and maximum. */
export interface CoverageLine {
  readonly method: CoverageMethod;
  readonly label: string;
  readonly truth: number;
  readonly coverage: readonly { readonly n: number; readonly percent: number }[];
  readonly low: number;
  readonly high: number;
  /** The smallest and the largest sample. */
  readonly fewest: number;
  readonly most: number;
}

/** The rows of one true percentage, one line per method. */
export function coverageLines(rows: readonly CoverageRow[], truth: number): CoverageLine[] {
  return COVERAGE_METHODS.flatMap(({ method, label }) => {
    const own = rows.filter((row) => row.method === method && row.truth === truth);
    const range = rangeOf(own.map((row) => row.coverage));
    const coverage = own.map((row) => ({ n: row.n, percent: row.coverage }));
    const sizes = own.map(({ n }) => n);
    const ends = { fewest: Math.min(...sizes), most: Math.max(...sizes) };
    return range === null ? [] : [{ method, label, truth, coverage, ...range, ...ends }];
  });
}

/** Minimum coverage of the given methods. */
function least(rows: readonly CoverageRow[], methods: readonly CoverageRow["method"][]): number {
  return Math.min(...rows.filter((row) => methods.includes(row.method)).map((row) => row.coverage));
}

/** The coverage of intervals for a proportion. */
export const coverageFigure = defineFigure<CoverageRow, CoverageLine>(COVERAGE, {
  title: (rows) =>
    least(rows, ["wald", "logit"]) < NOMINAL - 20 &&
    least(rows, ["beta", "clopper-pearson"]) >= NOMINAL &&
    least(rows, ["wilson"]) < NOMINAL &&
    least(rows, ["wilson"]) > NOMINAL - 5
      ? "A {{coverage.nominal}} interval can hold the truth in as few as {{coverage.wald.least}} (Wald) or {{coverage.logit.least}} (logit) of samples; Korn-Graubard’s and Clopper-Pearson’s keep their word, Wilson’s nearly"
      : "How often intervals of a proportion hold the truth",
  subtitle:
    "Simple random samples whose 95% interval holds the true share, %, by number of interviews (each step about doubles it). The line is what the interval claims; numbers stand for what lies far below",
  source: "Calculated: exact binomial sums, without any data",
  kinds: ["calculated"],
  meanings: { calculated: "exact sums, from no printed number" },
  controls: [TRUTH],
  how: [
    "In a sample of n, the number who say yes has a binomial distribution. For each such number the interval is worked out, and the probabilities of those whose interval holds the true share are added up. Nothing is simulated.",
    "Where a method has no interval, as Wald’s and logit where nobody says yes, the sample counts as one that misses. Curves are jagged since the number who say yes is whole: one more interview can move many samples across.",
    "This is simple random sampling, the best case. Weights and clusters make an interview worth less, and the variance itself uncertain.",
  ],
  code: [
    "src/methods/intervals/coverage.ts",
    "src/stats/intervals/coverage.ts",
    "src/stats/intervals/proportion-methods.ts",
  ],
  show: (rows, state) => coverageLines(rows, chosenOption(TRUTH, state).percent),
  columns: () => [
    { label: "Interval", value: (row) => row.label },
    ...SAMPLE_SIZES.map((n) => ({
      label: `${formatNumber(n)} interviews, %`,
      value: (row: CoverageLine) => row.coverage.find((at) => at.n === n)?.percent ?? null,
      as: "low" as const,
    })),
  ],
  alt: (rows, state) => {
    const [line] = rows;
    const sizes =
      line === undefined ? "" : `${formatNumber(line.fewest)} to ${formatNumber(line.most)} interviews`;
    const list = rows.map(({ label, low, high }) => `${label} in ${formatRange(low, high)}%`);
    return `A small chart for each interval. With a true share of ${chosenOption(TRUTH, state).label} and ${sizes}, the 95% interval holds it in the following part of samples: ${list.join("; ")}.`;
  },
  draw: (rows, _state, options) => coverageChart(rows, options),
});

const HEIGHT = 480;
/** Lower end of the scale. Values below it are printed under the lowest line. */
const FLOOR = 80;
const UNDER_FLOOR = 77;
const TICKS = [80, 85, 90, 95, 100];
const X_TICKS = [20, 200, 2000];

interface Panel extends CoverageLine {
  readonly fx: number;
  readonly fy: number;
}

interface Point {
  readonly fx: number;
  readonly fy: number;
  readonly n: number;
  readonly percent: number;
  readonly y: number;
}

const FACET = { fx: "fx", fy: "fy" } as const;

/** Small multiples, three in a row or two on narrow screens, with the same height. */
function coverageChart(
  lines: readonly CoverageLine[],
  { width = 640, ...options }: ChartOptions,
): SVGSVGElement {
  const narrow = width < NARROW;
  const columns = narrow ? 2 : 3;
  const panels = lines.map((line, index) => ({
    ...line,
    fx: index % columns,
    fy: Math.floor(index / columns),
  }));
  return plot(
    {
      width,
      height: HEIGHT,
      marginTop: 30,
      marginBottom: 28,
      marginLeft: 46,
      marginRight: 18,
      x: { type: "log", domain: [18, 2200], axis: null },
      y: { domain: [UNDER_FLOOR - 2, 100.5], axis: null },
      fx: { axis: null, padding: narrow ? 0.24 : 0.18 },
      fy: { axis: null, padding: narrow ? 0.36 : 0.28 },
      marks: [
        ...grid(panels),
        ...coverageMarks(panels, narrow),
        Plot.text(panels, {
          ...FACET,
          text: "label",
          frameAnchor: "top-left",
          dy: -20,
          fill: colour("ink"),
          fontWeight: 600,
          fontSize: narrow ? 13 : 14,
        }),
      ],
    },
    options,
  );
}

/** Lines and labels of both scales, and the line of the coverage that is claimed. */
function grid(panels: readonly Panel[]): Plot.Markish[] {
  const axis = { fill: colour("mute"), fontSize: 13, tickSize: 0, label: null, labelArrow: "none" } as const;
  return [
    Plot.ruleY(cross(panels, TICKS), { ...FACET, y: "value", stroke: colour("rule") }),
    Plot.ruleY(cross(panels, [NOMINAL]), {
      ...FACET,
      y: "value",
      stroke: colour("ink"),
      strokeWidth: 1.5,
    }),
    Plot.axisY(TICKS, { ...axis, tickFormat: percentTick }),
    Plot.text(cross(panels, X_TICKS), {
      ...FACET,
      x: "value",
      frameAnchor: "bottom",
      dy: 15,
      text: (d) => formatNumber(d.value),
      fill: colour("mute"),
      fontSize: 12.5,
    }),
  ];
}

/** The coverage at each number of interviews: joined dots, and numbers for values below the scale. */
function coverageMarks(panels: readonly Panel[], narrow: boolean): Plot.Markish[] {
  const places = panels.map(({ fx, fy, coverage }) =>
    coverage.map((at): Point => ({ fx, fy, ...at, y: at.percent < FLOOR ? UNDER_FLOOR : at.percent })),
  );
  const points = places.flat();
  // No line between two values below the scale.
  const joined = places.flatMap((row) =>
    row.filter((_, i) => row.slice(Math.max(0, i - 1), i + 2).some(({ percent }) => percent >= FLOOR)),
  );
  const place = { ...FACET, x: "n", y: "y" } as const;
  return [
    Plot.line(joined, {
      ...place,
      z: null,
      stroke: colour("everyone"),
      strokeWidth: 1.5,
      strokeOpacity: 0.55,
    }),
    Plot.dot(
      points.filter(({ percent }) => percent >= FLOOR),
      {
        ...place,
        r: narrow ? 3.2 : 3.8,
        fill: colour("ground"),
        stroke: colour("everyone"),
        strokeWidth: 2,
      },
    ),
    Plot.text(
      points.filter(({ percent }) => percent < FLOOR),
      {
        ...place,
        text: (d) => formatEnd(d.percent, "low"),
        fill: colour("ink"),
        stroke: colour("ground"),
        strokeWidth: 5,
        fontWeight: 600,
        fontSize: 13,
      },
    ),
  ];
}

/** All combinations of values and panels. */
function cross(
  panels: readonly { readonly fx: number; readonly fy: number }[],
  values: readonly number[],
): { readonly fx: number; readonly fy: number; readonly value: number }[] {
  return panels.flatMap(({ fx, fy }) => values.map((value) => ({ fx, fy, value })));
}
