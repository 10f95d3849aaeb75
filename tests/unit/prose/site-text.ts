import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ColumnTable, from } from "arquero";
import { basesTable } from "../../../data-loaders/tables/bases.js";
import { eventsTable } from "../../../data-loaders/tables/documents.js";
import type { Built } from "../../../data-loaders/tables/index.js";
import { numbersHeldTable } from "../../../data-loaders/tables/numbers-held.js";
import { collectionResults, publishedResults } from "../../../data-loaders/tables/results.js";
import { valuesTable } from "../../../data-loaders/tables/values.js";
import { lookUp, pieces, type Results } from "../../../src/components/citation.js";
import { chooseText } from "../../../src/components/passages.js";
import { type AnyFigure, isDrawn, shownRows } from "../../../src/figures/figure.js";
import { ageAndEthnicityResults, facts as agesFacts } from "../../../src/findings/age-and-ethnicity/index.js";
import { ageAndEthnicityTables } from "../../../src/findings/age-and-ethnicity/tables.js";
import { caseClosureResults, facts as closureFacts } from "../../../src/findings/case-closure/index.js";
import { caseClosureTables } from "../../../src/findings/case-closure/tables.js";
import { feeFacts, feeResults } from "../../../src/findings/fee-impact/index.js";
import { feeImpactTables } from "../../../src/findings/fee-impact/tables.js";
import {
  parentsAndContactResults,
  facts as parentsFacts,
} from "../../../src/findings/parents-and-contact/index.js";
import { parentsAndContactTables } from "../../../src/findings/parents-and-contact/tables.js";
import { defaultState } from "../../../src/model/control.js";
import { type CitationForm, formatResult, type Result } from "../../../src/model/result.js";
import type { Dataset } from "../../../src/model/table.js";
import { FIGURES } from "../../../tools/site/figures.js";
import { namedNumbers } from "../../../tools/site/site-file.js";
import { pagesOf } from "../../../tools/source-files.js";
import { ROOT } from "../site/fixture.js";

type Columns = ColumnTable;

/** What a finding makes of the numbers. Its tables and results follow from its facts and from nothing else. */
interface Finding {
  readonly facts: (values: Columns, bases: Columns, events: Columns) => unknown;
  readonly tables: (values: Columns, bases: Columns, events: Columns) => readonly Dataset[];
  readonly results: (facts: never) => readonly Result[];
}

const FINDINGS: Readonly<Record<string, Finding>> = {
  parents: {
    facts: (values, bases) => parentsFacts(values, bases),
    tables: (values, bases) => parentsAndContactTables(values, bases, () => null).tables,
    results: parentsAndContactResults,
  },
  fee: {
    facts: (values, _bases, events) => feeFacts(values, events),
    tables: (values, _bases, events) => feeImpactTables(values, events, [], () => null).tables,
    results: feeResults,
  },
  closure: {
    facts: (values, _bases, events) => closureFacts(values, events),
    tables: (values, _bases, events) => caseClosureTables(values, events, () => null).tables,
    results: caseClosureResults,
  },
  ages: {
    facts: (values) => agesFacts(values),
    tables: (values) => ageAndEthnicityTables(values, () => null).tables,
    results: ageAndEthnicityResults,
  },
};

interface Made {
  readonly tables: readonly Dataset[];
  readonly results: readonly Result[];
}

/** The numbers of the site with some filled in: what a finding's facts leave as it was is not made again. */
export interface Numbers {
  readonly named: Results;
  readonly tables: ReadonlyMap<string, Dataset>;
}

/**
 * Makes the numbers for one set of raw rows after the other, from what was built of the text alone. `facts` gives the facts
 * of those findings alone whose facts are not those of the text; empty where none are.
 */
export function numbersMaker(built: Built): {
  readonly numbers: (raw: Built["raw"]) => Numbers;
  readonly facts: (raw: Built["raw"]) => string;
} {
  const columnsOf = (raw: Built["raw"]) =>
    [valuesTable, basesTable, eventsTable].map((table) => from([...table(raw).rows])) as [
      Columns,
      Columns,
      Columns,
    ];
  const text = columnsOf(built.raw);
  const own = Object.entries(FINDINGS).map(([name, finding]) => {
    const facts = finding.facts(...text);
    const ids = new Set(finding.results(facts as never).map(({ id }) => id));
    return { name, finding, key: JSON.stringify(facts), ids };
  });
  const counted = new Set([...publishedResults(built.raw), ...collectionResults(built.raw)].map((r) => r.id));
  const known = new Map<string, Made>();
  const facts = (raw: Built["raw"]) => {
    const columns = columnsOf(raw);
    return own
      .flatMap(({ name, finding, key }) => {
        const now = JSON.stringify(finding.facts(...columns));
        return now === key ? [] : [`${name} ${now}`];
      })
      .join(" ");
  };
  const numbers = (raw: Built["raw"]): Numbers => {
    const columns = columnsOf(raw);
    const made = own.map(({ finding, key, ids }): Made & { readonly ids: ReadonlySet<string> } => {
      const facts = finding.facts(...columns);
      const now = JSON.stringify(facts);
      if (now === key) return { tables: [], results: built.results.filter(({ id }) => ids.has(id)), ids };
      const again = known.get(now) ?? {
        tables: finding.tables(...columns),
        results: finding.results(facts as never),
      };
      known.set(now, again);
      return { ...again, ids };
    });
    const results = [
      ...publishedResults(raw),
      ...collectionResults(raw),
      ...made.flatMap((one) => one.results),
      ...built.results.filter(({ id }) => !counted.has(id) && !made.some(({ ids }) => ids.has(id))),
    ];
    const tables = [numbersHeldTable(raw), ...made.flatMap((one) => one.tables)];
    return {
      named: namedNumbers({ raw, results }),
      tables: new Map([...built.tables, ...tables.map((table) => [table.name, table] as const)]),
    };
  };
  return { numbers, facts };
}

