import type { LostNumber } from "../../analysis/own-table/numbers.js";
import type { AnyFigure } from "../../figures/figure.js";
import { formatNumber } from "../../model/format.js";
import { type Child, make } from "../dom.js";

/**
 * The folded part of a figure that names the table which has its lost numbers. Scripts add the form that takes the table; what
 * stands here reads without them. Null for a figure that takes no numbers, or of which none is lost.
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

/** What the page needs of a lost number. */
function slim({ id, publication, place, where, measure, label, group, period }: LostNumber): LostNumber {
  return { id, publication, place, where, measure, label, group, period };
}

/** Text whose addresses are links. */
function linked(text: string, h: ReturnType<typeof make>): Child[] {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part, i) => (i % 2 === 1 ? h("a", { href: part }, part.replace(/^https?:\/\//, "")) : part));
}
