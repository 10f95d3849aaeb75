import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import * as bounds from "../../../src/bounds/index.js";
import * as stats from "../../../src/stats/index.js";
import * as matrix from "../../../src/stats/models/model-matrix.js";
import * as algebra from "../../../src/stats/numeric/linear-algebra.js";

const ROOT = fileURLToPath(new URL("../../../src", import.meta.url));

interface Example {
  readonly file: string;
  readonly code: string;
  /** What the comment behind it says that it gives; null where it says nothing. */
  readonly gives: string | null;
}

/** The examples of all docstrings of a folder. */
function examplesOf(folder: string): Example[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .flatMap((file) => {
      const source = readFileSync(join(ROOT, folder, file), "utf8");
      const texts = source.matchAll(/@example((?:(?!\n \* (?:Source|@)|\*\/)[\s\S])*)/g);
      return [...texts].map(([, text = ""]) => exampleOf(`${folder}/${file}`, text));
    });
}

function exampleOf(file: string, text: string): Example {
  const lines = text
    .replaceAll(/\n \* ?/g, "\n")
    .trim()
    .split("\n");
  // A line of comment before the last is for the reader.
  const kept = lines.filter((line, i) => i === lines.length - 1 || !line.trim().startsWith("//"));
  const [code = "", gives = null] = kept.join("\n").split(/(?:^|\s)\/\/ /);
  return { file, code: code.trim(), gives };
}

const EXAMPLES = [...examplesOf("stats"), ...examplesOf("bounds")];

/** Examples that show a call on variables of the reader's own. */
const ON_A_SAMPLE = /\b(?:design|estimates|cube|regression)\b(?!:)/;
const RUNNABLE = EXAMPLES.filter(({ code }) => !ON_A_SAMPLE.test(code));

const names = { ...algebra, ...matrix, ...bounds, ...stats };

function run(code: string): unknown {
  const last = code.lastIndexOf(";\n");
  const body = `${code.slice(0, last + 1)} return (${code.slice(last + 1).replace(/;$/, "")});`;
  return new Function(...Object.keys(names), body)(...Object.values(names));
}

/** All numbers in a value, in order. */
function numbersOf(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersOf) : [];
}

/** The numbers that a comment says: those in brackets, or else one, behind which words may explain it. */
function saidNumbers(gives: string): string[] {
  const plain = gives.replaceAll(/"[^"]*"/g, "");
  const [group] = /[[{].*[\]}]/s.exec(plain) ?? [];
  const from = group ?? plain.split(" = ").at(-1) ?? "";
  const numbers = [...from.matchAll(/(?<![\w.])-?\d+(?:\.\d+)?/g)].map(([text]) => text);
  return group === undefined ? numbers.slice(0, 1) : numbers;
}

it("there are examples", () => {
  expect(RUNNABLE.length).toBeGreaterThan(30);
  expect(
    RUNNABLE.filter(({ gives }) => gives !== null && saidNumbers(gives).length > 0).length,
  ).toBeGreaterThan(25);
});

it.each(RUNNABLE)("$file: $code", ({ code, gives }) => {
  const found = numbersOf(run(code));
  let from = 0;
  for (const text of gives === null ? [] : saidNumbers(gives)) {
    // A number is rounded to the digits that are shown, or cut after them.
    const unit = Math.max(10 ** -(text.split(".")[1]?.length ?? 0), 1e-13 * Math.abs(Number(text)));
    const at = found.findIndex((value, i) => i >= from && Math.abs(value - Number(text)) < unit);
    expect(at, `${text} of "${gives}" in ${found.slice(0, 20)}`).toBeGreaterThanOrEqual(0);
    from = at + 1;
  }
});
