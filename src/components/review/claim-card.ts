import type { ClaimRow } from "../../analysis/review/rows.js";
import { VERDICT_LABELS, type Verdict } from "../../claims/claim.js";
import { formatNumber } from "../../model/format.js";
import { make } from "../dom.js";
import { describe, marginStrip } from "./margin-strip.js";

/** A number as a card lists it. */
export interface CardNumber {
  readonly id: string;
  readonly label: string;
  /** As printed, in words, or that it is not held. */
  readonly said: string;
  /** Where it lies, where that is not the number itself. */
  readonly range: string;
}

/** What a card needs beside its row. */
export interface CardContext {
  readonly document: Document;
  readonly publication: string;
  readonly numbers: readonly CardNumber[];
  /** What the numbers that would decide it are, by name. */
  readonly needs: readonly string[];
  /** The claims taken as given, with their statements and verdicts. */
  readonly given: readonly { readonly id: string; readonly statement: string; readonly verdict: string }[];
  /** Each phrase with its readings in words. */
  readonly phrases: readonly { readonly phrase: string; readonly reading: string }[];
}

/** The anchor of a claim's card. */
export function cardAnchor(id: string): string {
  return `claim-${id.replace(".claim.", "-").replaceAll(".", "-")}`;
}

/** One claim with its verdict; how it was judged folds out. Whole without scripts. */
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
        `${context.publication} · ${row.locator.replace(/^[^:]+: /, "")} · ${row.kind}`,
      ),
    ),
    h("p", { class: "claim-says", id: `${anchor}-says` }, row.statement),
    h("p", { class: "own-words", "data-part": "own-words", hidden: true }),
    h("p", { class: "claim-because", "data-part": "because" }, sentence(row.because)),
    row.close && row.note !== null && h("p", { class: "claim-note" }, row.note),
    strip,
    strip === null ? null : h("p", { class: "claim-strip-says" }, describe(row)),
    h(
      "details",
      { class: "claim-how" },
      h("summary", {}, "How it was judged"),
      context.numbers.length > 0 &&
        h(
          "ul",
          { class: "claim-numbers" },
          context.numbers
            .slice(0, MOST_LISTED)
            .map((number) =>
              h(
                "li",
                {},
                h("span", {}, number.label),
                " ",
                h("b", {}, number.said),
                number.range === "" ? null : ` (${number.range})`,
              ),
            ),
          context.numbers.length > MOST_LISTED &&
            h("li", {}, `and ${context.numbers.length - MOST_LISTED} more of the same series`),
        ),
      row.code === null ? null : h("pre", { class: "claim-code" }, h("code", {}, row.code)),
      context.phrases.map(({ phrase, reading }) => h("p", {}, `“${phrase}” is read as ${reading}.`)),
      rivals(row, h),
      row.states === "" ? null : h("p", {}, "The number that this sentence gives was not used to judge it."),
      context.given.length > 0 && [
        h("p", {}, "Taken as given from other charts:"),
        h(
          "ul",
          {},
          context.given.map(({ id, statement, verdict }) =>
            h("li", {}, h("a", { href: `#${cardAnchor(id)}` }, statement), ` (${verdict})`),
          ),
        ),
      ],
      context.needs.length > 0 && h("p", {}, `It would be decided by: ${context.needs.join("; ")}.`),
      robustness(row, h),
      row.alternatives === null ? null : h("p", {}, `What else could be behind it: ${row.alternatives}`),
      row.note === null || row.close ? null : h("p", {}, row.note),
      h(
        "p",
        { class: "claim-link" },
        h("a", { href: `#${anchor}` }, "Link to this claim"),
        " ",
        h("code", {}, row.id),
      ),
    ),
  );
}

const MOST_LISTED = 8;

/** The verdict as readers see it: "Holds", "Stands up to ×14.1". */
export function verdictText({
  verdict,
  worst,
  critical,
}: Pick<ClaimRow, "verdict" | "worst" | "critical">): string {
  if (verdict !== "up-to-design-effect") return VERDICT_LABELS[verdict as Verdict];
  const least = worst ?? critical;
  return least === null ? "Stands" : `Stands up to ×${formatNumber(least, 1, "down")}`;
}

/** What other readings of its phrases make of a claim. */
function rivals({ verdict, narrow, wide }: ClaimRow, h: ReturnType<typeof make>) {
  if (narrow === null || wide === null) return null;
  if (narrow === verdict && wide === verdict)
    return h("p", {}, "Narrower and wider readings come to the same.");
  const said = (other: Verdict) => VERDICT_LABELS[other].toLowerCase();
  return h("p", {}, `Read more narrowly: ${said(narrow)}. Read more widely: ${said(wide)}.`);
}

function robustness({ critical, worst, holm }: ClaimRow, h: ReturnType<typeof make>) {
  if (critical === null && worst === null) return null;
  const at = (effect: number | null) =>
    effect === null ? "not known" : `×${formatNumber(effect, 2, "down")}`;
  return h(
    "p",
    {},
    `Significant up to a design effect of ${at(critical)} at the printed numbers, ${at(worst)} at the worst that agree with everything else. After Holm’s correction for all comparisons of its section: ${holm}.`,
  );
}

/** A reason as a sentence. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}
