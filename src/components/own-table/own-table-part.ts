import type { LostNumber } from "../../analysis/own-table/numbers.js";
import type { AnyFigure } from "../../figures/figure.js";
import { formatNumber } from "../../model/format.js";
import { type Child, make } from "../dom.js";

/**
 * The collapsed part of a figure that names the table with its lost numbers. Scripts add the upload form; without
 * scripts the text still reads well. Null for a figure that accepts no numbers, or without lost ones.
 */
export function ownTablePart(
  { id, own }: Pick<AnyFigure, "id" | "own">,
  lost: readonly LostNumber[],
  document: Document,
): Child {
  const asked = own === undefined ? [] : lost.filter(own.asks);
  if (asked.length === 0) return null;
  const h = make(document);
  const places = [...new Map(asked.map((number) => [number.where, number])).values()];
  const count = asked.length === 1 ? "One number" : `${formatNumber(asked.length)} numbers`;
  return h(
    "details",
    { class: "own-table", "data-part": "own-table", "data-asked": JSON.stringify(asked.map(slim)) },
    h(
      "summary",
      {},
      h("span", { class: "with-script" }, "I have the table"),
      h("span", { class: "without-script" }, "Which table has these numbers"),
    ),
    h(
      "p",
      {},
      `${count} of this figure ${asked.length === 1 ? "is" : "are"} not in the text we hold. To be found in `,
      places.map(({ where, publication }, i) => [
        i === 0 ? "" : "; and in ",
        ...linked(where, h),
        ` (${publication})`,
      ]),
      ".",
    ),
    h(
      "p",
      {},
      h("code", {}, "npm run missing -- --csv"),
      " lists them with all others that are not in the text. Filled in in the project’s own files, they serve every page.",
    ),
    h("div", { "data-part": "own-table-form", id: `own-table-${id}` }),
  );
}

/** The fields of a lost number that the page needs. */
function slim({ id, publication, place, where, measure, label, group, period }: LostNumber): LostNumber {
  return { id, publication, place, where, measure, label, group, period };
}

/** Turns the addresses in a text into links. */
function linked(text: string, h: ReturnType<typeof make>): Child[] {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part, i) => (i % 2 === 1 ? h("a", { href: part }, part.replace(/^https?:\/\//, "")) : part));
}
