import * as Plot from "@observablehq/plot";
import { defineFigure } from "../../../figures/figure.js";
import { colour } from "../../../figures/palette.js";
import { type ChartOptions, NARROW, plot } from "../../../figures/plot.js";
import { percentAxisBeside } from "../../../figures/rows.js";
import { chosenCode, chosenOption, defineControl, optionOf } from "../../../model/control.js";
import { formatNumber } from "../../../model/format.js";
import { shownInOrder } from "../../../model/table.js";
import type { Options } from "../../../model/variants.js";
import { AROUND, BEFORE_WITHIN, FALLING, HISTORY, SCENARIO } from "../options.js";
import { HISTORIES, type HistoryRow } from "../schema.js";
import { chosenRows, readingInWords } from "./controls.js";
import { passage, QUARTERS } from "./words.js";

const MANY = defineControl({
  name: "many",
  type: "tick",
  legend: "Many at random",
  options: [
    { code: "no", label: "one" },
    { code: "yes", label: "many" },
  ],
  default: "no",
  isView: true,
});

function isMany(state: Options): boolean {
  return chosenCode(MANY, state) === "yes";
}

/** A quarter of the named history, with the random histories if shown. */
interface ShownRow extends HistoryRow {
  readonly random: readonly number[];
}

const isNamed = (row: HistoryRow) => row.draw === null;

/** Three histories that agree with every sentence, one at a time. */
export const historiesFigure = defineFigure<HistoryRow, ShownRow>(HISTORIES, {
  title: (rows) =>
    new Set(rows.filter(isNamed).map((row) => row.history)).size === HISTORY.options.length
      ? passage(QUARTERS, {
          unknown: "A steep fall, hardly any, and lower satisfaction before all fit",
          partly: "Histories that fit the quarters held",
          known: "The quarters as they are held",
        })
      : "Histories that agree with the numbers held",
  subtitle: `Percentage satisfied by quarter in one history that fits, of many; none is likelier than another. Every history here, those at random too, keeps the quarters before the fee within {{fee.before-within}} of each other. Thin lines: Receiving Parents above, Paying Parents below, as many clients each`,
  kinds: ["bounded"],
  columns: () => shownInOrder(HISTORIES, ["label", "value", "receiving", "paying", "weight"]),
  controls: [HISTORY, SCENARIO, FALLING, AROUND, MANY],
  how: [
    "Each history is a complete set of numbers from the solver, checked against every sentence listed below. Each fall, each decrease and each lead of Receiving Parents is at least a tenth of a point, so that you can see it. That makes the steepest fall a little smaller than the end of its range in the chart of assumptions.",
    "Steepest has the largest fall from May 2014 to February 2015. Flattest hardly moves. The third has the lowest mean before the fee against the mean since February 2015. All keep what the report doesn’t say: quarters before the fee are alike, and quarters count as you choose, all the same or growing evenly until the last counts so many times as much as the first. Without these assumptions histories could be stranger.",
    "The sentences on parents are read as the last quarter below the first, with as many Receiving as Paying Parents in every quarter. Of the many series of both parents that fit we draw those furthest apart, up to a lead that shrinks evenly: their distance is our choice.",
    "“Many at random” draws histories of all clients uniformly from all that keep the same (hit-and-run, several chains that were checked to have mixed), and shows a few as thin lines. For all clients the sentences on parents come to this: the last quarter is below the first. A place where many lines pass is no likelier: how many pass depends on how histories are counted. We take no number from them.",
  ],
  code: [
    "src/findings/fee-impact/histories.ts",
    "src/findings/fee-impact/random-histories.ts",
    "src/bounds/hit-and-run.ts",
  ],
  show: (rows, state) => {
    const history = chosenCode(HISTORY, state);
    const scenario = chosenCode(SCENARIO, state);
    const here = chosenRows(rows, state).filter((row) => row.scenario === scenario);
    const random = isMany(state) ? here.filter((row) => !isNamed(row)) : [];
    return here
      .filter((row) => row.history === history)
      .map((row) => ({
        ...row,
        random: random.filter(({ quarter }) => quarter === row.quarter).map(({ value }) => value),
      }));
  },
  readout: (rows, state) =>
    rows.length === 0
      ? NONE
      : !isMany(state)
        ? `One history that would fit, of many: ${nameOf(rows)}, if the quarters weigh ${weightsText(state)}.`
        : rows.some(({ random }) => random.length > 0)
          ? "Thin lines are histories drawn at random from all that fit. Thicker does not mean likelier, and we take no number from them."
          : "No histories can be drawn at random: the numbers filled in leave none that fit, or no room between them.",
  alt: (rows, state) => {
    if (rows.length === 0) return `No line. ${readingInWords(state)} ${NONE}`;
    const list = rows.map((row) => `${row.label} ${formatNumber(row.value, 1)}%`);
    const behind = rows.some(({ random }) => random.length > 0)
      ? " Thin lines behind it are histories drawn at random; thicker does not mean likelier, and none of their numbers is given."
      : "";
    const parents = rows.some(({ receiving }) => receiving !== null)
      ? " Receiving Parents lie above the line and Paying Parents below it in every quarter; both are lower in the last quarter than in the first, Receiving Parents by more."
      : "";
    return `A line of one history that would fit, of many: ${nameOf(rows)}, if the quarters weigh ${weightsText(state)} and those before the fee lie within ${BEFORE_WITHIN} points. ${readingInWords(state)} ${list.join(", ")}.${parents}${behind}`;
  },
  draw: (rows, _state, options) => historyChart(rows, options),
});

