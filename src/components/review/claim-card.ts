import type { ClaimRow, ReadingRow } from "../../analysis/review/schema.js";
import { verdictText } from "../../analysis/review/verdict-text.js";
import { CONCERN_LABELS, VERDICT_LABELS, type Weight } from "../../claims/claim.js";
import { formatDesignEffect } from "../../model/format.js";
import { type Make, make } from "../dom.js";
import { describe, marginStrip } from "./margin-strip.js";

/** A number as listed on a card. */
export interface CardNumber {
  readonly id: string;
  readonly label: string;
  /** As printed or worded, or "not held". */
  readonly said: string;
  /** Its range, where that is not the number itself. */
  readonly range: string;
  /** The page outside the publications that it comes from, if any. */
  readonly source?: { readonly title: string; readonly address: string; readonly about: string };
}

/** A number or date from another source, with its place and how reliable it is. */
export interface OutsideSource {
  readonly says: string;
  readonly place: string;
  readonly grade: string;
  readonly address: string | null;
}

/** What a card needs besides its row. */
export interface CardContext {
  readonly document: Document;
  readonly publication: string;
  readonly numbers: readonly CardNumber[];
  /** Names of the numbers that would decide it. */
  readonly needs: readonly string[];
  /** The claims assumed to be true, with statements and verdicts. */
  readonly given: readonly { readonly id: string; readonly statement: string; readonly verdict: string }[];
  /** Related numbers from other sources. */
  readonly outside: readonly OutsideSource[];
}

/** The anchor of a claim's card. */
export function cardAnchor(id: string): string {
  return `claim-${id.replace(".claim.", "-").replaceAll(".", "-")}`;
}

/** One claim with its verdict; details of how it was judged are collapsed. Works without scripts. */
export function claimCard(row: ClaimRow, context: CardContext): HTMLElement {
  const { document } = context;
  const h = make(document);
  const strip = marginStrip(row, document);
  const anchor = cardAnchor(row.id);
  return h(
    "article",
    {
      class: "claim",
      id: anchor,
      "data-claim": row.id,
      "data-publication": row.publication,
      "data-kind": row.kind,
      "data-verdict": row.verdict,
      "data-basis": row.basis,
      "data-concern": row.concern,
      "data-weight": row.weight,
      "data-restates": row.restates === null ? "no" : "yes",
      "data-close": row.close ? "yes" : "no",
      "aria-labelledby": `${anchor}-says`,
    },
    h(
      "p",
      { class: "claim-head" },
      h("span", { class: `verdict ${row.verdict}`, "data-part": "verdict" }, verdictText(row)),
      h(
        "span",
        { class: "claim-where" },
        `${context.publication} · ${row.locator.replace(/^[^:]+: /, "")} · ${CONCERN_LABELS[row.concern]}, ${WEIGHT_WORDS[row.weight]}`,
      ),
      row.basis === "by-reading" && h("span", { class: "claim-basis" }, "Judged by reading, not by numbers"),
    ),
    h("p", { class: "claim-says", id: `${anchor}-says` }, row.statement),
    h("p", { class: "own-words", "data-part": "own-words", hidden: true }),
    h("p", { class: "claim-because", "data-part": "because" }, sentence(row.because)),
    row.otherwise === null ? null : h("p", { class: "claim-because" }, sentence(row.otherwise)),
    row.verdict === "reading" && readingsList(row.readings, h),
    context.outside.map((source) => outsideSource(source, h)),
    row.close && row.note !== null && h("p", { class: "claim-note" }, row.note),
    strip,
    strip === null ? null : h("p", { class: "claim-strip-says" }, describe(row)),
    howJudged(row, context, h),
  );
}

function outsideSource({ says, place, grade, address }: OutsideSource, h: Make): HTMLElement {
  return h(
    "p",
    { class: "claim-outside" },
    `Another source: ${says} (`,
    address === null ? place : h("a", { href: address, rel: "external" }, place),
    `, grade ${grade}).`,
  );
}

