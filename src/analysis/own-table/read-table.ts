import { DIMENSION_NAMES, type Group, groupKey, groupLabel, withCode } from "../../model/dimensions.js";
import { periodLabel } from "../../model/period.js";
import { groupsInTitle, type LabelMeaning, meanings } from "./labels.js";
import type { LostNumber } from "./numbers.js";
import { looksLikeNumber, percentageCell } from "./percentage.js";
import { periodNames } from "./period-names.js";
import { readCells, type TableCell, type TableProblem } from "./read-cells.js";

/** A number found in the table: the value it fills in, as printed, and its position. */
export interface FoundNumber {
  readonly id: string;
  readonly printed: string;
  readonly line: number;
  readonly column: number;
}

/** The parsed table. Unusable if there are problems; `left` lists ignored cells, which are no error. */
export interface TableReading {
  readonly found: readonly FoundNumber[];
  readonly problems: readonly TableProblem[];
  readonly left: readonly TableProblem[];
}

/**
 * Finds the missing numbers in a reader's table. Two formats: ours, with columns `id` and `printed`, as `npm run
 * missing -- --csv` and the page offer it; or a table with labels in rows, columns or both, matched by a closed list
 * of names. Ambiguity is a problem, never a guess.
 */
export function readTable(text: string, asked: readonly LostNumber[]): TableReading {
  const { rows, problems } = readCells(text);
  if (problems.length > 0) return { found: [], problems, left: [] };
  const form = ownForm(rows, asked) ?? plainForm(rows, asked);
  const reading = withoutDoubles(form, asked);
  if (reading.problems.length > 0 || reading.found.length > 0) return reading;
  const others = `${reading.left.length} other ${reading.left.length === 1 ? "cell was" : "cells were"} passed over`;
  const none = `no number of this figure was found; ${others}`;
  const names = [...new Set(asked.map(nameOf))];
  const list = names.length > 12 ? `${names.slice(0, 12).join("; ")} and so on` : names.join("; ");
  return {
    ...reading,
    problems: [{ line: 1, column: 1, message: none, expected: `rows or columns for ${list}` }],
  };
}

/** Distinguishes a number within its figure: "Aged 25 to 34", "March to May 2014". */
export function nameOf({ group, period }: LostNumber): string {
  const who = groupKey(group) === "" ? [] : [groupLabel(group)];
  // A whole-year period is common to all numbers of its survey.
  const when = period === null || /^(\d{4})-04\/\d{4}-03$/.test(period) ? [] : [periodLabel(period)];
  return [...who, ...when].join(", ") || "everyone";
}

/** Parses our format; null where the first row lacks `id` and `printed`. */
function ownForm(rows: readonly TableCell[][], asked: readonly LostNumber[]): Found | null {
  const header = (rows[0] ?? []).map(({ text }) => text.toLowerCase());
  const [idAt, printedAt] = [header.indexOf("id"), header.indexOf("printed")];
  if (idAt < 0) return null;
  if (printedAt < 0) {
    const { line = 1, column = 1 } = rows[0]?.at(-1) ?? {};
    const message = "the table has a column id and none named printed";
    return { found: [], left: [], problems: [{ line, column, message, expected: "a column printed" }] };
  }
  const ids = new Set(asked.map(({ id }) => id));
  const out: Found = { found: [], left: [], problems: [] };
  for (const row of rows.slice(1)) {
    const [idCell, cell] = [row[idAt], row[printedAt]];
    const last = row.at(-1) as TableCell;
    if (idCell === undefined || cell === undefined) {
      out.problems.push({
        ...place(last),
        message: `the row has ${row.length} ${row.length === 1 ? "cell" : "cells"}`,
        expected: `${header.length}, one for each column of the first row`,
      });
    } else if (ids.has(idCell.text)) {
      take(out, cell, idCell.text);
    } else if (cell.text !== "") {
      out.left.push({
        ...place(idCell),
        message: `"${idCell.text}" is no number of this figure`,
        expected: `one of its ${ids.size} ids`,
      });
    }
  }
  return out;
}

interface Found {
  readonly found: FoundNumber[];
  readonly problems: TableProblem[];
  readonly left: TableProblem[];
}

/** The combined meaning of the labels around a cell. */
interface Around {
  readonly group: Group;
  /** The periods that the labels can mean; null where none names one. */
  readonly periods: readonly string[] | null;
  readonly own: boolean | null;
  /** Labels that contradict each other, or one that is ambiguous. */
  readonly unclear: string | null;
}

