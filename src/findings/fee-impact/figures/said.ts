import * as Plot from "@observablehq/plot";
import { defineFigure } from "../../../figures/figure.js";
import { ownMarks } from "../../../figures/own-marks.js";
import { colour } from "../../../figures/palette.js";
import { type ChartOptions, NARROW, plot } from "../../../figures/plot.js";
import { percentAxisBeside } from "../../../figures/rows.js";
import { countWord, formatNumber, formatRange } from "../../../model/format.js";
import { AROUND, FALLING } from "../options.js";
import { SAID, type SaidRow } from "../schema.js";
import { chosenRows, readingInWords } from "./controls.js";
import { quartersTable } from "./own-tables.js";
import { passage, QUARTERS } from "./words.js";

/** The report's words as shapes on an empty chart. */
export const saidFigure = defineFigure(SAID, {
  title: () =>
    passage(QUARTERS, {
      unknown: "A single number for all quarters together, and words for most",
      partly: "What the report says of satisfaction by quarter",
      known: "Satisfaction by quarter",
    }),
  subtitle: `Percentage of clients in contact who were satisfied with the Child Maintenance Service, by quarter.${passage(
    QUARTERS,
    {
      unknown: " Shapes stand for words: an arrow has no length, a question mark no number.",
      partly:
        " Diamonds are numbers filled in. Other shapes stand for words: an arrow has no length, a question mark no number.",
      known: " Diamonds are numbers filled in.",
    },
  )} Filled dots are dates that the report gives, open ones those of other sources`,
  source: "CMS 2016, Service Satisfaction; outside dates from legal notices of July 2014",
  kinds: ["published", "bounded"],
  controls: [FALLING, AROUND],
  how: [
    `The report prints {{cms-2016.satisfied}} for all quarters together. It says that satisfaction fell in the {{cms-2016.quarters-of-decrease|words}} quarters after June 2014, and that it fluctuated around a level from February 2015.${passage(
      QUARTERS,
      {
        unknown:
          " The numbers for single quarters are in a chart image and in Table 1, and we have seen neither.",
        partly: " The other numbers for single quarters are in a chart image and in Table 1.",
      },
    )}`,
    "The {{cms-2016.quarters-of-decrease|words}} quarters after June 2014 can be those that end in August, November and February. If the quarter in which the fee began does not count, they are those that end in November, February and May. How wide “around” is, you can choose; we start with {{fee.around}}.",
    "The report dates fee, collection charges and closure letters to June 2014. Legal notices of July 2014, known to us at second hand (grade B), give 30 June for the fee and 11 August for the charges.",
  ],
  code: ["src/findings/fee-impact/said.ts", "src/findings/fee-impact/problem.ts"],
  show: chosenRows,
  columns: () => [
    { label: "What", value: (row) => row.label },
    { label: "What is said", value: (row) => row.said },
    { label: "Printed, %", value: (row) => row.value },
    { label: "The words leave from, %", value: (row) => (row.value === null ? row.low : null), as: "low" },
    { label: "to, %", value: (row) => (row.value === null ? row.high : null), as: "high" },
  ],
  alt: (rows, state) => {
    const list = rows.map((row) => {
      const range =
        row.value !== null
          ? `${formatNumber(row.value)}% (${row.said})`
          : row.low === null || row.high === null
            ? row.said
            : `${formatRange(row.low, row.high)}% (${row.said})`;
      return `${row.label}: ${range}`;
    });
    return `A time line of quarters with words as shapes. ${readingInWords(state)} ${list.join("; ")}.`;
  },
  draw: (rows, _state, options) => saidChart(rows, options),
  own: quartersTable,
});

const TOP = 40;
const BOTTOM = 136;
const HEIGHT = 480;
/** Heights of the lanes of events below the frame, in pixels. */
const LANES = [52, 75, 98, 121];