/** The collapsed part of a card. */
function howJudged(row: ClaimRow, { numbers, given, needs }: CardContext, h: Make): HTMLElement {
  return h(
    "details",
    { class: "claim-how" },
    h("summary", {}, "How it was judged"),
    numbers.length > 0 && numberList(numbers, h),
    row.code === null ? null : h("pre", { class: "claim-code" }, h("code", {}, row.code)),
    row.verdict !== "reading" &&
      row.readings.length > 0 && [h("p", {}, "Read in other fair ways:"), readingsList(row.readings, h)],
    row.states === "" ? null : h("p", {}, "The number that this sentence gives was not used to judge it."),
    given.length > 0 && [
      h("p", {}, "Taken as given, from other sentences:"),
      h(
        "ul",
        {},
        given.map(({ id, statement, verdict }) =>
          h("li", {}, h("a", { href: `#${cardAnchor(id)}` }, statement), ` (${verdict})`),
        ),
      ),
    ],
    needs.length > 0 && h("p", {}, `It would be decided by: ${needs.join("; ")}.`),
    robustness(row, h),
    row.alternatives === null ? null : h("p", {}, `What else could be behind it: ${row.alternatives}`),
    row.note === null || row.close ? null : h("p", {}, row.note),
    h(
      "p",
      { class: "claim-link" },
      h("a", { href: `#${cardAnchor(row.id)}` }, "Link to this claim"),
      " ",
      h("code", {}, row.id),
    ),
  );
}

const MAX_LISTED = 8;

/** The first numbers of a claim, and how many are left out. */
function numberList(numbers: readonly CardNumber[], h: Make): HTMLElement {
  return h(
    "ul",
    { class: "claim-numbers" },
    numbers
      .slice(0, MAX_LISTED)
      .map(({ label, said, range, source }) =>
        h(
          "li",
          {},
          h("span", {}, label),
          " ",
          h("b", {}, said),
          range === "" ? null : ` (${range})`,
          source !== undefined && [
            ", from ",
            h("a", { href: source.address, rel: "external" }, source.title),
            ` (${source.about})`,
          ],
        ),
      ),
    numbers.length > MAX_LISTED && h("li", {}, `and ${numbers.length - MAX_LISTED} more of the same series`),
  );
}

/** How much rests on a claim, for readers. */
const WEIGHT_WORDS: Readonly<Record<Weight, string>> = {
  conclusion: "a conclusion rests on it",
  number: "no conclusion rests on it",
};

/** The fair readings of a claim side by side. */
function readingsList(readings: readonly ReadingRow[], h: Make): HTMLElement {
  return h(
    "ul",
    { class: "claim-readings" },
    readings.map((reading) =>
      h(
        "li",
        { "data-reading": reading.id },
        h("p", {}, reading.statement),
        h(
          "p",
          {},
          h(
            "span",
            { class: `verdict ${reading.verdict}`, "data-part": "reading-verdict" },
            VERDICT_LABELS[reading.verdict],
          ),
        ),
        h("p", { class: "claim-because", "data-part": "reading-because" }, sentence(reading.because)),
        h("p", { class: "claim-warrant" }, `Allowed by: ${reading.warrant.replace(/^[^:]+: /, "")}`),
      ),
    ),
  );
}

function robustness({ critical, worst, holm }: ClaimRow, h: Make) {
  if (critical === null && worst === null) return null;
  const at = (effect: number | null) => (effect === null ? "not known" : `×${formatDesignEffect(effect)}`);
  return h(
    "p",
    {},
    `Significant up to a design effect of ${at(critical)} at the printed numbers, ${at(worst)} at the worst that agree with every other sentence. After Holm’s correction for all comparisons of its section: ${holm}.`,
  );
}

/** Makes a sentence of a reason. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}
