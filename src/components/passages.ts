/**
 * Passages: text that depends on numbers, in pages and in the texts of figures alike.
 *
 * - `{{unknown ID ID}}…{{partly}}…{{known}}…{{end}}`: what stands while none, some or all of the numbers are known
 * - `{{more A B}}…{{less}}…{{same}}…{{otherwise}}…{{end}}`: what stands while A is more or less than B or the same, or while
 *   its range leaves that open; with more than two, A against every other
 *
 * In an id, `*` stands for any letters: `cms-2016.satisfied.csa-*` is every number whose name begins so.
 * A state without a branch shows nothing. `{{unknown or partly ID ID}}` is one branch for two states. Passages can hold
 * passages. A tag that stands alone on its line leaves no line behind.
 */

const KNOWING = ["unknown", "partly", "known"] as const;
const ORDER = ["more", "less", "same", "otherwise"] as const;

/** A state with a branch of its own. */
export type PassageState = (typeof KNOWING)[number] | (typeof ORDER)[number];

/** A number as passages see it: its value and its range. */
export interface Standing {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** "published" where the text gives it, even if only in words. */
  readonly kind?: string;
}

/** Numbers by id; null for one that no text gives. */
export type Standings = ReadonlyMap<string, Standing | null>;

/** A branch and the position of its text. */
export interface Branch {
  readonly states: readonly PassageState[];
  readonly start: number;
  readonly end: number;
  readonly inner: readonly Passage[];
}

/** A passage from its opening tag to its end, with the numbers that it depends on. */
export interface Passage {
  readonly ids: readonly string[];
  readonly branches: readonly Branch[];
  readonly start: number;
  readonly end: number;
}

/** An error in a passage, with its position. */
export class PassageError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

const WORDS = [...KNOWING, ...ORDER].join("|");
const TAG = new RegExp(
  `\\{\\{\\s*(?:(end)|((?:${WORDS})(?:\\s+or\\s+(?:${WORDS}))*)((?:\\s+[a-z0-9*-]+(?:\\.[a-z0-9*-]+)+)*))\\s*\\}\\}`,
  "g",
);

interface Open {
  readonly tag: string;
  readonly at: number;
  readonly ids: readonly string[];
  readonly start: number;
  readonly branches: Branch[];
  states: readonly PassageState[];
  from: number;
  inner: Passage[];
}

/** The outermost passages of a text, in order. @throws PassageError for tags that do not fit together */
export function passagesOf(text: string): Passage[] {
  const outermost: Passage[] = [];
  const stack: Open[] = [];
  for (const match of text.matchAll(TAG)) {
    const [tag, end, words = "", idList = ""] = match;
    const at = match.index;
    const fail = (message: string): never => {
      throw new PassageError(`${tag} ${message}`, at);
    };
    const [start, after] = ownLine(text, at, at + tag.length);
    const open = stack.at(-1);
    if (end !== undefined) {
      if (open === undefined) return fail("closes nothing; expected a passage before it");
      stack.pop();
      const passage = {
        ids: open.ids,
        branches: [...open.branches, branchOf(open, start)],
        start: open.start,
        end: after,
      };
      (stack.at(-1)?.inner ?? outermost).push(passage);
      continue;
    }
    const states = words.split(/\s+or\s+/) as PassageState[];
    const ids = idList.split(/\s+/).filter((id) => id !== "");
    if (ids.length > 0) {
      if (isOrder(states[0]) && ids.length < 2) fail("compares nothing; expected two ids or more");
      if (states.some((state) => isOrder(state) !== isOrder(states[0])))
        fail("mixes what is known with how numbers compare");
      stack.push({ tag, at, ids, start, branches: [], states, from: after, inner: [] });
      continue;
    }
    if (open === undefined)
      return fail(`belongs to no passage; expected the ids that it depends on, {{${words} ID}}`);
    open.branches.push(branchOf(open, start));
    for (const state of states) {
      if (isOrder(state) !== isOrder(open.states[0])) fail(`does not go with ${open.tag}`);
      if (open.branches.some((branch) => branch.states.includes(state)))
        fail(`comes second for “${state}” after ${open.tag}; expected one branch a state`);
    }
    Object.assign(open, { states, from: after, inner: [] });
  }
  const open = stack.at(-1);
  if (open !== undefined) throw new PassageError(`${open.tag} is not closed; expected {{end}}`, open.at);
  return outermost;
}

