import type { StatementCheck, StatementKind } from "../../analysis/own-table/broken-statements.js";
import { type Scored, score, scoreText } from "../../analysis/own-table/score.js";
import { shownRows } from "../../figures/figure.js";
import { formatNumber } from "../../model/format.js";
import { dataTable } from "../data-table.js";
import { type Child, make } from "../dom.js";
import { segmentedTable } from "../segmented-table.js";
import type { OwnTableContext } from "./own-tables.js";

/**
 * Evaluates the reader's numbers: scores our ranges against them, lists the statements they break and what they
 * imply.
 */
export async function ownTableAnswer<Row, Shown>(
  { figure, rows, state, own }: OwnTableContext<Row, Shown>,
  document: Document,
): Promise<HTMLElement> {
  const h = make(document);
  const [spec, numbers, current] = [figure.own, own.get(), state.get()];
  if (spec === undefined) return h("div", {});
  const shown = shownRows(figure, rows, current);
  const scored = shown.flatMap((row) => {
    const mark = spec.mark(row, numbers);
    const ranges = spec.ranges?.(row);
    return mark === null || ranges === undefined ? [] : [score({ ...mark, label: spec.label(row), ranges })];
  });
  const needsSources = spec.check !== undefined || spec.further !== undefined;
  const sources = needsSources ? await own.sources() : undefined;
  const check = sources && (await spec.check?.(sources, numbers, current));
  const further = sources && (await spec.further?.(sources, numbers, current));
  const words = spec.inWords?.(shown, numbers);
  return h(
    "div",
    {},
    scored.length > 0 && [
      h("p", { class: "own-score" }, h("b", {}, (spec.scoreText ?? scoreText)(scored))),
      scoreTable(scored, document, "Your numbers and our ranges"),
    ],
    words !== undefined && h("p", { class: "own-score" }, h("b", {}, words)),
    check !== undefined && checkPart(check, h),
    further !== undefined &&
      further.scored.length > 0 && [
        h("h4", {}, "What they give"),
        scoreTable(further.scored, document, "What your numbers give, and our ranges given the words"),
      ],
    further !== undefined &&
      further.segmented.length > 0 &&
      segmentedTable(further.segmented, {
        document,
        title: "Level and slope in your table",
        from: "the quarters of your table",
      }),
  );
}

const OUTCOMES: Record<Scored["outcome"], string> = {
  inside: "inside",
  rounding: "inside by rounding",
  outside: "outside",
  "no range": "nothing to compare",
};

function scoreTable(scored: readonly Scored[], document: Document, caption: string): HTMLElement {
  return dataTable(
    scored,
    [
      { label: "What", value: (row) => row.label },
      { label: "In your table", value: (row) => row.shown },
      { label: "Our range", value: (row) => row.range },
      {
        label: "Where it lies",
        value: (row) => [OUTCOMES[row.outcome], row.place].filter((text) => text !== "").join(", "),
      },
    ],
    { document, caption, quiet: true, cards: true },
  );
}

/** Why a correct table can still break a statement. */
const REASONS: Record<StatementKind, string> = {
  mean: "the weights that we allow are too narrow, or the total and its parts are not about the same people",
  order: "the words mean something else than we read in them",
  range: "the words are read more narrowly than they were meant",
  significant:
    "“significant” means something else than we read in it, or each interview was worth more than is chosen above",
  "not significant": "silence about a pair does not mean “not significant”, as the box above assumes",
};

function checkPart({ statements, broken, together }: StatementCheck, h: ReturnType<typeof make>): Child {
  const all = `${formatNumber(statements)} ${statements === 1 ? "statement" : "statements"}`;
  if (broken.length > 0) {
    const kinds = [...new Set(broken.map(({ kind }) => kind))];
    return [
      h(
        "h4",
        {},
        `Your table does not agree with ${broken.length === 1 ? "a statement" : `${formatNumber(broken.length)} statements`} that our ranges rest on`,
      ),
      h(
        "ul",
        { class: "own-broken" },
        broken.map(({ name, locator, numbers }) =>
          h("li", {}, h("b", {}, `“${name}”`), ` (${placeOf(locator)}): ${numbers.join("; ")}.`),
        ),
      ),
      h(
        "p",
        {},
        `If the table is the one that the report was written from, then ${kinds.map((kind) => REASONS[kind]).join("; or ")}; or the report’s sentence is wrong, or our record of it is.`,
      ),
    ];
  }
  if (together.length > 0) {
    return [
      h("h4", {}, "Your table agrees with each statement alone, and not with all together"),
      h("p", {}, "These cannot all be true; without any one of them the rest can:"),
      h(
        "ul",
        { class: "own-broken" },
        together.map(({ name = "", locator }) =>
          h("li", {}, h("b", {}, `“${name}”`), locator === undefined ? "" : ` (${placeOf(locator)})`),
        ),
      ),
      h(
        "p",
        {},
        `If the table is the one that the report was written from, then ${REASONS.mean}, or one of the sentences means something else than we read in it, or our record of it is wrong.`,
      ),
    ];
  }
  return h("p", {}, `Your table agrees with all ${all} that our ranges rest on, as they are read above.`);
}

/** The place of a locator, without the publication's id. */
function placeOf(locator: string): string {
  return locator.replace(/^[^:]+: /, "");
}
