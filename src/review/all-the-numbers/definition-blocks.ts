import type { Comparison, Measure, Publication, Raw } from "../../../data-loaders/read/index.js";
import { dataTable, type TableColumn } from "../../components/data-table.js";
import { make } from "../../components/dom.js";

const NOT_STATED = "not stated in the texts held";

const ANSWERS: Readonly<Record<Comparison["allowed"], string>> = {
  yes: "Yes",
  care: "With care",
  no: "No",
};

/** The compared measures by aspect of their definition, and which of them can be compared. */
export function definitionBlocks(raw: Raw, document: Document): Record<string, string> {
  return {
    "numbers.definitions": definitions(raw, document).outerHTML,
    "numbers.comparisons": comparisons(raw, document).outerHTML,
  };
}

interface Defined {
  readonly measure: Measure;
  readonly publication: Publication;
  readonly dontKnow: string;
}

/** An aspect in which definitions can differ. */
interface Point {
  readonly label: string;
  readonly text: (of: Defined) => string;
}

const POINTS: readonly Point[] = [
  { label: "Question, in our words", text: ({ measure }) => measure.question },
  { label: "Answers offered", text: ({ measure }) => measure.scale },
  { label: "Counted as satisfied", text: ({ measure }) => measure.countsAs },
  { label: "Who is asked", text: ({ measure }) => measure.askedOf },
  { label: "Don’t-knows", text: ({ dontKnow }) => dontKnow },
  { label: "Weighting", text: ({ publication }) => publication.weighting },
  { label: "About whom", text: ({ publication }) => publication.population },
  { label: "One record is", text: ({ publication }) => publication.unit },
  { label: "How people were asked", text: ({ publication }) => publication.mode },
  { label: "Who asked", text: ({ publication }) => publication.interviewer },
];

function definitions(raw: Raw, document: Document): HTMLElement {
  const h = make(document);
  const columns = comparedMeasures(raw).map((defined): TableColumn<Point> => {
    const label = `${defined.measure.label} (${defined.publication.shortTitle})`;
    return {
      label,
      value: (point) => {
        const text = point.text(defined);
        return text === NOT_STATED ? h("span", { class: "quiet" }, "not in our text") : text;
      },
    };
  });
  const table = dataTable(POINTS, [{ label: "Point", value: ({ label }) => label }, ...columns], {
    document,
    caption: "The measures of satisfaction, point by point",
    quiet: true,
    cards: true,
  });
  table.classList.add("definitions");
  return table;
}

/** The measures named by comparisons, in order of first mention. */
function comparedMeasures({ comparisons: rows, measures, publications, rules }: Raw): Defined[] {
  const names = new Set(rows.flatMap(({ first, second }) => [first, second]));
  return [...names].flatMap((name) => {
    const measure = measures.find(({ id }) => id === name);
    const publication = publications.find(({ id }) => id === measure?.publication);
    if (measure === undefined || publication === undefined) return [];
    const rule = rules.find(({ id }) => id === `${publication.id}.rule.dont-know`);
    return [{ measure, publication, dontKnow: rule?.statement ?? NOT_STATED }];
  });
}

function comparisons(raw: Raw, document: Document): HTMLElement {
  const h = make(document);
  const titles = new Map(raw.publications.map((p) => [p.id, p.shortTitle]));
  const names = new Map(
    raw.measures.map((m) => [m.id, `${m.label} (${titles.get(m.publication) ?? m.publication})`]),
  );
  const order: readonly Comparison["allowed"][] = ["yes", "care", "no"];
  return dataTable(
    order.flatMap((answer) => raw.comparisons.filter(({ allowed }) => allowed === answer)),
    [
      { label: "This", value: (row) => names.get(row.first) ?? row.first },
      {
        label: "With this",
        value: (row) =>
          row.first === row.second ? "itself: groups or periods" : (names.get(row.second) ?? row.second),
      },
      {
        label: "Comparable?",
        value: (row) => h("b", { class: `allowed ${row.allowed}` }, ANSWERS[row.allowed] ?? ""),
      },
      { label: "Why", value: (row) => row.because },
    ],
    { document, caption: "Which measures may be compared", quiet: true, cards: true },
  );
}
