import * as Plot from "@observablehq/plot";
import { seeded } from "../../analysis/case-closure/repeated-survey.js";
import { drawSurvey } from "../../analysis/labs/draw-survey.js";
import { DIFFERENCES, LIMITATIONS, type Limitation, NON_RESPONSE } from "../../analysis/labs/limitations.js";
import type { LabRow } from "../../analysis/labs/rows.js";
import { formatNumber } from "../../model/format.js";
import { madeUpGround } from "../case-closure/made-up.js";
import { byHand } from "../case-closure/two-lines.js";
import type { Control, Figure, State } from "../figure.js";
import { colour } from "../palette.js";
import { type ChartOptions, NARROW, plot } from "../plot.js";

/** One value of a knob: what is expected, and one made-up survey. */
export interface LabPoint {
  readonly limitation: Limitation;
  readonly knob: number;
  readonly difference: number;
  readonly interviews: number;
  /** Points too high, worked out; and the mean of the made-up surveys of the table. */
  readonly expected: number;
  readonly mean: number;
  /** One made-up survey with its 95% interval, less the truth. */
  readonly error: number;
  readonly low: number;
  readonly high: number;
  readonly draw: number;
}

const differenceControl = (name: string, legend: string): Control => ({
  name,
  type: "choice",
  legend,
  options: DIFFERENCES.map((points) => ({
    code: String(points),
    label: points === 0 ? "alike" : `${Math.abs(points)} points ${points > 0 ? "less" : "more"}`,
  })),
  default: "10",
});

const drawControl = (name: string): Control => ({
  name,
  type: "redraw",
  legend: "Draw again",
  options: Array.from({ length: 99 }, (_, i) => ({ code: String(i + 1), label: String(i + 1) })),
  default: "1",
});

const REFUSED = differenceControl("refused", "Satisfied, those who refused");
const REFUSAL_DRAW = drawControl("survey");
const CONCERNED = differenceControl("concerned", "Satisfied, those concerned");
const CONCERNED_DRAW = drawControl("sample");

const LIMITATION: Control = {
  name: "limitation",
  type: "choice",
  legend: "What is wrong",
  options: LIMITATIONS.map(({ id, label }) => ({ code: id, label })),
  default: (LIMITATIONS[0] as Limitation).id,
};

const chosen = (control: Control, state: State) => state[control.name] ?? control.default;

/** The points of a limitation under a difference; the surveys are drawn anew from the seed. */
function points(
  rows: readonly LabRow[],
  limitation: Limitation,
  difference: number,
  draw: number,
): LabPoint[] {
  const random = seeded(draw);
  const own = rows.filter((row) => row.limitation === limitation.id && row.difference === difference);
  return own.flatMap((row): LabPoint[] => {
    if (row.kind !== "calculated") return [];
    const { knob, interviews, error: expected } = row;
    const mean = own.find((other) => other.knob === knob && other.kind === "simulated")?.error ?? expected;
    const drawn = drawSurvey(limitation.id, knob, difference, random);
    return [{ limitation, knob, difference, interviews, expected, mean, ...drawn, draw }];
  });
}

type LabFigure = Figure<LabRow, LabPoint>;

const shared = {
  source: "Worked out, and made up: no parent was asked",
  kinds: ["calculated", "simulated"],
  meanings: { calculated: "follows from what is chosen, from no printed number" },
  code: [
    "src/analysis/labs/expected-error.ts",
    "src/analysis/labs/draw-survey.ts",
    "src/analysis/labs/leave-out.ts",
  ],
  columns: () => [
    { label: "Part concerned, % or interviews", value: (row) => row.knob },
    { label: "Interviews", value: (row) => row.interviews },
    { label: "Too high on average, points", value: (row) => row.expected, decimals: 1 },
    { label: "Mean of made-up surveys", value: (row) => row.mean, decimals: 1 },
    { label: "This survey", value: (row) => row.error, decimals: 1 },
    { label: "Its interval from", value: (row) => row.low, decimals: 1 },
    { label: "to", value: (row) => row.high, decimals: 1 },
  ],
  alt: (rows) => {
    const [first] = rows;
    if (first === undefined) return "No such made-up survey.";
    const list = rows.map(
      (row) =>
        `at ${formatNumber(row.knob)}, ${signed(row.expected)} points expected, ${signed(row.error)} drawn (${signed(row.low)} to ${signed(row.high)})`,
    );
    return `Made-up data, draw ${first.draw}. ${first.limitation.label}, ${first.limitation.differs} by ${signed(first.difference)} points. ${first.limitation.knob.label}: ${list.join("; ")}.`;
  },
  readout: (rows) => {
    const [first] = rows;
    if (first === undefined) return "";
    const held = rows.filter(({ low, high }) => low <= 0 && high >= 0).length;
    return `${rows.length} made-up surveys: the interval holds the truth in ${held} of them.`;
  },
  draw: (rows, _state, options) => labChart(rows, options),
} satisfies Partial<LabFigure>;