function saidChart(rows: readonly SaidRow[], { width = 640, ...options }: ChartOptions): SVGSVGElement {
  const narrow = width < NARROW;
  const quarters = rows.filter(({ mark }) => mark === "quarter");
  const own = ownNumbers(quarters, narrow, options.own ?? new Map());
  const isOpen = (row: SaidRow) => !own.some(({ x }) => x === middle(row));
  const fell = quarters.filter((row) => row.fell);
  // The size of the fall is known once the first falling quarter, the one before it and the last are.
  const fallFrom = quarters.indexOf(fell[0] as SaidRow) - 1;
  const isFallOpen = [quarters[fallFrom], ...fell].some((row) => row !== undefined && isOpen(row));
  const silent = quarters.filter((row) => !row.steady && !row.fell);
  const steady = quarters.filter((row) => row.steady);
  const events = rows.filter(({ mark }) => mark === "event");
  return plot(
    {
      width,
      height: HEIGHT,
      marginTop: TOP,
      marginBottom: BOTTOM,
      marginLeft: 46,
      marginRight: 12,
      x: { domain: [0, Math.max(...quarters.map(({ end }) => end))], axis: null },
      y: { domain: [0, 100], axis: null },
      marks: [
        ...percentAxisBeside(),
        ...silentBox(silent),
        ...areas(fell, steady),
        ...silentWords(silent, isOpen, narrow),
        ...fallMarks(fell, isOpen),
        ...phrases(fell, steady, isFallOpen, narrow),
        // When the charges began, according to the report.
        Plot.ruleX(
          events.filter(({ grade }, k) => grade === "P" && k > 0),
          { x: "start", stroke: colour("ink"), strokeDasharray: "2 4" },
        ),
        Plot.line(own, { x: "x", y: "y", stroke: colour("ink"), strokeWidth: 1.75 }),
        ...ownMarks(own, { dy: 17, fontSize: narrow ? 11.5 : 12.5 }),
        ...rows.filter(({ mark }) => mark === "pooled").map((row) => bracket(row, narrow)),
        ...monthsAndYears(quarters, narrow),
        ...events.flatMap((row, i) => eventMarks({ ...row, ...lane(row, i, narrow) }, narrow)),
      ],
    },
    options,
  );
}

const middle = ({ start, end }: Pick<SaidRow, "start" | "end">) => (start + end) / 2;

/** The numbers of the reader's table, or those filled in. */
function ownNumbers(quarters: readonly SaidRow[], narrow: boolean, cells: NonNullable<ChartOptions["own"]>) {
  return quarters.flatMap((row) => {
    const mark = quartersTable.mark(row, cells);
    const value = mark?.value ?? row.value;
    const shown = mark?.shown ?? (value === null ? "" : `${formatNumber(value)}%`);
    return value === null ? [] : [{ x: middle(row), y: value, text: narrow ? formatNumber(value) : shown }];
  });
}

/** One empty box for the quarters without any statement. */
function silentBox(silent: readonly SaidRow[]): Plot.Markish[] {
  return [
    Plot.rect(silent, { x1: "start", x2: "end", y1: () => 0, y2: () => 100, fill: colour("ground") }),
    Plot.rect(silent.slice(0, 1), {
      x1: () => (silent[0]?.start ?? 0) + 0.2,
      x2: () => (silent.at(-1)?.end ?? 0) - 0.2,
      y1: () => 0,
      y2: () => 100,
      stroke: colour("mute"),
      strokeDasharray: "3 4",
      rx: 3,
    }),
  ];
}

/** Shading of the quarters that fell, and the range of those around a level. */
function areas(fell: readonly SaidRow[], steady: readonly SaidRow[]): Plot.Markish[] {
  return [
    Plot.rect(fell, {
      x1: (d) => d.start + 0.15,
      x2: (d) => d.end - 0.15,
      y1: () => 0,
      y2: () => 100,
      fill: colour("everyone"),
      fillOpacity: 0.05,
      rx: 3,
    }),
    Plot.rect(steady, {
      x1: "start",
      x2: "end",
      y1: "low",
      y2: "high",
      fill: colour("everyone"),
      fillOpacity: 0.28,
    }),
  ];
}

/** Question marks in the empty box, and the note that the text gives nothing. */
function silentWords(
  silent: readonly SaidRow[],
  isOpen: (row: SaidRow) => boolean,
  narrow: boolean,
): Plot.Markish[] {
  return [
    Plot.text(silent.filter(isOpen), {
      x: middle,
      y: () => 50,
      text: () => "?",
      fill: colour("mute"),
      fontSize: 20,
    }),
    Plot.text(silent.some(isOpen) ? silent.slice(0, 1) : [], {
      x: () => middle({ start: silent[0]?.start ?? 0, end: silent.at(-1)?.end ?? 0 }),
      y: () => 12,
      text: () => (narrow ? "not in\nthe text" : "not in the text"),
      fill: colour("mute"),
      fontSize: narrow ? 12 : 13.5,
    }),
  ];
}

/** Arrows of the quarters that fell, with question marks where the number is unknown. */
function fallMarks(fell: readonly SaidRow[], isOpen: (row: SaidRow) => boolean): Plot.Markish[] {
  return [
    Plot.arrow(fell, {
      x1: middle,
      x2: middle,
      y1: () => 92,
      y2: () => 74,
      stroke: colour("ink"),
      strokeWidth: 2.25,
      headLength: 9,
      headAngle: 55,
    }),
    Plot.text(fell.filter(isOpen), {
      x: middle,
      y: () => 70,
      text: () => "?",
      fill: colour("mute"),
      fontSize: 13,
    }),
  ];
}

