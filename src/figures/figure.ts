import type { OwnNumbers } from "../analysis/own-table/numbers.js";
import { type Control, defaultState } from "../model/control.js";
import type { Kind } from "../model/kind.js";
import type { ShownColumn, TableDefinition } from "../model/table.js";
import type { Options } from "../model/variants.js";
import type { OwnTable } from "./own-table.js";
import type { ChartOptions } from "./plot.js";

/**
 * A limit on the design effect: the largest at which certain sentences of the report can be true. Shown beside a
 * control of design effects, whose larger options are marked.
 */
export interface DesignEffectEnd {
  /** Id of the result with the limit. */
  readonly result: string;
  /** Whose limit it is and what it means, citing the result. */
  readonly says: string;
  /** Text for an option above the limit. */
  readonly beyond: string;
}

/**
 * One figure of the site: all that its frame, live chart and downloads need. Built in Node and redrawn in the page
 * from the same rows.
 *
 * Texts cite results as `{{id}}` and contain no typed numbers.
 */
export interface Figure<Row, Shown = Row> {
  /** Stable id: also the name of its table and downloads, and its anchor. */
  readonly id: string;
  /** The finding as a sentence if the rows support it, otherwise the topic. */
  readonly title: (rows: readonly Row[]) => string;
  /** Measure, population and what the marks show. */
  readonly subtitle: string;
  /** Publication and place. */
  readonly source: string;
  readonly kinds: readonly Kind[];
  /** The kinds present in the rows, where these vary between builds. */
  readonly kindsOf?: (rows: readonly Row[]) => readonly Kind[];
  /** What a kind means in this figure, where the usual explanation would claim too much. */
  readonly meanings?: Readonly<Partial<Record<Kind, string>>>;
  /** Replacement text for a build without rows; a figure without it always has some. */
  readonly none?: string;
  readonly controls: readonly Control[];
  /** Whether the controls come after the chart, for long panels. */
  readonly controlsBelow?: true;
  /** Limits on the design effect; a figure with such a control has at least one. */
  readonly ends?: readonly DesignEffectEnd[];
  /** Whether the rows cover the default state only; others are computed when a reader asks. */
  readonly onDemand?: true;
  /** The calculation in words, one paragraph each. */
  readonly how: readonly string[];
  /** Modules that hold the calculation, shown as code. */
  readonly code: readonly string[];
  /** Derives the rows shown in a state, where a control changes them. */
  readonly show?: (rows: readonly Row[], state: Options) => readonly Shown[];
  readonly columns: (state: Options) => readonly ShownColumn<Shown>[];
  /** The text alternative: what the chart says, with its numbers. */
  readonly alt: (rows: readonly Shown[], state: Options) => string;
  /**
   * The outcome of the reader's choice in a sentence or two below the chart, announced to screen readers when it
   * changes.
   */
  readonly readout?: (rows: readonly Shown[], state: Options) => string;
  readonly draw: (rows: readonly Shown[], state: Options, options: ChartOptions) => SVGSVGElement;
  /** How the figure uses the official table, where a reader has it. */
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

/** The reader's numbers for the rows of a figure, for text alternatives. */
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

/** Whether a figure is drawn from these rows; otherwise `none` replaces it. */
export function isDrawn<Row, Shown>(figure: Figure<Row, Shown>, rows: readonly Row[]): boolean {
  return figure.none === undefined || shownRows(figure, rows, defaultState(figure.controls)).length > 0;
}

/** A figure of any rows, for lists of them. */
// biome-ignore lint/suspicious/noExplicitAny: what a figure takes and what it shows vary from one to the next
export type AnyFigure = Figure<any, any>;