/** How far a result is off when those who refused differ from those who answered. */
export const nonResponseFigure: LabFigure = {
  ...shared,
  id: "non-response-lab",
  title: () =>
    "If those who refused are {{lab.difference}} less satisfied and {{lab.rate}} answer, the result is {{lab.refusals.error}} too high, however many are asked",
  subtitle:
    "How much too high the result of a made-up survey is, points, by the part that answers. Rings are worked out; dots with their 95% intervals are made-up surveys",
  controls: [REFUSED, REFUSAL_DRAW],
  how: [
    "The result is on average as far from the truth as the part that does not answer, times the difference between those who answer and those who refuse. The number of interviews does not stand in this.",
    "The made-up surveys do not use that sum. Each person is drawn with what they think, refuses or not, and those who answer are counted, until there are {{lab.interviews}} interviews. Truly {{lab.truth}} are satisfied. The intervals are those of a simple random sample and know nothing of refusals.",
    "A difference below nothing turns the picture upside down.",
  ],
  show: (rows, state) =>
    points(rows, NON_RESPONSE, Number(chosen(REFUSED, state)), Number(chosen(REFUSAL_DRAW, state))),
};

/** What the other limitations that methodology papers name do to a result. */
export const limitationsFigure: LabFigure = {
  ...shared,
  id: "limitations-lab",
  title: () =>
    "A part left out that is {{lab.difference}} less satisfied takes the result up by that part of it; few interviews make a result uncertain, not wrong",
  subtitle:
    "How much too high the result of a made-up survey is, points, by how many are concerned. Rings are worked out; dots with their 95% intervals are made-up surveys",
  controls: [LIMITATION, CONCERNED, CONCERNED_DRAW],
  how: [
    "Left out for the last survey, or only online: the part left out times the difference. Agents: the part of interviews that they hold times the points that politeness adds. Not weighted: the group’s part of everyone, {{lab.group-share}} here, less its part of the interviews, times the difference. A small group: nothing on average.",
    "The made-up surveys are drawn person by person and do not use these sums. Each has {{lab.interviews}} interviews, but where their number is the knob. Truly {{lab.truth}} of everyone are satisfied. The intervals are those of a simple random sample and know nothing of what is wrong.",
  ],
  show: (rows, state) => {
    const limitation = LIMITATIONS.find(({ id }) => id === chosen(LIMITATION, state));
    if (limitation === undefined) return [];
    return points(rows, limitation, Number(chosen(CONCERNED, state)), Number(chosen(CONCERNED_DRAW, state)));
  },
};

const HEIGHT = 360;
const MOST = 34;
const TICKS = [-30, -20, -10, 0, 10, 20, 30];

const signed = (value: number) =>
  `${value > 0 ? "+" : ""}${formatNumber(value, Number.isInteger(value) ? 0 : 1)}`;

function labChart(rows: readonly LabPoint[], { width = 640, ...options }: ChartOptions): SVGSVGElement {
  const narrow = width < NARROW;
  const box = { x: 44, y: 30, width: width - 52, height: HEIGHT - 84 };
  const y = (value: number) =>
    box.y + (box.height * (MOST - Math.max(-MOST, Math.min(MOST, value)))) / (2 * MOST);
  const step = box.width / Math.max(1, rows.length);
  const placed = rows.map((row, i) => ({ ...row, x: box.x + step * (i + 0.5) }));
  const apart = narrow ? 8 : 14;
  const knob = rows[0]?.limitation.knob.label ?? "";
  const label = { fill: colour("mute"), fontSize: 13 } as const;
  return plot(
    {
      ...byHand(width, HEIGHT),
      marks: [
        (_index, _scales, _values, _dimensions, { document }) =>
          madeUpGround(document, box, narrow ? 30 : 52),
        Plot.ruleY(TICKS, { y, x1: box.x, x2: box.x + box.width, stroke: colour("rule") }),
        Plot.ruleY([0], { y, x1: box.x, x2: box.x + box.width, stroke: colour("ink"), strokeWidth: 1.5 }),
        Plot.text(TICKS, { ...label, x: box.x - 7, y, text: signed, textAnchor: "end" }),
        Plot.text([0], {
          ...label,
          x: box.x,
          y: 14,
          text: () => "Points too high; at nothing stands the truth",
          textAnchor: "start",
        }),
        Plot.link(placed, {
          x1: (d) => d.x + apart,
          x2: (d) => d.x + apart,
          y1: (d) => y(d.low),
          y2: (d) => y(d.high),
          stroke: colour("past"),
          strokeWidth: 2.5,
        }),
        Plot.dot(placed, { x: (d) => d.x + apart, y: (d) => y(d.error), r: 3.5, fill: colour("past") }),
        Plot.dot(placed, {
          x: (d) => d.x - apart,
          y: (d) => y(d.expected),
          r: 4.5,
          fill: colour("ground"),
          stroke: colour("everyone"),
          strokeWidth: 2,
        }),
        Plot.text(placed, {
          x: (d) => d.x - apart,
          y: (d) => y(d.expected),
          dy: -14,
          text: (d) => signed(d.expected),
          fill: colour("ink"),
          stroke: colour("ground"),
          strokeWidth: 4,
          fontWeight: 600,
          fontSize: 13,
        }),
        Plot.text(placed, { ...label, x: "x", y: HEIGHT - 36, text: (d) => formatNumber(d.knob) }),
        Plot.text([knob], { ...label, x: box.x + box.width / 2, y: HEIGHT - 14, text: (d) => d }),
      ],
    },
    options,
  );
}
