import * as Plot from "@observablehq/plot";
import type { StatementRow } from "../analysis/by-statement/columns.js";
import { formatRanges } from "../model/format.js";
import type { ShownColumn } from "../model/table.js";
import { colour } from "./palette.js";
import { type ChartOptions, NARROW, plot } from "./plot.js";
import { rangeBand } from "./range-band.js";
import { valueAxis } from "./rows.js";
import { wrapped } from "./wrapped.js";

/** One row of the chart: the ranges with all statements, or without one. */
export interface StatementRanges {
  readonly part: StatementRow["part"];
  readonly statement: string;
  readonly locator: string | null;
  readonly ranges: readonly (readonly [number, number])[];
  readonly moves: number;
}

/** Groups the rows of a table by statement. */
export function rangesOf(rows: readonly StatementRow[]): StatementRanges[] {
  const found = new Map<string, StatementRanges & { ranges: (readonly [number, number])[] }>();
  for (const { part, statement, locator, low, high, moves } of rows) {
    const key = JSON.stringify([part, statement, locator]);
    const row = found.get(key) ?? { part, statement, locator, ranges: [], moves };
    if (low !== null && high !== null) row.ranges.push([low, high]);
    found.set(key, row);
  }
  return [...found.values()];
}

/** The place of a statement, without the name of the page's own publication; an assumption has none. */
export function placeText({ part, locator }: Pick<StatementRanges, "part" | "locator">): string {
  if (part === "all") return "";
  return locator === null ? "an assumption, not in the report" : locator.replace(/^[^:]+: /, "");
}

/** The rows drawn: all statements together, and each statement whose removal widens the range; or the conflict. */
export function drawn(rows: readonly StatementRanges[]): StatementRanges[] {
  return rows.filter(({ part, moves }) => part !== "without" || moves > 0);
}

/** The answer in a few sentences: all statements, and in one line those that make no difference. */
export function statementReadout(rows: readonly StatementRanges[], unit: string): string {
  const [all] = rows;
  if (all === undefined || all.part === "conflict")
    return "No figures fit. The statements of the chart cannot all be true together; without any one of them the others could be.";
  const idle = rows.filter(({ part, moves }) => part === "without" && moves === 0);
  const list = idle.map(({ statement }) => statement).join("; ");
  return `Given all statements: ${formatRanges(all.ranges)}${unit}. ${
    idle.length === 0
      ? "Leaving out any one of them moves it."
      : `Leaving out one of these alone moves nothing: ${list}.`
  }`;
}

/** The table of a figure of statements. */
export const STATEMENT_COLUMNS: readonly ShownColumn<StatementRanges>[] = [
  { label: "Left out", value: ({ part, statement }) => (part === "all" ? "Nothing" : capital(statement)) },
  { label: "Where it stands", value: (row) => placeText(row) || null },
  {
    label: "What could be then",
    value: (row) => (row.part === "conflict" ? "no figure fits with it" : formatRanges(row.ranges)),
  },
  { label: "More by, points", value: ({ moves }) => moves, decimals: 1 },
];

/** The text alternative. */
export function statementAlt(rows: readonly StatementRanges[], unit: string): string {
  const shown = drawn(rows);
  if (shown[0]?.part === "conflict")
    return `No figures fit. These cannot all be true: ${shown.map(({ statement }) => statement).join("; ")}.`;
  const list = shown.map(
    (row) =>
      `${row.part === "all" ? "given all statements" : `without “${row.statement}”`}: ${formatRanges(row.ranges)}`,
  );
  return `Bands of what could be${unit === "%" ? ", in percent" : ", in points"}, with all statements and without each. ${list.join("; ")}.`;
}

export interface StatementRowsOptions extends ChartOptions {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly tickLabel: (tick: number) => string;
  readonly unit: string;
  readonly colour: string;
}

const ROW = 102;
const AXIS = 30;
const LABELS = 306;
const LINE = 16.5;
const TOP = 14;
/** Maximum characters on a line of a statement. */
const WIDTH = 40;

