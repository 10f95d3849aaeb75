import { defineFigure, type Figure } from "../../../figures/figure.js";
import { chosenOption } from "../../../model/control.js";
import type { Options } from "../../../model/variants.js";
import { NON_RESPONSE } from "../labs/limitations.js";
import {
  CONCERNED,
  CONCERNED_DRAW,
  EXCLUDED,
  LIMITATION,
  OUTSIDE,
  OUTSIDE_DRAW,
  REFUSAL_DRAW,
  REFUSED,
} from "../options.js";
import { ANSWERS_LAB, type LabRow, LEFT_OUT_LAB, NON_RESPONSE_LAB } from "../schema.js";
import { labChart, signed } from "./lab-chart.js";
import { type LabPoint, labPoints } from "./lab-points.js";

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
} satisfies Partial<Figure<LabRow, LabPoint>>;

/** The error if those who refused differ from those who answered. */
export const nonResponseFigure = defineFigure<LabRow, LabPoint>(NON_RESPONSE_LAB, {
  ...shared,
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
    labPoints(
      rows,
      NON_RESPONSE,
      chosenOption(REFUSED, state).points,
      chosenOption(REFUSAL_DRAW, state).seed,
    ),
});

/** The points for the chosen limitation, difference and draw. */
const shownOf =
  (limitation: typeof EXCLUDED, difference: typeof OUTSIDE, draw: typeof OUTSIDE_DRAW) =>
  (rows: readonly LabRow[], state: Options): readonly LabPoint[] =>
    labPoints(
      rows,
      chosenOption(limitation, state).limitation,
      chosenOption(difference, state).points,
      chosenOption(draw, state).seed,
    );

/** The error if people are left out: several groups, those asked recently, those only online. */
export const leftOutFigure = defineFigure<LabRow, LabPoint>(LEFT_OUT_LAB, {
  ...shared,
  title: () =>
    "A part left out that is {{lab.difference}} less satisfied takes the result up by that part of it, and the parts of small groups add up",
  subtitle:
    "How much too high the result of a made-up survey is, points, by who is left out. Rings are worked out; dots with their 95% intervals are made-up surveys",
  controls: [EXCLUDED, OUTSIDE, OUTSIDE_DRAW],
  how: [
    "On average the result is too high by the part left out, times the difference. Of several groups the parts add up: each is taken to be {{lab.excluded-each}} of everyone, since no paper prints a size, and as different as the others. Groups that differ in opposite ways would cancel.",
    "The made-up surveys are drawn person by person and do not use these sums: each person is in one of the groups or in none, thinks what its level makes likely, and is asked or not, until there are {{lab.interviews}} interviews. Truly {{lab.truth}} of everyone are satisfied. The intervals are those of a simple random sample and know nothing of who is left out.",
  ],
  show: shownOf(EXCLUDED, OUTSIDE, OUTSIDE_DRAW),
});

/** The error from answers: politeness, interviewers, mix-ups, few interviews, no weights. */
export const answersFigure = defineFigure<LabRow, LabPoint>(ANSWERS_LAB, {
  ...shared,
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
  show: shownOf(LIMITATION, CONCERNED, CONCERNED_DRAW),
});
