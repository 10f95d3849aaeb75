import { type Problem, shown } from "../problem.js";
import { FILE_TYPES, type FileType } from "../schemas.js";
import { type IdCell, problemAt, type Table } from "../table.js";
import { CONTEXT, type Tables } from "../tables.js";

/** A test for known ids. If some rows could not be read, every id counts as known. */
export function known(table: Table<FileType>): (id: string) => boolean {
  const ids = new Set(table.ids.map((cell) => cell.text));
  return (id) => !table.whole || ids.has(id);
}

/** Checks that every measure and base that a row names exists. */
export function checkReferences(tables: Tables): Problem[] {
  const isMeasure = known(tables.measures);
  const isBase = known(tables.bases);
  const expected = "the id of a row of bases.csv";
  return [
    ...tables.values.rows.flatMap((row) => {
      const { measure, base } = row.columns;
      const problems: Problem[] = [];
      if (!isMeasure(measure)) {
        problems.push(
          problemAt(row, "measure", `measure is ${shown(measure)}`, "the id of a row of measures.csv"),
        );
      }
      if (base !== null && !isBase(base)) {
        problems.push(problemAt(row, "base", `base is ${shown(base)}`, expected));
      }
      return problems;
    }),
    ...tables.reconciliations.rows.flatMap((row) => {
      const { total, parts } = row.columns;
      return [
        ...(isBase(total) ? [] : [problemAt(row, "total", `total is ${shown(total)}`, expected)]),
        ...parts
          .filter((part) => !isBase(part))
          .map((part) => problemAt(row, "parts", `parts name ${shown(part)}`, expected)),
      ];
    }),
  ];
}

/**
 * Checks that ids are unique among files of a type and begin with their folder; measures have prefixes of their own.
 */
export function checkIds(tables: Tables): Problem[] {
  return FILE_TYPES.flatMap((type) => {
    const first = new Map<string, IdCell>();
    return tables[type].ids.flatMap((id) => {
      const { text, file, folder, line, column } = id;
      if (text === "") return [];
      const earlier = first.get(text);
      if (earlier !== undefined) {
        const message = `id is ${shown(text)}, as at ${earlier.file}:${earlier.line}`;
        return [{ file, line, column, message, expected: `each id once in all ${type}.csv files` }];
      }
      first.set(text, id);
      if (type === "publication" || type === "measures" || text.startsWith(`${folder}.`)) return [];
      const message = `id is ${shown(text)}`;
      return [{ file, line, column, message, expected: `an id that begins with ${folder}.` }];
    });
  });
}

const LOCATED = [
  "measures",
  "values",
  "bases",
  "reconciliations",
  "rules",
  "limitations",
  "events",
  "calendar",
  "facts",
  "sentences",
  "claims",
] as const satisfies readonly FileType[];

/** Checks that a locator names a publication and a place in it; in the context folder it begins with `context:`. */
export function checkLocators(tables: Tables, folders: readonly string[]): Problem[] {
  const publications = folders.filter((folder) => folder !== CONTEXT);
  return LOCATED.flatMap((type) =>
    tables[type].rows.flatMap((row) => {
      const names = row.folder === CONTEXT ? [CONTEXT] : publications;
      const { locator } = row.columns;
      if (names.some((name) => locator.startsWith(`${name}: `) && locator.length > name.length + 2))
        return [];
      const { line, column } = row.cells.locator;
      const expected = `a place after ${names.map((name) => `${name}:`).join(" or ")}`;
      return [{ file: row.file, line, column, message: `locator is ${shown(locator)}`, expected }];
    }),
  );
}

const EXPECTED = "the id of a row of sources.csv";

/**
 * Checks that outside facts, and events of grade A or B, name a source with an address; grade A requires the address
 * of the original publisher. Events of grade P need none: their publication is the source.
 */
export function checkSources(tables: Tables): Problem[] {
  const isSource = known(tables.sources);
  const copies = new Map(tables.sources.rows.map(({ columns }) => [columns.id, columns.copy]));
  return [...tables.facts.rows, ...tables.events.rows].flatMap((row): Problem[] => {
    const { grade, source_id } = row.columns;
    const at = (message: string, expected: string) => [
      problemAt<"facts" | "events">(row, "source_id", message, expected),
    ];
    if (grade === "P")
      return source_id === null
        ? []
        : at(`source_id is ${shown(source_id)}`, "none, since the publication says so");
    if (source_id === null) return at(`grade ${grade} without a source`, EXPECTED);
    if (!isSource(source_id)) return at(`source_id is ${shown(source_id)}`, EXPECTED);
    return grade === "A" && copies.get(source_id) === "second hand"
      ? at(`grade A with ${source_id}, which is second hand`, "grade B, or the publisher's own page")
      : [];
  });
}

/**
 * Checks that a publication's id is its folder's name, that its file has one row, and that coverage does not end
 * before it starts.
 */
export function checkPublications(tables: Tables): Problem[] {
  const seen = new Set<string>();
  const isPublication = known(tables.publication);
  return tables.publication.rows.flatMap((row) => {
    const { id, background_of, coverage_start, coverage_end } = row.columns;
    const problems: Problem[] = [];
    if (seen.has(row.file)) {
      problems.push(problemAt(row, "id", "the file has a second publication", "one row"));
    } else if (id !== row.folder) {
      problems.push(problemAt(row, "id", `id is ${shown(id)}`, `${row.folder}, the name of the folder`));
    }
    seen.add(row.file);
    if (background_of !== null && (background_of === id || !isPublication(background_of))) {
      const message = `background_of is ${shown(background_of)}`;
      problems.push(
        problemAt(row, "background_of", message, "the id of another publication, or an empty cell"),
      );
    }
    if (coverage_start !== null && coverage_end !== null && coverage_end < coverage_start) {
      const message = `coverage_end is ${shown(coverage_end)}`;
      problems.push(
        problemAt(row, "coverage_end", message, `${coverage_start} or later, as coverage_start is`),
      );
    }
    return problems;
  });
}

/** Checks that equal fingerprints have equal numbers of words. */
export function checkSentences({ sentences }: Tables): Problem[] {
  const first = new Map<string, { readonly id: string; readonly words: number }>();
  return sentences.rows.flatMap((row) => {
    const { id, words, fingerprint } = row.columns;
    const twin = first.get(fingerprint);
    if (twin === undefined) first.set(fingerprint, { id, words });
    if (twin === undefined || twin.words === words) return [];
    const message = `words is ${shown(String(words))} and ${twin.id} has the same fingerprint with ${twin.words}`;
    return [problemAt(row, "words", message, "one number of words for one fingerprint")];
  });
}
