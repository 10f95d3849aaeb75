import { type WorkedEnd, type WorkedOut, type World, workedOut } from "../analysis/by-statement/index.js";
import { type AddedUp, addUp } from "../analysis/by-statement/proof-lines.js";
import { checkSheet, inWords } from "../analysis/by-statement/sheet.js";
import { formatEnd, formatNumber } from "../model/format.js";
import { memoize } from "../model/memoize.js";
import { dataTable } from "./data-table.js";
import { type Child, make } from "./dom.js";

const DIGITS = 3;

/**
 * Lets a reviewer check an answer by hand. Shows the numbers that attain each end, with their weights, and the
 * statements whose weighted sum proves the end; both also as text for a spreadsheet. Where no numbers agree, shows
 * the statements that cannot all be true.
 */
export function byHand(
  world: World,
  answer: WorkedOut,
  { document = globalThis.document }: { document?: Document } = {},
): HTMLElement[] {
  const h = make(document);
  if (answer.set.length === 0)
    return [
      h(
        "p",
        {},
        "No figures fit. These statements cannot all be true, and no fewer of them contradict each other:",
      ),
      h(
        "ul",
        {},
        answer.conflict.map(({ name, path, locator }) =>
          h("li", {}, name ?? path, h("small", {}, locator === undefined ? "an assumption" : place(locator))),
        ),
      ),
    ];
  return [
    h(
      "p",
      {},
      "These numbers agree with every statement and attain the ends. Weights are the groups’ shares in the figure that is their mean.",
    ),
    systemTable(world, answer, document),
    h(
      "p",
      {},
      "Nothing lies beyond. Add the lines of each table: every statement times its number, and what is left of each figure at the end of its limits. Where there are several cases, one of them always holds. The line of a significant difference, or of a mean whose weights may vary, is a chord that holds within the limits of its case.",
    ),
    ...answer.ends.map((end) => proof(world, answer, end, document)),
    h(
      "details",
      { class: "fold sheet" },
      h("summary", {}, "For a spreadsheet: paste it into cell A1, and it works out each end again"),
      h("p", {}, h("button", { type: "button", "data-part": "copy-sheet" }, "Copy for a spreadsheet")),
      h("pre", { tabindex: 0, "data-part": "sheet" }, checkSheet(world, answer)),
    ),
  ];
}

function systemTable(world: World, { ends }: WorkedOut, document: Document): HTMLElement {
  const { problem, labels } = world;
  const means = (problem.identities ?? []).map((identity, i) => ({ identity, path: `identities[${i}]` }));
  const weightOf = ({ system }: WorkedEnd, id: string): number | null => {
    for (const { identity, path } of means) {
      const at = identity.sum ? -1 : identity.parts.findIndex((part) => "id" in part && part.id === id);
      if (at >= 0) return system.shares[identity.shares ?? path]?.[at] ?? null;
    }
    return null;
  };
  return dataTable(
    problem.unknowns.map(({ id }) => id),
    [
      { label: "Number", value: (id) => labels[id] ?? id },
      ...ends.flatMap((end) => [
        {
          label: `${endLabel(end)}: number`,
          value: (id: string) => end.system.values[id] ?? null,
          decimals: DIGITS,
        },
        { label: "weight", value: (id: string) => weightOf(end, id), decimals: 4 },
      ]),
    ],
    { document, caption: `${askedName(world)}: numbers that attain each end`, quiet: true },
  );
}

/** The question, for captions: each table of a page needs its own name. */
function askedName({ ask, labels }: World): string {
  const name = (id: string) => labels[id] ?? id;
  if ("id" in ask) return name(ask.id);
  if ("difference" in ask) return `${name(ask.difference[0])} less ${name(ask.difference[1])}`;
  return [ask.mean, ...(ask.minus === undefined ? [] : [ask.minus])]
    .map((ids) => `the mean of ${ids.map(name).join(", ")}`)
    .join(" less ");
}

function endLabel({ end, value }: WorkedEnd): string {
  return `${end === "low" ? "Lowest" : "Highest"}, ${formatEnd(value, end)}`;
}