function plainForm(rows: readonly TableCell[][], asked: readonly LostNumber[]): Found {
  const periods = periodNames(asked.flatMap(({ period }) => period ?? []));
  const samePeriod = new Set(asked.map(({ period }) => period)).size === 1;
  const meant = rows.map((row) => row.map(({ text }) => (text === "" ? [] : meanings(text, periods))));
  const labels = spread(rows, meant);
  const out: Found = { found: [], left: [], problems: [] };
  let section: readonly LabelMeaning[] = [];
  rows.forEach((row, r) => {
    const filled = row.filter(({ text }) => text !== "");
    const alone = filled.length === 1 ? filled[0] : undefined;
    if (alone !== undefined && !looksLikeNumber(alone.text)) {
      const at = row.indexOf(alone);
      section = meant[r]?.[at]?.length ? (meant[r]?.[at] ?? []) : groupsInTitle(alone.text);
      return;
    }
    row.forEach((cell, c) => {
      if (cell.text === "" || (meant[r]?.[c]?.length ?? 0) > 0) return;
      const above = labels.slice(0, r).flatMap((line) => (line[c] === undefined ? [] : [line[c]]));
      const beside = (labels[r] ?? []).filter((_, other) => other !== c);
      const around = together([section, ...above, ...beside]);
      const matching = asked.filter(
        (number) =>
          groupKey(number.group) === groupKey(around.group) &&
          (around.periods === null ? samePeriod : around.periods.includes(number.period ?? "")),
      );
      const [number] = matching;
      const numeric = looksLikeNumber(cell.text);
      if (around.own === false || number === undefined || matching.length > 1) {
        if (numeric)
          out.left.push({
            ...place(cell),
            ...whyLeft(cell, around, matching, samePeriod, unknownLabel(r, c)),
          });
      } else if (numeric && around.own !== true && unknownLabel(r, c) !== null) {
        const message = `"${cell.text}" stands under "${unknownLabel(r, c)}", a label that we do not know`;
        out.problems.push({ ...place(cell), message, expected: '"satisfied", or no such label' });
      } else if (around.unclear !== null) {
        if (!numeric) return;
        out.problems.push({ ...place(cell), message: around.unclear, expected: "labels with one meaning" });
      } else if (numeric || /\d/.test(cell.text) || standsForNumber(r, c)) {
        take(out, cell, number.id, around.own === true);
      }
    });
  });
  return out;

  /** Whether text occurs where a number is expected: among numbers, or below a group or period in a row of numbers. */
  function standsForNumber(r: number, c: number): boolean {
    const numberAt = (line: number, column: number) => looksLikeNumber(rows[line]?.[column]?.text ?? "");
    const below = labels
      .slice(0, r)
      .some((line) => line[c]?.some(({ kind }) => kind === "group" || kind === "period"));
    return (
      rows.some((_, line) => numberAt(line, c)) ||
      (below && (rows[r] ?? []).some((_, column) => numberAt(r, column)))
    );
  }

  /** An unknown label in the cell's row, or above it. */
  function unknownLabel(r: number, c: number): string | null {
    const unknown = (line: number, column: number) => {
      const text = rows[line]?.[column]?.text ?? "";
      return text !== "" && (meant[line]?.[column]?.length ?? 0) === 0 && !/\d/.test(text) ? text : null;
    };
    const beside = (rows[r] ?? []).flatMap((_, other) => (other === c ? [] : (unknown(r, other) ?? [])));
    const above = rows.slice(0, r).flatMap((row, line) => {
      const single = row.filter(({ text }) => text !== "").length === 1;
      // A row with a label of its own is no header.
      const labelled = meant[line]?.some((all) =>
        all.some(({ kind }) => kind === "group" || kind === "period"),
      );
      return single || labelled ? [] : (unknown(line, c) ?? []);
    });
    return above.at(-1) ?? beside[0] ?? null;
  }
}

/** Found under the measure's own name. */
const NAMED = new WeakSet<FoundNumber>();

function take(out: Found, cell: TableCell, id: string, named = false): void {
  const read = percentageCell(cell.text);
  if ("printed" in read) {
    const number = { id, printed: read.printed, ...place(cell) };
    if (named) NAMED.add(number);
    out.found.push(number);
  } else if ("message" in read) out.problems.push({ ...place(cell), ...read });
  else if (read.nothing === "withheld") {
    const message = `"${cell.text}" stands for a number that is not given`;
    out.left.push({ ...place(cell), message, expected: "a percentage" });
  }
}

/**
 * Fills labels into the blanks of merged cells, up to the next filled cell: to the right in rows without numbers,
 * downwards in columns before the first number.
 */
