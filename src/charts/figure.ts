import type { Kind } from "../model/kind.js";
import type { ChartOptions } from "./plot.js";

/**
 * A control of the reader: one of a few options; a tick box whose options are "no" and "yes"; or a button that goes to the
 * next of its options, the seeds of made-up data, and after the last to the first.
 */
export interface Control {
  readonly name: string;
  readonly type: "choice" | "tick" | "redraw";
  readonly legend: string;
  readonly options: readonly { readonly code: string; readonly label: string; readonly note?: string }[];
  readonly default: string;
  /** Controls that get their default back when this one changes. */
  readonly clears?: readonly string[];
}

/** What the reader has chosen, by the name of the control. */
export type State = Readonly<Record<string, string>>;

/** One column of a figure's table. A number is shown with `decimals`. */
export interface FigureColumn<Row> {
  readonly label: string;
  readonly value: (row: Row) => string | number | null;
  readonly decimals?: number;
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
  readonly controls: readonly Control[];
  /** Whether the rows are those of the default state alone, and others are worked out when a reader asks for them. */
  readonly onDemand?: true;
  /** The calculation in words, one paragraph each. */
  readonly how: readonly string[];
  /** Modules that hold the calculation, shown as code. */
  readonly code: readonly string[];
  /** The rows that chart and table show, where a control makes others of the figure's own. */
  readonly show?: (rows: readonly Row[], state: State) => readonly Shown[];
  readonly columns: (state: State) => readonly FigureColumn<Shown>[];
  /** The text alternative: what the chart says, with its numbers. */
  readonly alt: (rows: readonly Shown[], state: State) => string;
  /** What the reader's choice comes to, in a sentence or two below the chart, which screen readers say when it changes. */
  readonly readout?: (rows: readonly Shown[], state: State) => string;
  readonly draw: (rows: readonly Shown[], state: State, options: ChartOptions) => SVGSVGElement;
}

/** The chart of a figure with its text alternative, under a state. */
export function drawFigure<Row, Shown>(
  figure: Figure<Row, Shown>,
  rows: readonly Row[],
  state: State,
  options: Omit<ChartOptions, "alt">,
): SVGSVGElement {
  const shown = shownRows(figure, rows, state);
  return figure.draw(shown, state, { ...options, alt: figure.alt(shown, state) });
}

/** The rows that chart and table show under a state. */
export function shownRows<Row, Shown>(
  figure: Figure<Row, Shown>,
  rows: readonly Row[],
  state: State,
): readonly Shown[] {
  return figure.show?.(rows, state) ?? (rows as readonly unknown[] as readonly Shown[]);
}

/** A figure of any rows, for lists of them. */
// biome-ignore lint/suspicious/noExplicitAny: what a figure takes and what it shows vary from one to the next
export type AnyFigure = Figure<any, any>;

/** The state in which every control has its default. */
export function defaultState(controls: readonly Control[]): State {
  return Object.fromEntries(controls.map((control) => [control.name, control.default]));
}
