import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Allowed } from "../../../tools/prose/allowed.js";
import { phrasesOf, unconditionalProblems } from "../../../tools/prose/not-knowing.js";
import { formatProblem } from "../../../tools/source-problem.js";

let root = "";
const write = (file: string, ...lines: string[]) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), lines.join("\n"));
};
const found = (list: readonly Allowed[] = []) =>
  unconditionalProblems(root, list).map(
    ({ file, line, column, message }) => `${file}:${line}:${column} ${/“(.+?)”/.exec(message)?.[1]}`,
  );

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "not-knowing-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("a phrase of not knowing", () => {
  test.each([
    ["The report doesn’t say by how much", "doesn’t say"],
    ["how far is not said", "is not said"],
    ["Numbers that are not in the text", "not in the text"],
    ["Its figure cannot be known", "cannot be known"],
    ["Black customers were below White customers, or above", "or above"],
    ["the text does not say which way", "does not say,which way"],
    ["The size is not printed", "is not printed"],
    ["no number of interviews is given", "no number of"],
    ["Neither text prints a number", "Neither text"],
    ["How far it fell is wide open", "wide open"],
    ["It could be either way", "either way"],
    ["What the bars can have been", "can have been"],
  ])("is found in “%s”", (text, phrases) => {
    expect(
      phrasesOf(text)
        .map((phrase) => phrase.text)
        .join(),
    ).toBe(phrases);
  });

  test.each([
    "Satisfied customers were not few",
    "This is not so in 2016",
    "Nothing moves",
    "either of them",
  ])("is not found in “%s”", (text) => expect(phrasesOf(text)).toEqual([]));
});

describe("a page or a figure that says something is unknown", () => {
  test("is told where it says so whatever is known, in prose, alternatives and the texts of figures", () => {
    write("src/one.md", "# A title", "", "How far is not said.", "", "![Bars, not in the text](x.svg)");
    write(
      "src/figures/one.ts",
      'const f = { title: () => "Which way is open", how: ["the report does not say"] };',
    );
    write("src/findings/one/blocks.ts", 'const cell = "not in the text";');
    expect(found()).toEqual([
      "src/one.md:3:9 is not said",
      "src/one.md:5:9 not in the text",
      "src/figures/one.ts:1:27 Which way",
      "src/figures/one.ts:1:65 does not say",
      "src/findings/one/blocks.ts:1:15 not in the text",
    ]);
  });

  test("may say it in a branch for a state in which something is unknown, and in no other", () => {
    write(
      "src/one.md",
      "{{unknown a.b}}is not said{{known}}is not said{{end}}",
      "",
      "{{more a.b c.d}}is not said{{otherwise}}is not said{{end}}",
      "",
      "{{unknown or partly a.b c.d}}",
      "",
      "- is not said",
      "",
      "{{end}}",
    );
    write("src/figures/one.ts", "const f = { how: [`{{unknown a.b}}is not said{{end}}`] };");
    expect(found()).toEqual(["src/one.md:1:36 is not said", "src/one.md:3:17 is not said"]);
  });

  test("may say it where the list has a reason, and a reason that serves nothing is told", () => {
    write("src/one.md", "A design effect is not printed.");
    const row = { text: "A design effect is not printed", where: "src/one.md", reason: "no number", line: 2 };
    expect(found([row])).toEqual([]);
    expect(unconditionalProblems(root, [{ ...row, text: "is not said" }]).map(formatProblem)).toEqual([
      expect.stringMatching(/^src\/one\.md:1:17: “is not printed” stands in prose whatever is known/),
      "tools/prose/unconditional.csv:2:1: nothing in src/one.md says “is not said” outside a passage; expected a row that is needed",
    ]);
  });
});

test("the pages, figures and blocks of this site say nothing to be unknown whatever is filled in", () => {
  expect(unconditionalProblems(process.cwd()).map(formatProblem)).toEqual([]);
});
