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

/** A state in which a branch is shown. */
export type PassageState = (typeof KNOWING)[number] | (typeof ORDER)[number];

/** What is known of a number: its value and its range. */
export interface Standing {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** "published" where a text gives it, be it in words only. */
  readonly kind?: string;
}

/** Every number that a passage can depend on, by its name; null for one that no text holds. */
export type Standings = ReadonlyMap<string, Standing | null>;

/** A branch and the place of its text. */
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

/** What is wrong with a passage, and where in the text. */
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
 * The text with each passage replaced by the branch that holds.
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

/** The branch of a passage that holds; undefined where none does. @throws PassageError for an unknown id */
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

/** The names that an id of a passage stands for. */
export function namesLike(id: string, names: Pick<Standings, "has" | "keys">): string[] {
  if (!id.includes("*")) return names.has(id) ? [id] : [];
  const pattern = new RegExp(`^${id.replaceAll(".", "\\.").replaceAll("*", ".*")}$`);
  return [...names.keys()].filter((name) => pattern.test(name));
}

function knowingOf(standings: readonly (Standing | null)[]): PassageState {
  const known = standings.filter(isKnown).length;
  return known === 0 ? "unknown" : known === standings.length ? "known" : "partly";
}

/** A number that a text gives only in words, "six out of ten", has a range and is known. */
function isKnown(standing: Standing | null): boolean {
  return standing !== null && (standing.value !== null || standing.kind === "published");
}

function orderOf([first, ...others]: readonly (Standing | null)[]): PassageState {
  const states = new Set(others.map((other) => compare(first ?? null, other)));
  const [state] = states;
  return states.size === 1 && state !== undefined ? state : "otherwise";
}

/** By value where both are known, otherwise by what lies apart in their ranges. */
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

/** The place of a tag, with its line where nothing else stands on it. */
function ownLine(text: string, start: number, end: number): readonly [number, number] {
  const before = /(?:^|\n)[ \t]*$/.exec(text.slice(0, start));
  const after = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end));
  if (before === null || after === null) return [start, end];
  const lineStart = before.index + (before[0].startsWith("\n") ? 1 : 0);
  // A text that is a tag and nothing else has no line to lose.
  return [lineStart, end + after[0].length];
}
