import { readFileSync } from "node:fs";
import {
  findNodeAtLocation,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
  type Segment,
} from "jsonc-parser";
import * as v from "valibot";
import { InputError, type Problem } from "../../data-loaders/read/index.js";
import type { BoundProblem } from "../../src/bounds/index.js";
import { PROBLEM } from "./schema.js";

/** A problem from a file, and where each of its parts stands. */
export interface ReadProblem {
  readonly problem: BoundProblem;
  /** An error that begins with a path into the problem ("identities[0].total: …") as one at its place in the file. */
  located(error: RangeError): InputError;
}

/**
 * Reads a problem.
 * @throws InputError when the file cannot be read, with every fault of its JSON, or with every part that is no part of a
 *   problem
 */
export function readProblem(file: string): ReadProblem {
  const text = textOf(file);
  const at = (offset: number) => {
    const before = text.slice(0, offset);
    const line = before.split("\n").length;
    return { file, line, column: offset - before.lastIndexOf("\n") };
  };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  if (tree === undefined || errors.length > 0) {
    const empty = text.trim() === "";
    throw new InputError(
      errors.slice(0, empty ? 1 : errors.length).map(
        ({ error, offset }): Problem => ({
          ...at(offset),
          message: empty ? "the file is empty" : words(printParseErrorCode(error)),
          expected: "JSON",
        }),
      ),
    );
  }
  const place = (path: readonly Segment[]) => at(nearest(tree, path).offset);
  // Two keys of one name would leave only the last.
  const repeated = repeatedKeys(tree).map(
    (node): Problem => ({
      ...at(node.offset),
      message: `the key "${node.value}" stands twice`,
      expected: "each key once",
    }),
  );
  const parsed = v.safeParse(PROBLEM, JSON.parse(text));
  const faults = (parsed.issues ?? [])
    .flatMap((issue) => faultsOf(issue))
    .map(({ path, message }): Problem => {
      const [said = "", expected = "what the format says"] = message.split("; expected ");
      return { ...place(path), message: said, expected };
    });
  if (repeated.length + faults.length > 0 || !parsed.success) throw new InputError([...repeated, ...faults]);
  return {
    problem: parsed.output as BoundProblem,
    located(error) {
      const [, where, message = error.message] = /^([a-zA-Z][\w.[\]"-]*): (.*)$/s.exec(error.message) ?? [];
      return new InputError([
        {
          ...place(where === undefined ? [] : segments(where)),
          message,
          expected: "a problem that is well formed",
        },
      ]);
    },
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const message =
      code === "ENOENT"
        ? "the file is absent"
        : code === "EISDIR"
          ? "this is a folder"
          : `the file cannot be read (${code})`;
    throw new InputError([{ file, line: 1, column: 1, message, expected: "a JSON file" }]);
  }
}

type Issue = v.BaseIssue<unknown>;

/** What the schema library calls what it found, in words. */
const RECEIVED: Readonly<Record<string, string>> = { Object: "this object", Array: "this list" };

/** What is wrong and where; of a part that may be one of several things, the faults of the one that it comes nearest to. */
function faultsOf(issue: Issue, before: readonly Segment[] = []): { path: Segment[]; message: string }[] {
  const path = [...before, ...(issue.path ?? []).map(({ key }) => key as Segment)];
  const inner = (issue.issues ?? []).filter((each) => (each.path ?? []).length > 0);
  const expected = issue.message.startsWith("expected ") ? issue.message.replace("expected ", "") : null;
  if (issue.type === "strict_object" || issue.type === "strict_tuple") {
    const key = path.at(-1);
    if (issue.expected === "never")
      return [{ path, message: `${JSON.stringify(key)} is unknown here; expected only known keys` }];
    if (issue.received === "undefined")
      return [{ path, message: `${JSON.stringify(key)} is missing; expected it` }];
  }
  if (issue.type === "union" && inner.length > 0 && expected === null)
    return faultsOf(inner[0] as Issue, path);
  return [
    {
      path,
      message: `${RECEIVED[issue.received] ?? issue.received} is wrong here; expected ${expected ?? issue.expected ?? "something else"}`,
    },
  ];
}

/** The node at a path, or the innermost around it that is there. */
function nearest(tree: Node, path: readonly Segment[]): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node !== undefined) return node;
  }
  return tree;
}

function repeatedKeys(node: Node): Node[] {
  const seen = new Set<string>();
  return (node.children ?? []).flatMap((child) => {
    if (child.type !== "property") return repeatedKeys(child);
    const [key, value] = child.children ?? [];
    if (key === undefined) return [];
    const again = seen.has(String(key.value)) ? [key] : [];
    seen.add(String(key.value));
    return [...again, ...(value === undefined ? [] : repeatedKeys(value))];
  });
}

/** "identities[0].parts[1]" as its steps. */
function segments(path: string): Segment[] {
  return [...path.matchAll(/[^.[\]]+/g)].map(([step]) => (/^\d+$/.test(step) ? Number(step) : step));
}

function words(code: string): string {
  return code.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase();
}