/** Text if numbers filled in fit no history under the options. */
const NONE = "No history fits the numbers filled in under these settings.";

function nameOf(rows: readonly ShownRow[]): string {
  const [row] = rows;
  return row === undefined ? "" : optionOf(HISTORY, row.history).label.toLowerCase();
}

function weightsText(state: Options): string {
  return chosenOption(SCENARIO, state).label;
}

/** The series of a kind of parent, with its name at the end. */
function parentLine(
  rows: readonly ShownRow[],
  parent: "receiving" | "paying",
  { narrow, stroke }: { narrow: boolean; stroke: string },
): Plot.Markish[] {
  const held = rows.filter((row) => row[parent] !== null);
  return [
    Plot.line(held, { x: "quarter", y: parent, stroke, strokeWidth: 1.25 }),
    Plot.text(held.slice(-1), {
      x: "quarter",
      y: parent,
      text: () => (parent === "receiving" ? "Receiving" : "Paying"),
      textAnchor: "end",
      dx: narrow ? 8 : 12,
      dy: parent === "receiving" ? -38 : 16,
      fill: stroke,
      stroke: colour("ground"),
      strokeWidth: 4,
      fontSize: narrow ? 11.5 : 12.5,
      fontWeight: 600,
    }),
  ];
}

function historyChart(rows: readonly ShownRow[], { width = 640, ...options }: ChartOptions): SVGSVGElement {
  const narrow = width < NARROW;
  const random = rows.flatMap(({ quarter, random }) =>
    random.map((value, draw) => ({ quarter, value, draw })),
  );
  const month = ({ label }: ShownRow) => label.slice(0, narrow ? 1 : 3);
  const year = ({ label }: ShownRow) => (narrow ? `’${label.slice(-2)}` : label.slice(-4));
  const firsts = rows.filter((row, i) => i === 0 || year(row) !== year(rows[i - 1] as ShownRow));
  const axis = { fill: colour("mute"), fontSize: 12.5 } as const;
  return plot(
    {
      width,
      height: 350,
      marginTop: 36,
      marginBottom: 44,
      marginLeft: 46,
      marginRight: 16,
      x: { domain: [-0.4, Math.max(1, rows.length) - 0.6], axis: null },
      y: { domain: [0, 100], axis: null },
      marks: [
        ...percentAxisBeside(),
        Plot.line(random, {
          x: "quarter",
          y: "value",
          z: "draw",
          stroke: colour("mute"),
          strokeWidth: 0.75,
          strokeOpacity: 0.55,
        }),
        ...(["receiving", "paying"] as const).flatMap((parent) =>
          parentLine(rows, parent, { narrow, stroke: colour(parent) }),
        ),
        Plot.line(rows, {
          x: "quarter",
          y: "value",
          stroke: colour("everyone"),
          strokeWidth: 2,
          strokeDasharray: "2 5",
          strokeLinecap: "round",
        }),
        Plot.rect(rows, {
          x1: (d) => d.quarter - 0.3,
          x2: (d) => d.quarter + 0.3,
          y1: (d) => d.value - 0.7,
          y2: (d) => d.value + 0.7,
          fill: colour("everyone"),
          rx: 2,
        }),
        Plot.text(rows, {
          x: "quarter",
          y: "value",
          text: (d) => formatNumber(d.value, narrow ? 0 : 1),
          dy: rows.some(({ receiving }) => receiving !== null) ? -31 : -15,
          fill: colour("ink"),
          stroke: colour("ground"),
          strokeWidth: 4,
          fontSize: narrow ? 11.5 : 12.5,
        }),
        Plot.text(rows, { ...axis, x: "quarter", text: month, frameAnchor: "bottom", dy: 16 }),
        Plot.text(firsts, {
          ...axis,
          x: "quarter",
          text: year,
          frameAnchor: "bottom",
          dy: 33,
          fontWeight: 600,
        }),
      ],
    },
    options,
  );
}
