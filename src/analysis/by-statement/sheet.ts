import type { Identity } from "../../bounds/index.js";
import { formatEnd } from "../../model/format.js";
import { addUp, askTerms } from "./proof-lines.js";
import type { WorkedEnd, WorkedOut } from "./work-out.js";
import type { World } from "./world.js";

/** A cell of a spreadsheet: text, a number, or a formula that begins with "=". */
type SheetCell = string | number;

/** The name of a column by its position from 0: A, B, … Z, AA. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** A growing spreadsheet whose formulas can refer to cells. The first row is row 1. */
class Grid {
  private readonly rows: SheetCell[][] = [];

  /** Adds a row and returns its number. */
  add(...cells: readonly SheetCell[]): number {
    this.rows.push([...cells]);
    return this.rows.length;
  }

  /** The sheet as tab-separated text for pasting into a spreadsheet. */
  toTsv(): string {
    return this.rows.map((row) => row.map(text).join("\t")).join("\n");
  }
}

function text(cell: SheetCell): string {
  if (typeof cell === "string") return cell.replace(/[\t\r\n]+/g, " ");
  // Rounds away floating point noise.
  return String(Math.round(cell * 1e10) / 1e10 + 0);
}

/**
 * The answer as a spreadsheet in tab-separated text, to be pasted at A1: the numbers that attain each end with their
 * means, and each proof as weights whose formulas recompute the end. Every sum is a formula.
 */
export function checkSheet(world: World, answer: WorkedOut): string {
  const grid = new Grid();
  systemPart(grid, world, answer.ends);
  for (const end of answer.ends) proofPart(grid, world, answer, end);
  return grid.toTsv();
}

/** Name of an end: "lowest" or "highest", and of which interval where there are several. */
function endName({ end, value }: WorkedEnd): string {
  return `${end === "low" ? "Lowest" : "Highest"} ${formatEnd(value, end)}`;
}

function systemPart(grid: Grid, { problem, ask, labels }: World, ends: readonly WorkedEnd[]): void {
  grid.add("Numbers that attain each end", ...ends.map(endName));
  const place = new Map(
    problem.unknowns.map(({ id }) => [
      id,
      grid.add(labels[id] ?? id, ...ends.map(({ system }) => system.values[id] ?? 0)),
    ]),
  );
  const cell = (id: string, k: number) => `${columnName(k + 1)}${place.get(id)}`;
  const sumOf = (terms: Readonly<Record<string, number>>, k: number) =>
    Object.entries(terms)
      .map(
        ([id, times]) =>
          `${times < 0 ? "-" : "+"}${Math.abs(times) === 1 ? "" : `${Math.abs(times)}*`}${cell(id, k)}`,
      )
      .join("");
  grid.add("What is asked", ...ends.map((_, k) => `=${sumOf(askTerms(ask), k)}`));
  problem.identities?.forEach((identity, i) => {
    const { name = `identities[${i}]`, parts, sum = false } = identity;
    const ids = parts.flatMap((part) => ("id" in part ? [part.id] : []));
    if (ids.length < parts.length) return;
    grid.add("");
    grid.add(name);
    if (sum) {
      const terms = Object.fromEntries(ids.map((id) => [id, 1]));
      grid.add(
        `${totalName(identity, labels)}: the sum of ${ids.map((id) => labels[id] ?? id).join(" and ")}`,
        ...ends.map((_, k) => `=${sumOf(terms, k)}`),
      );
      return;
    }
    const n = ends.length;
    const vector = identity.shares ?? `identities[${i}]`;
    const rows = ids.map((id, p) =>
      grid.add(
        labels[id] ?? id,
        ...ends.map((_, k) => `=${cell(id, k)}`),
        ...ends.map(({ system }) => system.shares[vector]?.[p] ?? 0),
      ),
    );
    const column = (index: number) => `${columnName(index)}${rows[0]}:${columnName(index)}${rows.at(-1)}`;
    grid.add(
      `${totalName(identity, labels)}: the mean, by the weights on the right`,
      ...ends.map((_, k) => `=SUMPRODUCT(${column(k + 1)},${column(k + 1 + n)})`),
      ...ends.map((_, k) => `=SUM(${column(k + 1 + n)})`),
    );
  });
}

function totalName({ total }: Identity, labels: World["labels"]): string {
  return "id" in total ? (labels[total.id] ?? total.id) : `Printed as ${total.printed}`;
}

