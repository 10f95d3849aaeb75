import type { SentenceRow } from "../analysis/by-statement/columns.js";
import type { LostNumber } from "../analysis/own-table/numbers.js";
import {
  type AnyFigure,
  type DesignEffectEnd,
  drawFigure,
  type Figure,
  isDrawn,
  kindsOf,
  shownRows,
} from "../figures/figure.js";
import { type Control, type ControlOption, defaultState } from "../model/control.js";
import { KIND_LABELS, type Kind } from "../model/kind.js";
import type { Options } from "../model/variants.js";
import { citeMarkup, citeText, lookUp, type Results } from "./citation.js";
import { type Child, make } from "./dom.js";
import { figureTable } from "./figure-table.js";
import { ownTablePart } from "./own-table/own-table-part.js";

/** Widths at which a figure is built. Both drawings have the same height, so that switching does not move the page. */
export const WIDE = 680;
export const NARROW = 332;

/** Description of each download by file extension, in the order of the list. */
export const DOWNLOADS = [
  { extension: "csv", label: "Numbers as CSV" },
  { extension: "arrow", label: "Numbers as Arrow" },
  { extension: "svg", label: "Picture as SVG" },
  { extension: "png", label: "Picture as PNG" },
] as const;

const VIEWS = [
  { code: "chart", label: "Chart" },
  { code: "table", label: "Table" },
  { code: "how", label: "How it was worked out" },
  { code: "download", label: "Download" },
  { code: "link", label: "Link" },
] as const;

export interface FrameOptions {
  readonly document: Document;
  readonly results: Results;
  /** Address of the downloads folder relative to the page, without a trailing slash. */
  readonly downloads: string;
  /** Reads the source of a module of the project. */
  readonly readCode: (path: string) => string;
  /** Lost numbers: a figure that accepts some of them names the table that has them. */
  readonly lost?: readonly LostNumber[];
  /** The sentences that the figure uses, those it leaves out, and its further assumptions. */
  readonly sentences?: readonly SentenceRow[];
}

/**
 * The frame of every figure: title, subtitle, controls, chart and table, calculation, downloads, link, kinds and
 * source. Works without scripts: radio buttons and CSS switch the views, and where scripts are off all views are
 * shown. `liveFigure` finds the parts by `data-part`. A figure with nothing to draw shows its replacement text
 * instead.
 */
export function figureFrame<Row, Shown>(
  figure: Figure<Row, Shown>,
  rows: readonly Row[],
  options: FrameOptions,
): HTMLElement {
  const h = make(options.document);
  if (!isDrawn(figure, rows))
    return h(
      "p",
      { class: "figure-none", id: `figure-${figure.id}`, "data-figure-none": figure.id },
      figure.none ?? "",
    );
  const state = defaultState(figure.controls);
  const markup = (template: string) => fragment(options.document, citeMarkup(template, options.results));
  const title = citeText(figure.title(rows), options.results);
  const titleId = `figure-${figure.id}-title`;
  const view = (code: string, ...children: Child[]) =>
    h("div", { class: `view view-${code}`, "data-part": code }, ...children);
  const controls =
    figure.controls.length > 0 &&
    h(
      "div",
      { class: "controls" },
      figure.controls.map((control) => controlElement(control, state, figure, options)),
      h(
        "button",
        { type: "button", class: "reset", "data-part": "reset", hidden: true },
        "Reset what you chose",
      ),
    );
  return h(
    "figure",
    { class: "figure", id: `figure-${figure.id}`, "data-figure": figure.id, "aria-labelledby": titleId },
    h(
      "figcaption",
      {},
      // The id is on a span because Framework turns every heading with an id into a link.
      h("h3", { class: "figure-title" }, h("span", { id: titleId }, markup(figure.title(rows)))),
      h("p", { class: "figure-subtitle" }, markup(figure.subtitle)),
    ),
    !figure.controlsBelow && controls,
    view("chart", chartPair(figure, rows, state, options.document)),
    readoutElement(figure, rows, state, h),
    figure.controlsBelow === true && controls,
    view("table", figureTable(figure, rows, state, { document: options.document, caption: title })),
    view(
      "how",
      // A paragraph that consists of one passage can be empty.
      figure.how.map((text) => citeText(text, options.results).trim() !== "" && h("p", {}, markup(text))),
      sentenceLists(options.sentences ?? [], h),
      figure.code.map((path) => codeElement(path, options)),
    ),
    view("download", downloadList(figure, options)),
    view("link", linkElement(figure, h)),
    kindLegend(figure, kindsOf(figure, rows), h),
    ownTablePart(figure, options.lost ?? [], options.document),
    h(
      "div",
      { class: "figure-foot" },
      h("p", { class: "figure-source" }, "Source: ", figure.source),
      viewSwitch(figure, h),
    ),
  );
}

/** The chart at both widths; CSS shows the one that fits. */
function chartPair<Row, Shown>(
  figure: Figure<Row, Shown>,
  rows: readonly Row[],
  state: Options,
  document: Document,
): Child {
  const h = make(document);
  return [
    h("div", { class: "wide" }, drawFigure(figure, rows, state, { width: WIDE, document })),
    h("div", { class: "narrow" }, drawFigure(figure, rows, state, { width: NARROW, document })),
  ];
}

