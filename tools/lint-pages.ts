import { readFileSync } from "node:fs";
import { join } from "node:path";
import { maskCode } from "./mask-code.js";
import { pageCode } from "./page-code.js";
import { modulesOf, pagesOf } from "./source-files.js";
import type { SourceProblem } from "./source-problem.js";

/** Lint errors of pages and modules under src/, sorted by file and line. */
export function lintPages(root: string): SourceProblem[] {
  const read = (file: string) => readFileSync(join(root, file), "utf8");
  return [
    ...pagesOf(root).flatMap((file) => lintPage(file, read(file))),
    ...modulesOf(root).flatMap((file) => lintModule(file, read(file))),
  ];
}

/** Pages run `ts` blocks only, follow `lintImports`, and read files as bytes or text. */
export function lintPage(file: string, source: string): SourceProblem[] {
  const { code, blocks } = pageCode(source);
  const languages = blocks
    .filter(({ language }) => language !== "ts")
    .map(({ language, line, column }) => ({
      file,
      line,
      column,
      message: `a live "${language}" block; expected "ts", or run=false`,
    }));
  return sorted([...languages, ...lintImports(file, code), ...lintAttachments(file, code)]);
}

/** Modules follow `lintImports` and do not use FileAttachment. */
export function lintModule(file: string, source: string): SourceProblem[] {
  const attachments = [...maskCode(source).matchAll(/\bFileAttachment\b/g)].map(({ index }) => ({
    file,
    ...placeOf(source, index),
    message: "FileAttachment in a module; expected it in a page, which hands the data on",
  }));
  return sorted([...lintImports(file, source), ...attachments]);
}

/** Imports are from node_modules or this project, never from the network, and end in .js. */
function lintImports(file: string, code: string): SourceProblem[] {
  const mask = maskCode(code);
  const imports =
    /(?:(?<![.\w$])from\s*|(?<![.\w$])import\s*(?:\(\s*)?|\bimport\.meta\.resolve\s*\(\s*)(["'`])/g;
  return [...mask.matchAll(imports)].flatMap((match) => {
    const quote = match.index + match[0].length - 1;
    const specifier = code.slice(quote + 1, mask.indexOf(match[1] ?? "", quote + 1));
    const message = importProblem(specifier);
    return message === null ? [] : [{ file, ...placeOf(code, quote), message }];
  });
}

function importProblem(specifier: string): string | null {
  if (/^(?:npm:|jsr:|https?:|\/\/)/.test(specifier)) {
    return `import of "${specifier}" from the network; expected a package in node_modules`;
  }
  if (/\.[cm]?tsx?$/.test(specifier)) {
    return `import of "${specifier}"; expected "${specifier.replace(/tsx?$/, "js")}"`;
  }
  return null;
}

const attachmentMethods = new Set(["arrayBuffer", "text", "url"]);

/** Other FileAttachment methods load libraries from the network or hide a file's content from the compiler. */
function lintAttachments(file: string, code: string): SourceProblem[] {
  const mask = maskCode(code);
  return [...mask.matchAll(/\bFileAttachment\s*\(/g)].flatMap(({ index, 0: call }) => {
    const end = afterParenthesis(mask, index + call.length);
    const method = /^(\s*\??\.\s*)(\w+)/.exec(mask.slice(end));
    const [, dot = "", name = ""] = method ?? [];
    if (method !== null && attachmentMethods.has(name)) return [];
    return [
      {
        file,
        ...placeOf(code, method === null ? index : end + dot.length),
        message: `FileAttachment(…)${method === null ? " without a method" : `.${name}`}; expected .arrayBuffer(), .text() or .url()`,
      },
    ];
  });
}

function afterParenthesis(mask: string, start: number): number {
  let depth = 1;
  let position = start;
  for (; position < mask.length && depth > 0; position++) {
    if (mask.charAt(position) === "(") depth++;
    else if (mask.charAt(position) === ")") depth--;
  }
  return position;
}

function placeOf(source: string, index: number): { line: number; column: number } {
  const before = source.slice(0, index).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function sorted(problems: SourceProblem[]): SourceProblem[] {
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}
