import type { Locate } from "../../src/analysis/stopped-by-conflict.js";
import type { Conflict, ConflictStatement, Disagreement } from "../../src/model/conflict.js";
import { groupKey, groupLabel } from "../../src/model/dimensions.js";
import type { Result } from "../../src/model/result.js";
import type { Dataset } from "../../src/model/table.js";
import { type Base, isHeld, type Place, type Value } from "../../src/model/value.js";
import type { Raw } from "../read/index.js";

/** What a conflict stops: tables, and so the figures of their names, results, and claims. Everything else is made as always. */
export interface Stopped {
  readonly conflict: Conflict;
  readonly tables: readonly string[];
  /** Ids of the results that have no number for it. */
  readonly results: readonly string[];
  /** Ids of the claims that cannot be judged for it. */
  readonly claims: readonly string[];
}

/** `located` for some rows. */
export function locating(raw: Raw): Locate {
  return (disagreement) => (disagreement === null ? null : located(raw, disagreement));
}

/** A conflict with the places of its statements in the raw files. */
export function located(raw: Raw, { given, smallest = true, statements }: Disagreement): Conflict {
  return {
    given,
    smallest,
    statements: inOrderOfPlaces(
      statements.map(({ says, locator, ids }) => {
        const rows = rowsOf(raw, says ?? "", locator, ids);
        const [first] = rows;
        const sentence = raw.claims.find(({ id }) => ids.includes(id));
        if (first === undefined && sentence !== undefined)
          return {
            says: sentence.statement,
            locator: sentence.locator,
            places: [placeOf(sentence)],
            at: sentence.source,
          };
        return {
          says:
            says === null
              ? first === undefined
                ? ids.join(", ")
                : inWords(raw, first)
              : withNumber(says, first),
          locator: locator ?? (says === null ? (first?.locator ?? null) : null),
          places: rows.map(placeOf),
          at: first?.source,
        };
      }),
    ),
  };
}

/** Statements by file and line, so that one conflict that is found twice is the same; assumptions last. */
function inOrderOfPlaces(statements: readonly Placed[]): ConflictStatement[] {
  return statements
    .toSorted(
      (a, b) =>
        Number(a.at === undefined) - Number(b.at === undefined) ||
        (a.at?.file ?? "").localeCompare(b.at?.file ?? "", "en") ||
        (a.at?.line ?? 0) - (b.at?.line ?? 0),
    )
    .map(({ at: _, ...statement }) => statement);
}

type Placed = ConflictStatement & { readonly at: Place | undefined };

/** `file:line:column` of a number, as errors of the raw files have it. */
function placeOf({ source: { file, line, column = 1 } }: { readonly source: Place }): string {
  return `${file}:${line}:${column}`;
}

/**
 * The rows that hold a statement: of the numbers that stand where it stands, those that it speaks of, or those whose digits
 * or words are in it; else the held numbers that it speaks of.
 */
function rowsOf(raw: Raw, says: string, locator: string | null, ids: readonly string[]): (Value | Base)[] {
  const rows = [...raw.values, ...raw.bases];
  const own = rows.filter((row) => ids.includes(row.id) && isKnown(row));
  if (locator === null) return own;
  const there = rows.filter((row) => row.locator === locator && isKnown(row));
  const ownThere = there.filter(({ id }) => ids.includes(id));
  if (ownThere.length > 0) return ownThere;
  const told = there.filter((row) =>
    [row.printed, "words" in row ? row.words : null].some((t) => holds(says, t)),
  );
  if (told.length > 0) return told;
  return own;
}

function isKnown(row: Value | Base): boolean {
  return "interviews" in row && !("low" in row) ? row.interviews !== null : isHeld(row as Value);
}

/** A statement with the number that it is about, where it only names it. */
function withNumber(says: string, row: Value | Base | undefined): string {
  const printed = row?.printed ?? null;
  return printed === null || holds(says, printed) ? says : `${says}: ${printed}`;
}

/** Whether words have a number or a phrase in them, as a whole. */
function holds(says: string, text: string | null): boolean {
  if (text === null) return false;
  const at = says.indexOf(text);
  const around = `${says[at - 1] ?? " "}${says[at + text.length] ?? " "}`;
  return at >= 0 && !/[\d.]/.test(around);
}

function inWords(raw: Raw, row: Value | Base): string {
  const printed = row.printed ?? ("words" in row ? row.words : null) ?? "not held";
  const group = groupKey(row.group) === "" ? "everyone" : groupLabel(row.group);
  if (!("measure" in row)) return `${row.definition}, ${group}: ${printed} interviews`;
  const label = raw.measures.find(({ id }) => id === row.measure)?.label ?? row.measure;
  const number = row.unit === "percent" && row.printed !== null ? `${printed}%` : printed;
  return `${label}, ${group}: ${number}`;
}

/** Every conflict once, with what it stops. */
export function stoppedBy(
  tables: readonly Dataset[],
  results: readonly Result[],
  claims: ReadonlyMap<string, Conflict>,
): Stopped[] {
  const found = new Map<
    string,
    { conflict: Conflict; tables: string[]; results: string[]; claims: string[] }
  >();
  const of = (conflict: Conflict) => {
    const key = JSON.stringify(conflict);
    const entry = found.get(key) ?? { conflict, tables: [], results: [], claims: [] };
    found.set(key, entry);
    return entry;
  };
  for (const { name, conflict } of tables) if (conflict !== undefined) of(conflict).tables.push(name);
  for (const { id, conflict } of results) if (conflict !== undefined) of(conflict).results.push(id);
  for (const [id, conflict] of claims) of(conflict).claims.push(id);
  return [...found.values()];
}