function controlElement(
  { name, type, legend, options, default: chosen }: Control,
  state: Options,
  { id: figure, ends = [] }: Pick<AnyFigure, "id" | "ends">,
  { document, results }: FrameOptions,
): Child {
  const h = make(document);
  const current = state[name] ?? chosen;
  if (type === "tick") {
    return h(
      "div",
      { class: "control tick", "data-control": name },
      h("label", {}, h("input", { type: "checkbox", name, checked: current !== chosen }), " ", legend),
    );
  }
  if (type === "redraw") {
    return h(
      "div",
      { class: "control redraw", "data-control": name },
      h("button", { type: "button" }, legend),
    );
  }
  const isEnded = ends.length > 0 && options.some(({ deff }) => deff !== undefined);
  const said = `figure-${figure}-${name}-ends`;
  const choice = h(
    "fieldset",
    {
      class: "control choice",
      "data-control": name,
      "aria-describedby": isEnded && said,
    },
    h("legend", {}, legend),
    options.map((option) => {
      const { code, label } = option;
      const past = ends.find((end) => isBeyond(option, end, results))?.beyond;
      const note = past ?? option.note;
      return h(
        "label",
        past === undefined ? {} : { class: "beyond" },
        h("input", { type: "radio", name: `${figure}-${name}`, value: code, checked: code === current }),
        h("span", {}, label, note === undefined ? null : h("small", {}, note)),
      );
    }),
  );
  return isEnded
    ? [
        choice,
        h(
          "p",
          { class: "ends", id: said },
          ends.map(({ says }) => [fragment(document, citeMarkup(says, results)), " "]),
        ),
      ]
    : choice;
}

/** Whether an option's design effect is above the limit set by the report's sentences. */
function isBeyond({ deff }: ControlOption, { result }: DesignEffectEnd, results: Results): boolean {
  const end = lookUp(result, results).value;
  if (end === null) throw new Error(`${result} is no single design effect`);
  return deff !== undefined && deff > end;
}

function readoutElement<Row, Shown>(
  figure: Figure<Row, Shown>,
  rows: readonly Row[],
  state: Options,
  h: ReturnType<typeof make>,
): Child {
  return (
    figure.readout !== undefined &&
    h(
      "p",
      { class: "readout", role: "status", "data-part": "readout" },
      figure.readout(shownRows(figure, rows, state), state),
    )
  );
}

const PARTS = [
  { part: "used", heading: "Sentences of the report that it uses" },
  { part: "assumed", heading: "Assumptions, in some rows or in all" },
  { part: "left out", heading: "Sentences of the report about these quarters that it leaves out" },
] as const;

/** The sentences a figure uses, assumes and leaves out, as lists. */
function sentenceLists(sentences: readonly SentenceRow[], h: ReturnType<typeof make>): Child[] {
  return PARTS.flatMap(({ part, heading }) => {
    const rows = sentences.filter((row) => row.part === part);
    if (rows.length === 0) return [];
    return [
      h("h4", { class: "sentences-heading" }, heading),
      h(
        "ul",
        { class: "sentences", "data-sentences": part },
        rows.map(({ statement, locator }) =>
          h("li", {}, statement, " ", locator !== null && h("small", {}, locator.replace(/^[^:]+: /, ""))),
        ),
      ),
    ];
  });
}

function codeElement(path: string, { document, readCode }: FrameOptions): HTMLElement {
  const h = make(document);
  return h(
    "details",
    { class: "code" },
    h("summary", {}, `Code: ${path}`),
    h("pre", { tabindex: 0 }, h("code", {}, readCode(path))),
  );
}

function downloadList(
  figure: Pick<AnyFigure, "id" | "kinds">,
  { document, downloads }: FrameOptions,
): HTMLElement {
  const h = make(document);
  return h(
    "ul",
    {},
    DOWNLOADS.map(({ extension, label }) =>
      h(
        "li",
        {},
        h(
          "a",
          {
            href: `${downloads}/${figure.id}.${extension}`,
            download: `${figure.id}.${extension}`,
            // `external` stops Framework from watching the file and hashing its address.
            rel: "external",
          },
          label,
        ),
      ),
    ),
  );
}

function linkElement(figure: Pick<AnyFigure, "id" | "kinds">, h: ReturnType<typeof make>): Child {
  const id = `figure-${figure.id}-link`;
  return [
    h("p", {}, h("label", { for: id }, "This link leads to the figure and holds what you chose.")),
    h(
      "p",
      { class: "link-row" },
      h("input", { id, type: "text", readonly: true, value: `#figure-${figure.id}`, "data-part": "address" }),
      h("button", { type: "button", "data-part": "copy" }, "Copy"),
    ),
  ];
}

function kindLegend(
  figure: Pick<AnyFigure, "meanings">,
  kinds: readonly Kind[],
  h: ReturnType<typeof make>,
): HTMLElement {
  return h(
    "ul",
    { class: "kinds", "aria-label": "Kinds of number" },
    kinds.map((kind) =>
      h(
        "li",
        {},
        h("span", { class: `key ${kind}`, "aria-hidden": "true" }),
        `${KIND_LABELS[kind].label}: ${figure.meanings?.[kind] ?? KIND_LABELS[kind].meaning}`,
      ),
    ),
  );
}

function viewSwitch(figure: Pick<AnyFigure, "id" | "kinds">, h: ReturnType<typeof make>): HTMLElement {
  return h(
    "fieldset",
    { class: "views" },
    h("legend", { class: "unseen" }, "Show"),
    VIEWS.map(({ code, label }, index) =>
      h(
        "label",
        {},
        h("input", { type: "radio", name: `view-${figure.id}`, value: code, checked: index === 0 }),
        h("span", {}, label),
      ),
    ),
  );
}

function fragment(document: Document, markup: string): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = markup;
  return template.content;
}