function spread(
  rows: readonly TableCell[][],
  meant: readonly (readonly (readonly LabelMeaning[])[])[],
): (readonly LabelMeaning[])[][] {
  const width = Math.max(...rows.map((row) => row.length));
  const labels = rows.map((_, r) =>
    Array.from({ length: width }, (__, c): readonly LabelMeaning[] => meant[r]?.[c] ?? []),
  );
  const isNumber = (r: number, c: number) =>
    (meant[r]?.[c]?.length ?? 0) === 0 && looksLikeNumber(rows[r]?.[c]?.text ?? "");
  const blank = (r: number, c: number) => (rows[r]?.[c]?.text ?? "") === "";
  const columns = Array.from({ length: width }, (_, c) => c);
  const labelColumns = columns.filter((c) => !rows.some((_, r) => isNumber(r, c)));
  rows.forEach((row, r) => {
    if (row.filter(({ text }) => text !== "").length < 2) return;
    const header = !columns.some((c) => isNumber(r, c));
    const line = labels[r] as (readonly LabelMeaning[])[];
    for (const c of columns) {
      if (!blank(r, c)) continue;
      if (header && c > 0) line[c] = line[c - 1] ?? [];
      else if (!header && r > 0 && labelColumns.includes(c) && !isHeader(r - 1))
        line[c] = labels[r - 1]?.[c] ?? [];
    }
  });
  return labels;

  function isHeader(r: number): boolean {
    return !columns.some((c) => isNumber(r, c));
  }
}

function together(labels: readonly (readonly LabelMeaning[])[]): Around {
  const found: Record<string, string> = {};
  let periods = null as readonly string[] | null;
  let own: boolean | null = null;
  let unclear: string | null = null;
  for (const meanings of labels) {
    const [meaning] = meanings;
    if (meaning === undefined) continue;
    const groups = meanings.filter((m) => m.kind === "group");
    if (groups.length > 1) {
      unclear = `a label can mean ${groups.map((m) => groupLabel(withCode({}, m.dimension, m.code))).join(" or ")} of ${groups.map((m) => m.dimension).join(" or ")}`;
    } else if (meaning.kind === "group") {
      const before = found[meaning.dimension];
      if (before !== undefined && before !== meaning.code)
        unclear = `the labels say both ${groupLabel(withCode({}, meaning.dimension, before))} and ${groupLabel(withCode({}, meaning.dimension, meaning.code))}`;
      found[meaning.dimension] = meaning.code;
    } else if (meaning.kind === "period") {
      const before = periods;
      periods = before === null ? meaning.periods : before.filter((p) => meaning.periods.includes(p));
      if (before !== null && periods.length === 0)
        unclear = `the labels say both ${named(before)} and ${named(meaning.periods)}`;
    } else if (meaning.kind === "measure") {
      own = meaning.own && own !== false;
    }
  }
  const group: Group = Object.fromEntries(
    DIMENSION_NAMES.flatMap((d) => (found[d] === undefined ? [] : [[d, found[d]]])),
  );
  return { group, periods, own, unclear };
}

function named(periods: readonly string[]): string {
  return periods.map(periodLabel).join(" or ");
}

function whyLeft(
  cell: TableCell,
  { group, periods, own }: Around,
  matching: readonly LostNumber[],
  samePeriod: boolean,
  unknown: string | null,
): Pick<TableProblem, "message" | "expected"> {
  const shown = `"${cell.text}"`;
  if (own === false)
    return { message: `${shown} stands under another measure`, expected: "percentages satisfied" };
  if (unknown !== null)
    return {
      message: `${shown} stands under "${unknown}", a label that we do not know`,
      expected: "a label of this figure in its row or column",
    };
  if (matching.length > 1 || (periods === null && !samePeriod))
    return {
      message: `${shown} has no label of a period that this figure shows`,
      expected: "such a label in its row or column",
    };
  const who =
    groupKey(group) === "" ? "has no label of a group" : `is about ${groupLabel(group)}, not in this figure`;
  return { message: `${shown} ${who}`, expected: "a label of this figure in its row or column" };
}

/** One number per value: of several the one under the measure's own name; otherwise each is a problem. */
function withoutDoubles({ found, problems, left }: Found, asked: readonly LostNumber[]): TableReading {
  const names = new Map(asked.map((number) => [number.id, nameOf(number)]));
  const out = { found: [] as FoundNumber[], problems: [...problems], left: [...left] };
  for (const id of new Set(found.map((number) => number.id))) {
    const all = found.filter((number) => number.id === id);
    const named = all.filter((number) => NAMED.has(number));
    const chosen = all.length === 1 ? all : named.length === 1 ? named : [];
    out.found.push(...chosen);
    for (const number of all) {
      if (chosen.includes(number)) continue;
      const message = `"${number.printed}" is one of ${all.length} numbers for ${names.get(id) ?? id}`;
      const expected = "one number, or a column named satisfied";
      if (chosen.length === 0) out.problems.push({ ...place(number), message, expected });
      else out.left.push({ ...place(number), message, expected });
    }
  }
  const order = (a: TableProblem, b: TableProblem) => a.line - b.line || a.column - b.column;
  return { found: out.found, problems: out.problems.sort(order), left: out.left.sort(order) };
}

function place({ line, column }: { readonly line: number; readonly column: number }) {
  return { line, column };
}