/** The report's words about the fall and about the level after it. */
function phrases(
  fell: readonly SaidRow[],
  steady: readonly SaidRow[],
  isFallOpen: boolean,
  narrow: boolean,
): Plot.Markish[] {
  const name = { fill: colour("ink"), fontWeight: 600, fontSize: narrow ? 12 : 13.5 } as const;
  return [
    Plot.text(fell.slice(-1), {
      ...name,
      x: "end",
      y: () => 86,
      dx: narrow ? 4 : 8,
      lineHeight: 1.25,
      text: () =>
        narrow
          ? `fell ${countWord(fell.length)}\ntimes${isFallOpen ? "; how far\nis not said" : ""}`
          : `fell ${countWord(fell.length)} quarters running${isFallOpen ? ";\nhow far is not said" : ""}`,
      textAnchor: "start",
    }),
    Plot.text(steady.slice(-1), {
      ...name,
      x: "end",
      y: () => Math.max(...steady.map(({ high }) => high ?? 0)),
      dx: -4,
      dy: -11,
      text: (d) => `“${d.said.split("; ").at(-1)}”`,
      textAnchor: "end",
    }),
  ];
}

/** The last months of quarters, and each year once, below the frame. */
function monthsAndYears(quarters: readonly SaidRow[], narrow: boolean): Plot.Markish[] {
  const axis = { fill: colour("mute"), fontSize: 12.5, x: middle, frameAnchor: "bottom" } as const;
  const monthOf = ({ label }: SaidRow) => /([A-Z][a-z]+) \d{4}$/.exec(label)?.[1] ?? "";
  const yearOf = ({ label }: SaidRow) => (narrow ? `’${label.slice(-2)}` : label.slice(-4));
  const firsts = quarters.filter((row, i) => i === 0 || yearOf(row) !== yearOf(quarters[i - 1] as SaidRow));
  return [
    Plot.text(quarters, { ...axis, text: (d) => monthOf(d).slice(0, narrow ? 1 : 3), dy: 15 }),
    Plot.text(firsts, { ...axis, text: yearOf, dy: 31, fontWeight: 600 }),
  ];
}

/** The dot of an event, filled if the report itself dates it, and its name. */
function eventMarks(event: SaidRow & ReturnType<typeof lane>, narrow: boolean): Plot.Markish[] {
  const place = { x: "start", frameAnchor: "bottom", dy: event.dy } as const;
  return [
    Plot.dot([event], {
      ...place,
      r: 4.5,
      fill: event.grade === "P" ? colour("ink") : colour("ground"),
      stroke: colour("ink"),
      strokeWidth: 1.5,
    }),
    Plot.text([event], {
      ...place,
      dx: event.dx,
      text: "text",
      lineAnchor: "middle",
      textAnchor: "start",
      fill: colour("ink"),
      fontSize: narrow ? 12 : 13,
    }),
  ];
}

/** An event's place below the frame, and its short name. */
function lane({ label, grade }: SaidRow, index: number, narrow: boolean) {
  const [date = "", what = ""] = label.split(": ");
  const short = what
    .replace("CMS opens to all new applications", "opens to all")
    .replace(/Application fee begins/, "fee")
    .replace(/Collection charges begin/, "charges")
    .replace(/CSA closure letters begin/, "letters")
    .replaceAll("; ", ", ");
  const who = narrow ? "" : grade === "P" ? " (the report)" : " (other sources)";
  return { text: `${date}: ${short}${who}`, dy: LANES[index] ?? LANES[0] ?? 0, dx: 9 };
}

/**
 * A bracket over the whole width with the pooled figure in its middle. Plain SVG, because its feet have a length in
 * pixels.
 */
function bracket({ start, end, value }: SaidRow, narrow: boolean): Plot.Markish {
  return (_index, scales, _values, { marginTop }, { document }) => {
    const { x } = scales as unknown as Record<"x", (value: number) => number>;
    const make = (tag: string, attributes: Readonly<Record<string, string | number>>) => {
      const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
      return element;
    };
    const y = marginTop - 20;
    const middle = (x(start) + x(end)) / 2;
    const half = narrow ? 96 : 112;
    const group = make("g", {});
    const text = make("text", {
      ...{ x: middle, y, dy: "0.35em", "text-anchor": "middle", fill: colour("ink") },
      ...{ "font-weight": 600, "font-size": narrow ? 13 : 15 },
    });
    text.textContent = `${value === null ? "" : formatNumber(value)}% in all quarters together`;
    group.append(
      make("path", {
        d: `M${x(start) + 1},${y + 11}V${y}H${middle - half}M${middle + half},${y}H${x(end) - 1}V${y + 11}`,
        ...{ fill: "none", stroke: colour("ink"), "stroke-width": 1.75 },
      }),
      make("rect", {
        ...{ x: middle - half + 4, y: y - 11, width: 2 * half - 8, height: 22, fill: colour("ground") },
      }),
      text,
    );
    return group as SVGElement;
  };
}