/**
 * The text with each passage replaced by its matching branch.
 *
 * @throws PassageError for an unknown id, or for tags that do not fit together
 * @example chooseText("{{unknown a.b}}not known{{known}}known{{end}}", new Map([["a.b", null]])) // "not known"
 */
export function chooseText(text: string, standings: Standings): string {
  const write = (passages: readonly Passage[], start: number, end: number): string => {
    let written = "";
    let from = start;
    for (const passage of passages) {
      written += text.slice(from, passage.start);
      const branch = chosenBranch(passage, standings);
      if (branch !== undefined) written += write(branch.inner, branch.start, branch.end);
      from = passage.end;
    }
    return written + text.slice(from, end);
  };
  return text.includes("{{") ? write(passagesOf(text), 0, text.length) : text;
}

/** The matching branch of a passage; undefined for none. @throws PassageError for an unknown id */
export function chosenBranch({ ids, branches, start }: Passage, standings: Standings): Branch | undefined {
  const found = ids.flatMap((id) => {
    const names = namesLike(id, standings);
    if (names.length === 0)
      throw new PassageError(`nothing is named ${id}; expected a value, base or result`, start);
    return names.map((name) => standings.get(name) ?? null);
  });
  const state = isOrder(branches[0]?.states[0]) ? orderOf(found) : knowingOf(found);
  return branches.find(({ states }) => states.includes(state));
}

/** Expands the wildcards of an id. */
export function namesLike(id: string, names: Pick<Standings, "has" | "keys">): string[] {
  if (!id.includes("*")) return names.has(id) ? [id] : [];
  const pattern = new RegExp(`^${id.replaceAll(".", "\\.").replaceAll("*", ".*")}$`);
  return [...names.keys()].filter((name) => pattern.test(name));
}

function knowingOf(standings: readonly (Standing | null)[]): PassageState {
  const known = standings.filter(isKnown).length;
  return known === 0 ? "unknown" : known === standings.length ? "known" : "partly";
}

/** A number that is given only in words, "six out of ten", has a range and counts as known. */
function isKnown(standing: Standing | null): boolean {
  return standing !== null && (standing.value !== null || standing.kind === "published");
}

function orderOf([first, ...others]: readonly (Standing | null)[]): PassageState {
  const states = new Set(others.map((other) => compare(first ?? null, other)));
  const [state] = states;
  return states.size === 1 && state !== undefined ? state : "otherwise";
}

/** Compares by value where both have one, otherwise by ranges that do not overlap. */
function compare(a: Standing | null, b: Standing | null): PassageState {
  if (a === null || b === null) return "otherwise";
  if (a.value !== null && b.value !== null)
    return a.value > b.value ? "more" : a.value < b.value ? "less" : "same";
  if (a.low !== null && b.high !== null && a.low > b.high) return "more";
  if (a.high !== null && b.low !== null && a.high < b.low) return "less";
  return "otherwise";
}

function isOrder(state: PassageState | undefined): boolean {
  return (ORDER as readonly (string | undefined)[]).includes(state);
}

function branchOf({ states, from, inner }: Open, end: number): Branch {
  return { states, start: from, end, inner };
}

/** The range of a tag, including its line where nothing else is on it. */
function ownLine(text: string, start: number, end: number): readonly [number, number] {
  const before = /(?:^|\n)[ \t]*$/.exec(text.slice(0, start));
  const after = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end));
  if (before === null || after === null) return [start, end];
  const lineStart = before.index + (before[0].startsWith("\n") ? 1 : 0);
  // A text that consists of one tag has no line to remove.
  return [lineStart, end + after[0].length];
}
