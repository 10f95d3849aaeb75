import type { Figure } from "../../../figures/figure.js";
import type { Control } from "../../../model/control.js";
import type { Options } from "../../../model/variants.js";
import { ANSWERS, DIFFERENCES, LEFT_OUT, type Limitation, NON_RESPONSE } from "../labs/limitations.js";
import type { LabRow } from "../labs/rows.js";
import { labChart, signed } from "./lab-chart.js";
import { type LabPoint, labPoints } from "./lab-points.js";

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

const limitationControl = (name: string, legend: string, of: readonly Limitation[]): Control => ({
  name,
  type: "choice",
  legend,
  isView: true,
  options: of.map(({ id, label }) => ({ code: id, label })),
  default: (of[0] as Limitation).id,
});

const REFUSED = differenceControl("refused", "Satisfied, those who refused");
const REFUSAL_DRAW = drawControl("survey");
const EXCLUDED = limitationControl("excluded", "Left out", LEFT_OUT);
const OUTSIDE = differenceControl("outside", "Satisfied, those left out");
const OUTSIDE_DRAW = drawControl("frame");
const LIMITATION = limitationControl("limitation", "What is wrong", ANSWERS);
const CONCERNED = differenceControl("concerned", "Satisfied, those concerned");
const CONCERNED_DRAW = drawControl("sample");

const chosen = (control: Control, state: Options) => state[control.name] ?? control.default;

type LabFigure = Figure<LabRow, LabPoint>;

const shared = {
  source: "Worked out, and made up: no parent was asked",
  kinds: ["calculated", "simulated"],
  meanings: { calculated: "follows from what is chosen, from no printed number" },
  code: [
    "src/methods/simulated-interviews/labs/expected-error.ts",
    "src/methods/simulated-interviews/labs/draw-survey.ts",
    "src/analysis/leave-out.ts",
  ],
  columns: () => [
    { label: "Concerned: %, interviews or groups", value: (row) => row.shown },
    { label: "Interviews", value: (row) => row.interviews },
    { label: "Too high on average, points", value: (row) => row.expected, decimals: 1 },
    { label: "Mean of made-up surveys", value: (row) => row.mean, decimals: 1 },
    { label: "Their intervals that hold the truth, %", value: (row) => row.covered, decimals: 0 },
    { label: "This survey", value: (row) => row.error, decimals: 1 },
    { label: "Its interval from", value: (row) => row.low, decimals: 1 },
    { label: "to", value: (row) => row.high, decimals: 1 },
  ],
  alt: (rows) => {
    const [first] = rows;
    if (first === undefined) return "No such made-up survey.";
    const list = rows.map(
      (row) =>
        `${row.limitation.knob.adds === undefined ? "at " : ""}${row.shown}, ${signed(row.expected)} points expected, ${signed(row.error)} drawn (${signed(row.low)} to ${signed(row.high)})`,
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
    labPoints(rows, NON_RESPONSE, Number(chosen(REFUSED, state)), Number(chosen(REFUSAL_DRAW, state))),
};

const shownOf =
  (of: readonly Limitation[], which: Control, difference: Control, draw: Control) =>
  (rows: readonly LabRow[], state: Options): readonly LabPoint[] => {
    const limitation = of.find(({ id }) => id === chosen(which, state));
    if (limitation === undefined) return [];
    return labPoints(rows, limitation, Number(chosen(difference, state)), Number(chosen(draw, state)));
  };

/** What leaving people out does to a result: several named groups at once, those asked lately, those only online. */
export const leftOutFigure: LabFigure = {
  ...shared,
  id: "left-out-lab",
  title: () =>
    "A part left out that is {{lab.difference}} less satisfied takes the result up by that part of it, and the parts of small groups add up",
  subtitle:
    "How much too high the result of a made-up survey is, points, by who is left out. Rings are worked out; dots with their 95% intervals are made-up surveys",
  controls: [EXCLUDED, OUTSIDE, OUTSIDE_DRAW],
  how: [
    "On average the result is too high by the part left out, times the difference. Of several groups the parts add up: each is taken to be {{lab.excluded-each}} of everyone, since no paper prints a size, and as different as the others. Groups that differ in opposite ways would cancel.",
    "The made-up surveys are drawn person by person and do not use these sums: each person is in one of the groups or in none, thinks what its level makes likely, and is asked or not, until there are {{lab.interviews}} interviews. Truly {{lab.truth}} of everyone are satisfied. The intervals are those of a simple random sample and know nothing of who is left out.",
  ],
  show: shownOf(LEFT_OUT, EXCLUDED, OUTSIDE, OUTSIDE_DRAW),
};

/** What goes wrong with those who are interviewed: politeness, manner, mix-ups, few interviews, no weights. */
export const answersFigure: LabFigure = {
  ...shared,
  id: "answers-lab",
  title: () =>
    "Politeness, mix-ups and missing weights move a result; few interviews, and interviewers who differ, make it uncertain, not wrong",
  subtitle:
    "How much too high the result of a made-up survey is, points, by how many are concerned. Rings are worked out; dots with their 95% intervals are made-up surveys",
  controls: [LIMITATION, CONCERNED, CONCERNED_DRAW],
  how: [
    "Agents: the part of interviews that they hold, times the points that politeness adds. Another service: the part that answers about it, times how many points fewer are satisfied with it, downwards. Not weighted: the group’s part of everyone, {{lab.group-share}} here, less its part of the interviews, times the difference. Few interviews of a group, and interviewers who differ: nothing on average.",
    "Interviewers: some move answers up by the difference, as many down. What an interviewer does is in all of their interviews, so that results spread more than the interval says.",
    "The made-up surveys are drawn person by person and do not use these sums. Each has {{lab.interviews}} interviews, but where their number is the knob. Truly {{lab.truth}} of everyone are satisfied. The intervals are those of a simple random sample and know nothing of what is wrong.",
  ],
  show: shownOf(ANSWERS, LIMITATION, CONCERNED, CONCERNED_DRAW),
};
