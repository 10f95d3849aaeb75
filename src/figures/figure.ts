import type { OwnNumbers } from "../analysis/own-table/numbers.js";
import { type Control, defaultState } from "../model/control.js";
import type { Kind } from "../model/kind.js";
import type { ShownColumn, TableDefinition } from "../model/table.js";
import type { Options } from "../model/variants.js";
import type { OwnTable } from "./own-table.js";
import type { ChartOptions } from "./plot.js";

/**
 * The largest design effect at which sentences of the report can be true: it stands beside a control of design effects, and
 * options beyond it are marked.
 */
export interface DesignEffectEnd {
  /** The result that it is. */
  readonly result: string;
  /** Whose end it is and what it means, citing the result. */
  readonly says: string;
  /** What is said of an option beyond it. */
  readonly beyond: string;
}

/**
 * One figure of the site: everything that its frame, its live chart and its downloads need. Built once in Node and drawn
 * again in the page, from the same rows.
 *
 * Texts cite results as `{{id}}`: no number is typed into them.
 */
export interface Figure<Row, Shown = Row> {
  /** Its stable address: the name of its table, its downloads and its anchor. */
  readonly id: string;
  /** The finding as a sentence, where the rows bear it out; otherwise what the figure is about. */
  readonly title: (rows: readonly Row[]) => string;
  /** Measure, population and what the marks show. */
  readonly subtitle: string;
  /** Publication and place. */
  readonly source: string;
  readonly kinds: readonly Kind[];
  /** Those of the kinds that the rows have, where not every build has them all. */
  readonly kindsOf?: (rows: readonly Row[]) => readonly Kind[];
  /** What a kind means here, where its usual meaning would say too much. */
  readonly meanings?: Readonly<Partial<Record<Kind, string>>>;
  /** What stands in its place in a build that has no rows to show; a figure without it always has some. */
  readonly none?: string;
  readonly controls: readonly Control[];
  /** Whether the controls follow the chart: a panel of many, which is no way to begin. */
  readonly controlsBelow?: true;
  /** The ends of a design effect that the report's sentences set; a figure with a control of it has one or more. */
  readonly ends?: readonly DesignEffectEnd[];
  /** Whether the rows are those of the default state alone, and others are worked out when a reader asks for them. */
  readonly onDemand?: true;
  /** The calculation in words, one paragraph each. */
  readonly how: readonly string[];
  /** Modules that hold the calculation, shown as code. */
  readonly code: readonly string[];
  /** The rows that chart and table show, where a control makes others of the figure's own. */
  readonly show?: (rows: readonly Row[], state: Options) => readonly Shown[];
  readonly columns: (state: Options) => readonly ShownColumn<Shown>[];
  /** The text alternative: what the chart says, with its numbers. */
  readonly alt: (rows: readonly Shown[], state: Options) => string;
  /** What the reader's choice comes to, in a sentence or two below the chart, which screen readers say when it changes. */
  readonly readout?: (rows: readonly Shown[], state: Options) => string;
  readonly draw: (rows: readonly Shown[], state: Options, options: ChartOptions) => SVGSVGElement;
  /** What the figure does with the official table, where a reader has it. */
  readonly own?: OwnTable<Shown>;
}

type OfTable = "id" | "source" | "columns";

/**
 * A figure of a table: its address is the table's name, its source the table's, and the table beside it has the columns that
 * the definition labels, unless the figure says otherwise.
 */
export function defineFigure<Row, Shown = Row>(
  table: TableDefinition<Row>,
  figure: Omit<Figure<Row, Shown>, OfTable> & Partial<Pick<Figure<Row, Shown>, Exclude<OfTable, "id">>>,
): Figure<Row, Shown> {
  const shown = table.shown as readonly unknown[] as readonly ShownColumn<Shown>[];
  return { id: table.name, source: table.source, columns: () => shown, ...figure };
}

/** The chart of a figure with its text alternative, under a state. */
export function drawFigure<Row, Shown>(
  figure: Figure<Row, Shown>,
  rows: readonly Row[],
  state: Options,
  options: Omit<ChartOptions, "alt">,
): SVGSVGElement {
  const shown = shownRows(figure, rows, state);
  const alt = figure.alt(shown, state) + ownInWords(figure, shown, options.own);
  return figure.draw(shown, state, { ...options, alt });
}

/** The numbers of the reader's table at the rows of a figure, for text alternatives. */
function ownInWords<Row, Shown>(
  { own }: Figure<Row, Shown>,
  shown: readonly Shown[],
  numbers: OwnNumbers = new Map(),
): string {
  const list = shown.flatMap((row) => {
    const mark = own?.mark(row, numbers) ?? null;
    return own === undefined || mark === null ? [] : [`${own.label(row)} ${mark.shown}`];
  });
  return list.length === 0 ? "" : ` From your table, as diamonds: ${list.join("; ")}.`;
}

/** The rows that chart and table show under a state. */
export function shownRows<Row, Shown>(
  figure: Figure<Row, Shown>,
  rows: readonly Row[],
  state: Options,
): readonly Shown[] {
  return figure.show?.(rows, state) ?? (rows as readonly unknown[] as readonly Shown[]);
}

/** The kinds of number in the rows of a figure. */
export function kindsOf<Row, Shown>(figure: Figure<Row, Shown>, rows: readonly Row[]): readonly Kind[] {
  return figure.kindsOf?.(rows) ?? figure.kinds;
}

/** Whether a build with these rows has the picture of a figure; where it has not, the words of `none` stand in its place. */
export function isDrawn<Row, Shown>(figure: Figure<Row, Shown>, rows: readonly Row[]): boolean {
  return figure.none === undefined || shownRows(figure, rows, defaultState(figure.controls)).length > 0;
}

/** A figure of any rows, for lists of them. */
// biome-ignore lint/suspicious/noExplicitAny: what a figure takes and what it shows vary from one to the next
export type AnyFigure = Figure<any, any>;