/**
 * Chart of statements: words, place and the range without the statement, beside its band; the band of all statements
 * is drawn behind each. Texts are beside the bands, or above them on a phone.
 */
export function statementRows(
  rows: readonly StatementRanges[],
  { width = 640, domain, ticks, tickLabel, unit, colour: fill, ...options }: StatementRowsOptions,
): SVGSVGElement {
  const narrow = width < NARROW;
  const shown = drawn(rows).map((row, index) => ({ ...row, index }));
  const all = shown.find(({ part }) => part === "all")?.ranges ?? [];
  const labelled = shown.map((row) => {
    const range =
      row.part === "conflict"
        ? ""
        : `${row.part === "all" ? "" : "without it "}${formatRanges(row.ranges)}${unit}`;
    const texts = [
      ...wrapped(capital(row.statement), WIDTH).map((text) => ({ text, style: "statement" })),
      { text: placeText(row), style: "place" },
      { text: range, style: "range" },
    ].filter(({ text }) => text !== "");
    const top = narrow ? TOP : (ROW - texts.length * LINE) / 2 + LINE / 2;
    const below = (TOP + texts.length * LINE + 4) / ROW;
    return {
      ...row,
      lines: texts.map((line, i) => ({ ...line, y: row.index + (top + i * LINE) / ROW })),
      y: row.index + (narrow ? below : 0.5),
    };
  });
  const lines = labelled.flatMap((row) => row.lines);
  const style = (name: string) => lines.filter((line) => line.style === name);
  const side = narrow
    ? { frameAnchor: "left" as const, textAnchor: "start" as const, stroke: colour("ground"), strokeWidth: 4 }
    : { frameAnchor: "left" as const, textAnchor: "end" as const, dx: -16 };
  const text = { ...side, text: "text", y: "y" };
  const half = narrow ? 0.075 : 0.13;
  const bands = labelled.flatMap(({ ranges, y }) => ranges.map(([low, high]) => ({ low, high, y })));
  const behind = labelled
    .filter(({ part }) => part === "without")
    .flatMap(({ y }) => all.map(([low, high]) => ({ low, high, y })));
  const contradiction = shown.some(({ part }) => part === "conflict");
  return plot(
    {
      width,
      height: shown.length * ROW + AXIS,
      marginTop: 2,
      marginBottom: AXIS,
      marginLeft: narrow ? 10 : LABELS,
      marginRight: narrow ? 18 : 22,
      x: { domain: [...domain], axis: null },
      y: { domain: [0, shown.length], reverse: true, axis: null },
      marks: [
        ...(contradiction ? together(shown.length, domain, narrow) : valueAxis(ticks, tickLabel)),
        Plot.text(style("statement"), { ...text, fill: colour("ink"), fontWeight: 600, fontSize: 13.5 }),
        Plot.text(style("place"), { ...text, fill: colour("mute"), fontSize: 12.5 }),
        Plot.text(style("range"), { ...text, fill: colour("ink"), fontSize: 13 }),
        rangeBand(bands, { colour: fill, half }),
        Plot.rect(behind, {
          x1: "low",
          x2: "high",
          y1: ({ y }) => y - half / 2.2,
          y2: ({ y }) => y + half / 2.2,
          fill,
          fillOpacity: 0.55,
          rx: 2,
        }),
      ],
    },
    options,
  );
}

/** Replaces the bands where nothing fits. */
function together(rows: number, [low, high]: readonly [number, number], narrow: boolean): Plot.Markish[] {
  if (narrow) return [];
  const at = low + 0.04 * (high - low);
  return [
    Plot.ruleX([at], { y1: 0.15, y2: rows - 0.15, stroke: colour("ink"), strokeWidth: 1.5 }),
    Plot.text([rows / 2], {
      ...{ x: () => at, y: (d: number) => d, dx: 14, textAnchor: "start" },
      text: () => "cannot all be true",
      ...{ fill: colour("ink"), fontWeight: 600, fontSize: 14.5 },
    }),
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
