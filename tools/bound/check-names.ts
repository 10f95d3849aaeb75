import type { Problem } from "../../data-loaders/read/index.js";
import type { JsonFile } from "../../data-loaders/read/json.js";

type Step = string | number;
/** A path pattern; "*" matches each entry of a list. */
type Pattern = readonly Step[];

const UNKNOWNS: Pattern = ["unknowns", "*", "id"];
/** Paths of references to unknowns. */
const NAMED: readonly Pattern[] = [
  ["identities", "*", "total", "id"],
  ["identities", "*", "parts", "*", "id"],
  ["order", "*", 0],
  ["order", "*", 2],
  ["ranges", "*", "id"],
  ["linear", "*", "terms", "*", 0],
  ["significant", "*", "greater"],
  ["significant", "*", "less"],
  ...["differ", "notSignificant"].flatMap((kind): Pattern[] => [
    [kind, "*", "a"],
    [kind, "*", "b"],
  ]),
  ["ask", "*", "id"],
  ["ask", "*", "difference", "*"],
  ["ask", "*", "mean", "*"],
  ["ask", "*", "minus", "*"],
];
const SHARES: Pattern = ["identities", "*", "shares"];
/** Paths of pairs of unknowns that are compared. */
const PAIRS: readonly (readonly [list: string, first: Step, second: Step])[] = [
  ["order", 0, 2],
  ["significant", "greater", "less"],
  ["differ", "a", "b"],
  ["notSignificant", "a", "b"],
];
/** Lists with low and high limits. */
const LIMITED = ["unknowns", "ranges", "linear"];

/**
 * Problems of unknown and duplicate names, and of local contradictions. In a malformed file, the readable parts are
 * checked.
 */
export function checkNames(json: JsonFile): Problem[] {
  const problems: Problem[] = [];
  const add = (path: readonly Step[], message: string, expected: string) =>
    problems.push({ ...json.place(path), message, expected });
  const unknowns = textsAt(json.value, UNKNOWNS);
  const ids = new Set<string>();
  for (const { path, text } of unknowns) {
    if (ids.has(text)) add(path, `the unknown "${text}" stands twice`, "each id once");
    ids.add(text);
  }
  const known =
    ids.size === 0 ? "an id of unknowns, of which there are none" : `one of ${[...ids].join(", ")}`;
  for (const pattern of NAMED)
    for (const { path, text } of textsAt(json.value, pattern))
      if (!ids.has(text)) add(path, `there is no unknown "${text}"`, known);
  const named = Object.keys(entriesOf(at(json.value, "shares")));
  for (const { path, text } of textsAt(json.value, SHARES))
    if (!named.includes(text))
      add(
        path,
        `there are no shares "${text}"`,
        named.length === 0 ? 'an entry of "shares" with that name' : `one of ${named.join(", ")}`,
      );
  for (const [list, first, second] of PAIRS)
    for (const { path, value } of partsAt(json.value, [list, "*"])) {
      const [a, b] = [at(value, first), at(value, second)];
      if (typeof a === "string" && a === b) add(path, `"${a}" is held against itself`, "two unknowns");
    }
  for (const list of LIMITED)
    for (const { path, value } of partsAt(json.value, [list, "*"])) {
      const [low, high] = [at(value, "low"), at(value, "high")];
      if (typeof low === "number" && typeof high === "number" && low > high)
        add([...path, "low"], `low is ${low} and high ${high}`, "low no greater than high");
    }
  return problems;
}

function textsAt(value: unknown, pattern: Pattern): { path: Step[]; text: string }[] {
  return partsAt(value, pattern).flatMap(({ path, value: text }) =>
    typeof text === "string" ? [{ path, text }] : [],
  );
}

function partsAt(
  value: unknown,
  [step, ...rest]: Pattern,
  before: Step[] = [],
): { path: Step[]; value: unknown }[] {
  if (step === undefined) return [{ path: before, value }];
  if (step === "*")
    return Array.isArray(value) ? value.flatMap((one, i) => partsAt(one, rest, [...before, i])) : [];
  const next = at(value, step);
  return next === undefined ? [] : partsAt(next, rest, [...before, step]);
}

function at(value: unknown, step: Step): unknown {
  return Object.hasOwn(entriesOf(value), step) ? entriesOf(value)[step] : undefined;
}

function entriesOf(value: unknown): Readonly<Record<Step, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<Step, unknown>) : {};
}
