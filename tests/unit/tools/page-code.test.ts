// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code to be read, as text

import { expect, test } from "vitest";
import { pageCode } from "../../../tools/page-code.js";

/** The code of a page without its empty lines, each with its number. */
function numbered(source: string): string[] {
  return pageCode(source)
    .code.split("\n")
    .map((line, index) => `${index + 1}: ${line.trimEnd()}`)
    .filter((line) => !/: $/.test(line));
}

const fence = "```";

test("live ts blocks stay on their lines, with whatever attributes", () => {
  const source = `# Title\n${fence}ts\nconst a = 1;\n${fence}\ntext\n${fence}ts echo\na + 1\n${fence}\nend`;
  expect(numbered(source)).toEqual(["2: ;", "3: const a = 1;", "6: ;", "7: a + 1"]);
});

test("blocks with run=false and in other languages are blank", () => {
  const source = `${fence}ts run=false\na\n${fence}\n${fence}js\nb\n${fence}\n${fence}bash\nc\n${fence}\n`;
  expect(numbered(source)).toEqual([]);
});

test("live blocks are listed with the place of their language", () => {
  const source = `text\n  ${fence}js echo\na\n  ${fence}\n~~~ts\nb\n~~~\n${fence}sql run=false\nc\n${fence}\n${fence}csv\n${fence}`;
  expect(pageCode(source).blocks).toEqual([
    { language: "js", line: 2, column: 6 },
    { language: "ts", line: 5, column: 4 },
  ]);
});

test("a block ends at a fence of its own kind and length", () => {
  expect(numbered("````ts\na = `\n```\n`;\n````\nb")).toEqual(["1: ;", "2: a = `", "3: ```", "4: `;"]);
});

test("inline expressions stay in their columns", () => {
  expect(numbered("a ${b({ c: `}` })} d ${e}.")).toEqual(["1:   ;(b({ c: `}` }))   ;(e)"]);
});

test.each([
  ["a code span", "`${a}`"],
  ["an escaped expression", "\\${a}"],
  ["a comment", "<!-- ${a}\n```ts\nb\n```\n-->"],
  ["a script", "<script>`${a}`</script>"],
  ["front matter", "---\ntitle: ${a}\n---\n"],
  ["an expression that is never closed", "${a"],
])("%s is not run", (_title, source) => {
  expect(numbered(source)).toEqual([]);
});

test("a lone backtick hides no block", () => {
  expect(numbered("a ` b\n```ts\nc(`d`)\n```")).toEqual(["2: ;", "3: c(`d`)"]);
});

test("the code is as long as the page", () => {
  const source = "---\na: b\n---\r\n# é ${a} `b`\r\n```ts echo\r\nc\r\n```\r\nend";
  expect(pageCode(source).code).toHaveLength(source.length);
});
