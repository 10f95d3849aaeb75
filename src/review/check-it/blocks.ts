import type { Raw } from "../../../data-loaders/read/index.js";
import { claimRowsIn } from "../../../data-loaders/tables/claims.js";
import { DRAWN, draw, FIRST_SEED } from "../../analysis/review/draw.js";
import type { ClaimRow } from "../../analysis/review/schema.js";
import { verdictText } from "../../analysis/review/verdict-text.js";
import { make } from "../../components/dom.js";
import { MOST_TEXT } from "../../components/link-state.js";
import { checkItem } from "../../components/review/check-items.js";
import { cardAnchor, sentence } from "../../components/review/claim-card.js";
import { groupKey, groupLabel } from "../../model/dimensions.js";
import { periodLabel } from "../../model/period.js";
import type { Dataset } from "../../model/table.js";
import { isHeld, type Value } from "../../model/value.js";
import { WORKSPACE } from "../../model/workspace.js";

/** File name of the reviewer's package. */
export const REVIEW_ZIP = "review.zip";

/** A step of the reviewer's hour: minutes, instructions, and a command if there is one. */
interface Step {
  readonly id: string;
  readonly minutes: number;
  readonly what: string;
  readonly does: string;
  readonly command?: string;
}

/** A figure whose ends can be checked by hand, with its URL relative to the review pages. */
export interface ByHandFigure {
  readonly href: string;
  /** Its subject, as part of a sentence. */
  readonly title: string;
}

/**
 * @param file the file of printed numbers, as an example of one to change
 * @param isByHand whether a figure can be checked by hand
 */
const steps = (file: string, isByHand: boolean): readonly Step[] => [
  {
    id: "scope",
    minutes: 5,
    what: "Scope read",
    does: "Read what this page says of scope and known limits, and decide what you will not check.",
  },
  {
    id: "audit",
    minutes: 5,
    what: "Audit run",
    does: "Get the project and run its checks without a browser. The last lines say what passed, what failed and what could not be checked.",
    command: "npm ci && npm run audit",
  },
  {
    id: "cell",
    minutes: 5,
    what: "One cell changed",
    does: `Change one printed number in ${file}, and run the audit again: it has to say which results, pages and claims moved, or which printed numbers can no longer agree. Then undo the change.`,
    command: "npm run audit; git checkout data-loaders/raw",
  },
  {
    id: "r",
    minutes: 5,
    what: "Numbers recomputed in R",
    does: "Unpack the zip and run its script: it recomputes the numbers with a closed form from the raw files alone.",
    command: "Rscript check.R",
  },
  {
    id: "values",
    minutes: 20,
    what: "Drawn values looked up",
    does: "Type a seed of your own below and look up each drawn value in the publication.",
  },
  ...(isByHand
    ? [
        {
          id: "by-hand",
          minutes: 8,
          what: "One bound checked by hand",
          does: "Take one end of one range and check it with a spreadsheet: see below.",
        },
      ]
    : []),
  {
    id: "calls",
    minutes: 10,
    what: "Close calls judged",
    does: "Go through the close calls below and say whether you agree with each verdict.",
  },
  {
    id: "certificate",
    minutes: 2,
    what: "Certificate made",
    does: "Copy the certificate at the end, with all that you could not check.",
  },
];

/**
 * The blocks of the page "Check it".
 *
 * @param data hash of the raw files
 * @param figure the one to check by hand; null if there is none
 */
export function checkBlocks(
  raw: Raw,
  tables: ReadonlyMap<string, Dataset>,
  document: Document,
  data: string,
  figure: ByHandFigure | null,
): Record<string, HTMLElement> {
  const claims = claimRowsIn(tables);
  return {
    "check.hour": hour(raw, figure !== null, document),
    "check.by-hand": byHand(figure, document),
    "check.zip": zipLink(document),
    "check.seed": seedForm(document),
    "check.values": drawnValues(raw, document),
    "check.calls": closeCalls(
      raw,
      claims.filter(({ close }) => close),
      document,
    ),
    "check.certificate": certificate(document, data),
  };
}

/** The file of numbers of the publication with the most claims. */
function exampleFile({ publications, claims }: Raw): string {
  const claimsOf = (id: string) => claims.filter(({ publication }) => publication === id).length;
  const [most] = publications.toSorted((a, b) => claimsOf(b.id) - claimsOf(a.id));
  return most === undefined ? "a values.csv" : `data-loaders/raw/${most.id}/values.csv`;
}

function hour(raw: Raw, isByHand: boolean, document: Document): HTMLElement {
  const h = make(document);
  let from = 0;
  return h(
    "ol",
    { class: "check-list" },
    steps(exampleFile(raw), isByHand).map(({ id, minutes, what, does, command }) => {
      const where = `Minutes ${from} to ${from + minutes} · ${what}`;
      from += minutes;
      const body = [
        h("p", {}, does),
        ...(command ? [h("p", { class: "check-command" }, h("code", {}, command))] : []),
      ];
      return checkItem("step", { id, what, where, body }, document);
    }),
  );
}

function zipLink(document: Document): HTMLElement {
  const h = make(document);
  return h(
    "p",
    {},
    h(
      "a",
      { href: `%DOWNLOADS%/${REVIEW_ZIP}`, download: REVIEW_ZIP, rel: "external" },
      "Download the reviewer’s package",
    ),
    ": the raw files, one script in base R, the numbers that it has to find, and a page of instructions.",
  );
}

