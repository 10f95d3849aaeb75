import type { Raw } from "../../../data-loaders/read/index.js";
import type { SegmentedRow } from "../../analysis/segmented-row.js";
import { foldedByHand } from "../../components/by-hand.js";
import { dataTable } from "../../components/data-table.js";
import { make } from "../../components/dom.js";
import { segmentedTable } from "../../components/segmented-table.js";
import { groupKey } from "../../model/dimensions.js";
import { formatEnd, formatNumber } from "../../model/format.js";
import { type Dataset, rowsOf } from "../../model/table.js";
import { isHeld } from "../../model/value.js";
import { feeFactsOf, firstFeeWorld, type ValueCells } from "./index.js";
import type { SwingRow } from "./schema.js";

/** The blocks of the page on the fee, by name. */
export function feeBlocks(
  raw: Raw,
  tables: ReadonlyMap<string, Dataset>,
  document: Document,
): Record<string, HTMLElement> {
  return {
    "fee-impact.to-ask-for": missingNumbers(raw, document),
    "fee-impact.segmented": segmented(tables, document),
    "fee-impact.swings": swings(tables, document),
  };
}

/** The table for checking the leave-one-out figure by hand. */
export function feeByHand(tables: ReadonlyMap<string, Dataset>, document: Document): Record<string, string> {
  const facts = feeFactsOf(rowsOf<ValueCells>(tables, "fee-impact-numbers"), rowsOf(tables, "events"));
  return {
    "fall-by-statement.by-hand": foldedByHand("fall-by-statement", firstFeeWorld(facts), document),
  };
}

interface MissingNumbers {
  readonly what: string;
  readonly ids: readonly string[];
  readonly place: string;
  readonly note: string | null;
}

/** The list of missing numbers to request: where they are published, and their row ids. */
function missingNumbers({ values, bases }: Raw, document: Document): HTMLElement {
  const h = make(document);
  const quarterly = (id: string) => /\.\d{4}-\d{2}$/.test(id);
  const lost = values.filter((v) => quarterly(v.id) && !isHeld(v));
  const ofAll = lost.filter(({ group }) => groupKey(group) === "");
  const ofParents = lost.filter(({ group }) => groupKey(group).startsWith("parent="));
  const list = (
    what: string,
    rows: readonly { readonly id: string; readonly place: string; readonly note: string | null }[],
  ): MissingNumbers[] =>
    rows.length === 0
      ? []
      : [{ what, ids: rows.map(({ id }) => id), place: rows[0]?.place ?? "", note: rows[0]?.note ?? null }];
  const rows = [
    ...list(
      "Percentage satisfied, by quarter",
      ofAll.filter((v) => v.measure === "cms16.satisfied"),
    ),
    ...list(
      "Percentage of Receiving and of Paying Parents satisfied, by quarter",
      ofParents.filter((v) => v.measure === "cms16.satisfied"),
    ),
    ...list(
      "Interviews, by quarter",
      bases.filter((b) => quarterly(b.id) && b.interviews === null && b.id.startsWith("cms-2016.base.all.2")),
    ),
    ...list(
      "What each quarter weighs",
      ofAll.filter((v) => v.measure === "cms16.quarter-weight"),
    ),
  ];
  return dataTable(
    rows,
    [
      { label: "To ask for", value: (row) => row.what },
      { label: "Where it stands", value: (row) => row.note ?? row.place },
      {
        label: "Rows to fill in",
        value: (row) =>
          h(
            "span",
            {},
            `${formatNumber(row.ids.length)}: `,
            h("code", {}, row.ids[0] ?? ""),
            " to ",
            h("code", {}, endOfList(row.ids)),
          ),
      },
    ],
    {
      document,
      caption: "Numbers that would settle it, and where to ask for them",
      quiet: true,
      cards: true,
    },
  );
}

/** A row's month, to end a list of rows; its whole id if it is of another group. */
function endOfList(ids: readonly string[]): string {
  const [first = "", last = ""] = [ids[0], ids.at(-1)];
  return last.slice(0, -7) === first.slice(0, -7) ? last.slice(-7) : last;
}

/** The swing of the mix of parents that is needed for all clients to rise while both kinds of parent fall. */
function swings(tables: ReadonlyMap<string, Dataset>, document: Document): HTMLElement {
  const rows = rowsOf<SwingRow>(tables, "swing-of-the-mix");
  const gaps = [...new Set(rows.map(({ gap }) => gap))];
  const falls = [...new Set(rows.map(({ fall }) => fall))];
  const cell = (fall: number, gap: number) => {
    const swing = rows.find((row) => row.fall === fall && row.gap === gap)?.swing ?? null;
    return swing === null ? "no swing does" : formatEnd(swing, "low");
  };
  return dataTable(
    falls,
    [
      {
        label: "Both parents fell by",
        value: (fall) => `${formatNumber(fall)} ${fall === 1 ? "point" : "points"}`,
      },
      ...gaps.map((gap) => ({
        label: `Receiving Parents lead by ${formatNumber(gap)}`,
        value: (fall: number) => cell(fall, gap),
      })),
    ],
    {
      document,
      caption:
        "Points by which the share of Receiving Parents must change before all clients can have become more satisfied",
      quiet: true,
      cards: true,
    },
  );
}

/** Level and slope before and after; empty until the quarters are known. */
function segmented(tables: ReadonlyMap<string, Dataset>, document: Document): HTMLElement {
  const h = make(document);
  const rows = rowsOf<SegmentedRow>(tables, "segmented-regression");
  if (rows.length === 0) return h("div", { hidden: true });
  return segmentedTable(rows, {
    document,
    title: "Level and slope, now that the quarters are held",
    from: "the numbers filled in",
  });
}
