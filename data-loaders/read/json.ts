import { readFileSync } from "node:fs";
import {
  findNodeAtLocation,
  type Node,
  type ParseError,
  type ParseOptions,
  parse,
  parseTree,
  printParseErrorCode,
  type Segment,
} from "jsonc-parser";
import { type BaseIssue, custom } from "valibot";
import { InputError, type Problem } from "./problem.js";

type FilePlace = Pick<Problem, "file" | "line" | "column">;

/** A parsed JSON file with the position of each part. */
export interface JsonFile {
  readonly value: unknown;
  /** A problem for each duplicate key: JSON.parse would keep only the last. */
  readonly repeatedKeys: readonly Problem[];
  /** Position of the value at a path, or of the innermost existing one around it. */
  place(path: readonly Segment[]): FilePlace;
  /** Position of the key of a value; like `place` where it has none. */
  keyPlace(path: readonly Segment[]): FilePlace;
}

/**
 * Parses a JSON file in UTF-8, with an optional byte order mark.
 *
 * @param options.comments whether comments and a comma after the last part are allowed
 * @throws InputError when the file cannot be read, and with every fault of its JSON
 */
export function readJson(file: string, options: { readonly comments: boolean }): JsonFile {
  const text = textOf(file);
  const at = (offset: number): FilePlace => {
    const before = text.slice(0, offset);
    return { file, line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
  };
  const errors: ParseError[] = [];
  const form: ParseOptions = { disallowComments: !options.comments, allowTrailingComma: options.comments };
  const tree = parseTree(text, errors, form);
  if (tree === undefined || errors.length > 0) {
    const empty = text.trim() === "";
    throw new InputError(
      errors.slice(0, empty ? 1 : errors.length).map(({ error, offset }) => ({
        ...at(offset),
        message: empty ? "the file is empty" : words(printParseErrorCode(error)),
        expected: "JSON",
      })),
    );
  }
  return {
    value: parse(text, [], form),
    repeatedKeys: repeatedKeys(tree).map((node) => ({
      ...at(node.offset),
      message: `the key "${node.value}" stands twice`,
      expected: "each key once",
    })),
    place: (path) => at(nearest(tree, path).offset),
    keyPlace(path) {
      const node = nearest(tree, path);
      return at((node.parent?.type === "property" ? node.parent : node).offset);
    },
  };
}

/** Schema issues as problems with positions. Schema messages are `expected …`, or `what is wrong; expected …`. */
export function schemaProblems({ place }: JsonFile, issues: readonly BaseIssue<unknown>[]): Problem[] {
  return issues
    .flatMap((issue) => faultsOf(issue))
    .map(({ path, message }) => {
      const [said = "", expected = "what the format says"] = message.split("; expected ");
      return { ...place(path), message: said, expected };
    });
}

/** A record; rejects arrays, which valibot accepts. */
export const namedParts = (message: string) =>
  custom<Record<string, unknown>>(
    (input) => typeof input === "object" && input !== null && !Array.isArray(input),
    message,
  );

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

/** Names for what valibot received. */
const RECEIVED: Readonly<Record<string, string>> = { Object: "this object", Array: "this list" };

/** Issues with positions; of a union, those of the alternative that fits best. */
function faultsOf(
  issue: BaseIssue<unknown>,
  before: readonly Segment[] = [],
): { path: Segment[]; message: string }[] {
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
  if (issue.type === "union" && inner[0] !== undefined && expected === null) return faultsOf(inner[0], path);
  return [
    {
      path,
      message: `${RECEIVED[issue.received] ?? issue.received} is wrong here; expected ${expected ?? issue.expected ?? "something else"}`,
    },
  ];
}

/** The node at a path, or the innermost existing one around it. */
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

function words(code: string): string {
  return code.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase();
}