function byHand(figure: ByHandFigure | null, document: Document): HTMLElement {
  const h = make(document);
  if (figure === null) return h("p", {}, "This site has no figure with a check by hand yet.");
  return h(
    "p",
    {},
    "Under the chart of ",
    h("a", { href: figure.href }, figure.title),
    ", open “Check it by hand”. It has the complete system that attains each end, to be copied into a spreadsheet, with the weighted sum of statements that proves that nothing lies beyond. Check that every statement of the report is true of the system, then add up the proof.",
  );
}

function seedForm(document: Document): HTMLElement {
  const h = make(document);
  return h(
    "form",
    { class: "claim-filters needs-script", "data-part": "seed" },
    h(
      "label",
      {},
      h("span", {}, "Your seed: any text"),
      h("input", { type: "text", "data-text": "seed", value: FIRST_SEED, maxlength: MOST_TEXT }),
    ),
  );
}

/** Every printed or worded number; those drawn by the first seed are shown, in its order. */
function drawnValues({ values, bases, measures, publications }: Raw, document: Document): HTMLElement {
  const h = make(document);
  const labels = new Map(measures.map((m) => [m.id, m.label]));
  const titles = new Map(publications.map((p) => [p.id, p.shortTitle]));
  const whoAndWhen = ({ group, period }: Pick<Value, "group" | "period">) =>
    [
      ...(groupKey(group) === "" ? [] : [groupLabel(group)]),
      ...(period === null ? [] : [periodLabel(period)]),
    ]
      .map((text) => `, ${text}`)
      .join("");
  const pool = [
    ...values.filter(isHeld).map((value) => ({
      ...value,
      what: `${labels.get(value.measure) ?? value.measure}${whoAndWhen(value)}`,
      said: value.printed ?? value.words ?? "",
    })),
    ...bases
      .filter(({ interviews }) => interviews !== null)
      .map((base) => ({
        ...base,
        what: `Interviews, ${base.definition}${whoAndWhen(base)}`,
        said: base.printed ?? "",
      })),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
  const first = draw(pool, FIRST_SEED);
  const rest = pool.filter((value) => !first.includes(value));
  const item = ({ id, what, said, publication, locator, note }: (typeof pool)[number]) => {
    const where = `${titles.get(publication) ?? publication} · ${locator.replace(/^[^:]+: /, "")}`;
    const body = [
      h("p", {}, `${what}: `, h("b", {}, said)),
      ...(note ? [h("p", { class: "claim-because" }, note)] : []),
    ];
    return checkItem("value", { id, what: `${what}: ${said}`, where, body }, document);
  };
  const hidden = (element: HTMLElement) => {
    element.setAttribute("hidden", "");
    return element;
  };
  return h(
    "div",
    {},
    h(
      "p",
      {},
      `${DRAWN} of the ${pool.length} numbers that stand in the texts, each as likely as any other. Without scripts they are those of the seed ${FIRST_SEED}.`,
    ),
    h(
      "ol",
      { class: "check-list", "data-part": "drawn" },
      first.map(item),
      rest.map((value) => hidden(item(value))),
    ),
  );
}

function closeCalls({ publications }: Raw, claims: readonly ClaimRow[], document: Document): HTMLElement {
  const h = make(document);
  const titles = new Map(publications.map((p) => [p.id, p.shortTitle]));
  return h(
    "ol",
    { class: "check-list", "data-part": "calls" },
    claims.map((claim) => {
      const where = `${titles.get(claim.publication) ?? claim.publication} · ${claim.locator.replace(/^[^:]+: /, "")}`;
      const body = [
        h(
          "p",
          {},
          h("span", { class: `verdict ${claim.verdict}` }, verdictText(claim)),
          " ",
          h("a", { href: `./sentence-by-sentence#${cardAnchor(claim.id)}` }, claim.statement),
        ),
        h("p", { class: "claim-because" }, sentence(claim.because)),
        ...(claim.note ? [h("p", { class: "claim-because" }, claim.note)] : []),
      ];
      return checkItem("call", { id: claim.id, what: claim.statement, where, body }, document);
    }),
  );
}

function certificate(document: Document, data: string): HTMLElement {
  const h = make(document);
  const text = (name: string, label: string) =>
    h(
      "label",
      {},
      h("span", {}, label),
      h("input", { type: "text", "data-text": name, maxlength: MOST_TEXT }),
    );
  return h(
    "div",
    { class: "certificate needs-script" },
    h(
      "div",
      { class: "claim-filters" },
      text("reviewer", "Your name"),
      text("remarks", "What differs, or could not be checked"),
    ),
    h(
      "p",
      { class: "check-buttons" },
      h("button", { type: "button", "data-part": "start" }, "Start the clock"),
      " ",
      h("button", { type: "button", "data-part": "stop" }, "Stop the clock"),
      " ",
      h("span", { "data-part": "clock", role: "status" }),
    ),
    h(
      "div",
      {
        class: "certificate-text",
        tabindex: 0,
        role: "region",
        "aria-label": "Certificate",
        "data-part": "certificate",
        "data-data": data.slice(0, 12),
        "data-title": WORKSPACE.title,
      },
      "",
    ),
    h(
      "p",
      { class: "check-buttons" },
      h("button", { type: "button", "data-part": "copy-certificate" }, "Copy the certificate"),
      " ",
      h("span", { "data-part": "copied", role: "status" }),
    ),
  );
}