function proof(world: World, answer: WorkedOut, worked: WorkedEnd, document: Document): HTMLElement {
  const h = make(document);
  const { end, value, proof } = worked;
  const heading = `Nothing lies ${end === "low" ? "below" : "above"} ${formatEnd(value, end)}`;
  if (proof === null)
    return h("p", {}, `${heading}: the solver proves it, but in more cases than can be read.`);
  const { cases } = proof;
  return h(
    "details",
    { class: "fold proof" },
    h("summary", {}, cases.length === 1 ? heading : `${heading}: ${formatNumber(cases.length)} cases`),
    cases.map((one, i): Child => {
      const given = one.given.map((text) => inWords(text, world.labels)).join(", and ");
      const added = addUp(one, proof.ask, end);
      const caption = cases.length === 1 ? heading : `Case ${i + 1}: ${given || "none of the others"}`;
      return [
        cases.length > 1 && h("h4", {}, caption),
        one.proves === null && one.rows.length === 0
          ? h("p", {}, "What the case assumes contradicts the limits and the order, so it never holds.")
          : proofTable(world, answer, added, one.proves === null, {
              document,
              caption: `${askedName(world)}. ${heading}. ${caption}`,
            }),
      ];
    }),
  );
}

interface Line {
  readonly says: string;
  readonly place: string;
  readonly limit: number | null;
  readonly times: number | null;
  readonly gives: number;
}

function proofTable(
  { labels }: World,
  { statements }: WorkedOut,
  { lines, left, sum }: AddedUp,
  empty: boolean,
  options: { document: Document; caption: string },
): HTMLElement {
  const name = (path: string) => statements.find((s) => s.path === path);
  const cite = (path: string) => (path === "case" ? "what the case assumes" : (name(path)?.name ?? path));
  const rows: Line[] = [
    ...lines.map(({ path, terms, sense, limit, times }) => ({
      says: `${sumInWords(terms, labels)} is ${sense} ${formatNumber(limit, DIGITS)}`,
      place: cite(path),
      ...{ limit, times, gives: times * limit },
    })),
    ...left.map(({ name: id, sense, limit, times, from }) => ({
      says: `${labels[id] ?? id} is ${sense} ${formatNumber(limit, DIGITS)}`,
      place:
        from.paths.length === 0 && !from.curve
          ? "a percentage lies from 0 to 100"
          : `${from.curve ? "at the ends of this case: " : ""}${[...new Set(from.paths.map(cite))].join("; ")}`,
      ...{ limit, times, gives: times * limit },
    })),
    {
      says: empty
        ? "Sum: 0 would have to be at least this, so that nothing agrees in this case"
        : "Sum: what the case proves",
      ...{ place: "", limit: null, times: null, gives: sum },
    },
  ];
  return dataTable(
    rows,
    [
      { label: "What is used", value: (row) => row.says },
      { label: "Because of", value: (row) => row.place || null },
      { label: "Limit", value: (row) => row.limit, decimals: DIGITS },
      { label: "times", value: (row) => row.times, decimals: 4 },
      { label: "gives", value: (row) => row.gives, decimals: DIGITS },
    ],
    { ...options, quiet: true, cards: true },
  );
}

/** A sum of numbers times coefficients, as readers write it. */
function sumInWords(terms: Readonly<Record<string, number>>, labels: World["labels"]): string {
  return Object.entries(terms)
    .filter(([, times]) => Math.abs(times) > 1e-9)
    .map(([id, times], i) => {
      const size = Math.abs(times);
      const factor = Math.abs(size - 1) < 1e-9 ? "" : `${formatNumber(size, 4)} × `;
      return `${times < 0 ? "− " : i > 0 ? "+ " : ""}${factor}${labels[id] ?? id}`;
    })
    .join(" ");
}

function place(locator: string): string {
  return locator.replace(/^[^:]+: /, "");
}

/** The "check by hand" section of a figure, collapsed. Memoized by the question. */
export const foldedByHand = /* @__PURE__ */ memoize(
  (figure: string, world: World, document: Document): string => {
    const h = make(document);
    return h(
      "details",
      { class: "fold by-hand" },
      h("summary", {}, "Check it by hand"),
      h("div", { "data-by-hand": figure }, byHand(world, workedOut(world.problem, world.ask), { document })),
    ).outerHTML;
  },
  { size: 12, key: (figure, world) => JSON.stringify([figure, world]) },
);