const FIRST = 5;
/** Empty cells between the first column and the numbers. */
const BLANK = ["", "", "", ""];

function proofPart(grid: Grid, world: World, { statements }: WorkedOut, worked: WorkedEnd): void {
  const { end, proof } = worked;
  if (proof === null) return;
  const sentences = new Map(statements.map((s) => [s.path, s]));
  proof.cases.forEach((one, number) => {
    const title = `${endName(worked)}: nothing lies ${end === "low" ? "below" : "above"}. Case ${number + 1} of ${proof.cases.length}`;
    caseOfProof(grid, world, sentences, end, one, title);
  });
}

/** Adds a case of a proof: statements with weights, remaining coefficients, and the resulting bound. */
function caseOfProof(
  grid: Grid,
  { ask, labels }: World,
  sentences: ReadonlyMap<string, WorkedOut["statements"][number]>,
  end: WorkedEnd["end"],
  one: NonNullable<WorkedEnd["proof"]>["cases"][number],
  title: string,
): void {
  const { lines } = addUp(one, ask, end);
  const low = one.proves === null || end === "low";
  const asked = one.proves === null ? {} : askTerms(ask);
  const names = [...new Set([...Object.keys(asked), ...lines.flatMap(({ terms }) => Object.keys(terms))])];
  const cells = (of: (name: string, at: string) => SheetCell) =>
    names.map((name, i) => of(name, columnName(FIRST + i)));
  grid.add("");
  grid.add(
    `${title}${
      one.given.length === 0
        ? ""
        : `, in which ${one.given.map((text) => inWords(text, labels)).join(" and ")}`
    }`,
  );
  const header = grid.add(
    "Statement",
    "Place",
    "Limit",
    "Times",
    "Gives",
    ...names.map((name) => labels[name] ?? name),
  );
  lines.forEach(({ path, terms, sense, limit, times }, i) => {
    const { name = path, locator = "" } = sentences.get(path) ?? { name: "assumed in this case" };
    const row = header + i + 1;
    grid.add(
      `${name} (${sense})`,
      locator,
      limit,
      times,
      `=C${row}*D${row}`,
      ...cells((name) => terms[name] ?? 0),
    );
  });
  const last = header + lines.length;
  const span = (column: string) => `${column}${header + 1}:${column}${last}`;
  const askedRow = grid.add("Asked", ...BLANK, ...cells((name) => asked[name] ?? 0));
  const left = grid.add(
    "Left over",
    ...BLANK,
    ...cells((_, at) =>
      lines.length === 0 ? `=${at}${askedRow}` : `=${at}${askedRow}-SUMPRODUCT(${span("$D")},${span(at)})`,
    ),
  );
  const least = grid.add("Lowest it can be", ...BLANK, ...cells((name) => one.limits[name]?.[0] ?? 0));
  const most = grid.add("Highest it can be", ...BLANK, ...cells((name) => one.limits[name]?.[1] ?? 0));
  const taken = grid.add(
    "Taken",
    ...BLANK,
    ...cells((_, at) => `=IF(${at}${left}${low ? ">" : "<"}0,${at}${least},${at}${most})`),
  );
  const across = (row: number) => `${columnName(FIRST)}${row}:${columnName(FIRST + names.length - 1)}${row}`;
  const sum = lines.length === 0 ? "" : `SUM(${span("E")})+`;
  grid.add(
    one.proves === null
      ? lines.length === 0
        ? "What is assumed contradicts the limits and the order, so nothing agrees in this case"
        : "0 would have to be at least this, so nothing agrees in this case"
      : "Bound",
    ...["", "", ""],
    names.length === 0 ? "=0" : `=${sum}SUMPRODUCT(${across(left)},${across(taken)})`,
  );
}

/** The assumption of a case, with readers' names. */
export function inWords(given: string, labels: World["labels"]): string {
  return given
    .replace(
      /^(.+) - (.+) >= 0$/,
      (_, a: string, b: string) => `${labels[a] ?? a} is at least ${labels[b] ?? b}`,
    )
    .replace(/^(\S+) >= (.+)$/, (_, a: string, x: string) => `${labels[a] ?? a} is at least ${rounded(x)}`)
    .replace(/^(\S+) <= (.+)$/, (_, a: string, x: string) => `${labels[a] ?? a} is at most ${rounded(x)}`);
}

function rounded(text: string): string {
  return String(Math.round(Number(text) * 1000) / 1000);
}