/** One sentence, label, cell or alternative as readers meet it, with what it cites and the file that it stands in. */
export interface Said {
  readonly file: string;
  readonly text: string;
  readonly cites: readonly { readonly id: string; readonly form: CitationForm }[];
  /** The row of a figure's table that it is a cell of, and its column. */
  readonly cell?: { readonly figure: string; readonly row: string; readonly column: string };
}

export const PAGES: readonly { readonly file: string; readonly source: string }[] = pagesOf(ROOT).map(
  (file) => ({
    file,
    // Front matter and code are no prose.
    source: readFileSync(join(ROOT, file), "utf8")
      .replace(/^---\n[\s\S]*?\n---\n/, "")
      .replace(/^```[\s\S]*?^```/gm, ""),
  }),
);

/** All that the pages and the figures that stand on them say, sentence by sentence. */
export function siteText({ named, tables }: Numbers, pages = PAGES): Said[] {
  const placed = new Set<string>();
  const onPages = pages.flatMap(({ file, source }) => {
    const chosen = chooseText(source, named);
    for (const [, id = ""] of chosen.matchAll(/^\{\{figure ([a-z0-9-]+)\}\}$/gm)) placed.add(id);
    const words = chosen
      .replace(/^\{\{(?:figure|block) [a-z0-9.-]+\}\}$|^\{\{numbers\}\}$/gm, "")
      // A cell's heading on a phone stands in an attribute.
      .replace(/<t[dh]\b[^>]*>|<\/t[dh]>|<\/?(?:li|p|div|caption)\b[^>]*>/g, "\n\n")
      .replace(/<[^>]*>/g, "");
    return words.split(/\n\s*\n|\n(?=[-#|\d])/).flatMap((block) => sentences(file, block, named));
  });
  return [
    ...onPages,
    ...FIGURES.filter(({ id }) => placed.has(id)).flatMap((figure) => figureText(figure, tables, named)),
  ];
}

function figureText(figure: AnyFigure, tables: Numbers["tables"], named: Results): Said[] {
  const file = `figure ${figure.id}`;
  const rows = tables.get(figure.id)?.rows ?? [];
  if (!isDrawn(figure, rows)) return sentences(file, figure.none ?? "", named);
  const state = defaultState(figure.controls);
  const shown = shownRows(figure, rows, state);
  const templates = [
    figure.title(rows),
    figure.subtitle,
    ...figure.how,
    ...(figure.ends ?? []).map(({ says }) => says),
  ].map((template) => chooseText(template, named));
  const plain = [figure.alt(shown, state), figure.readout?.(shown, state) ?? ""];
  const columns = figure.columns(state);
  const cells = shown.flatMap((row) => {
    const [head, ...others] = columns.map(({ label, value }) => ({ label, text: String(value(row) ?? "") }));
    return others.map(
      ({ label, text }): Said => ({
        file,
        text,
        cites: [],
        cell: { figure: figure.id, row: head?.text ?? "", column: label },
      }),
    );
  });
  return [
    ...templates.flatMap((template) => sentences(file, template, named)),
    ...plain.flatMap((text) => text.split("; ")).flatMap((text) => sentences(file, text, named)),
    ...cells,
  ];
}

/** The sentences of a text with its citations written out. */
function sentences(file: string, text: string, named: Results): Said[] {
  return text
    .replace(/\s+/g, " ")
    .split(/(?<=[.!?:])\s+(?=[\p{Lu}“{])/u)
    .filter((sentence) => sentence.trim() !== "")
    .map((sentence) => {
      const parts = pieces(sentence.trim());
      return {
        file,
        text: parts
          .map((part) => ("text" in part ? part.text : formatResult(lookUp(part.id, named), part.form)))
          .join(""),
        cites: parts.flatMap((part) => ("id" in part ? [part] : [])),
      };
    });
}
