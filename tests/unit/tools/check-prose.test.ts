// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code to be read, as text

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkProse } from "../../../tools/check-prose.js";
import { type Allowed, readAllowed } from "../../../tools/prose/allowed.js";
import { typedNumbers } from "../../../tools/prose/numbers.js";
import { unusedResults } from "../../../tools/prose/unused.js";
import { formatProblem } from "../../../tools/source-problem.js";

let root = "";
const write = (file: string, ...lines: string[]) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), lines.join("\n"));
};
/** Places and words of what is found, `line:column word`. */
const found = (list: readonly Allowed[] = []) =>
  checkProse(root, list).map(
    ({ line, column, message }) => `${line}:${column} ${/“(.+?)”/.exec(message)?.[1]}`,
  );
const numbers = (text: string) => typedNumbers(text).map((number) => number.text);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "check-prose-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("the prose of a page", () => {
  test("a digit and a number word are found at their places, each with what was expected", () => {
    write("src/one.md", "# Title", "", "Of all {{a.b}} customers 47% were", "satisfied, twelve were not.");
    expect(checkProse(root, []).map(formatProblem)).toEqual([
      "src/one.md:3:26: “47” is typed in prose (“Of all … customers 47% were satisfied, twelve were”); expected a named result {{id}}, other words, or a row of tools/prose/allowed.csv",
      expect.stringMatching(/^src\/one\.md:4:12: “twelve” is typed in prose/),
    ]);
  });

  test("every part that readers meet is read: front matter, headings, lists, tables, links, notes, raw HTML", () => {
    write(
      "src/one.md",
      "---",
      "title: The 13 charts",
      "---",
      "# Twice as many",
      "",
      "- a list",
      "  1. with **half** of it, [a dozen](there.html)",
      "",
      "| Head | nine |",
      "| --- | --- |",
      "| {{a.b}} | 12% |",
      "",
      '<div class="note"><b>Note.</b> Of <i>three</i>',
      "groups.</div>",
      "",
      "> A <b>hundred</b> times",
    );
    expect(found()).toEqual([
      "2:12 13",
      "4:3 Twice",
      "7:13 half",
      "7:30 dozen",
      "9:10 nine",
      "11:13 12",
      "13:38 three",
      "16:8 hundred",
    ]);
  });

  test("text alternatives are read, in Markdown and in raw HTML", () => {
    write(
      "src/one.md",
      "![Bars of 47%](chart.svg)",
      "",
      '<figure aria-label="Four bars"><img src="a9.png" alt="three lines" width="640"></figure>',
      "",
      'A word <span title="two of them">here</span>.',
    );
    expect(found()).toEqual(["1:11 47", "3:21 Four", "3:55 three", "5:21 two"]);
  });

  test("code, addresses, other attributes, citations and comments may hold numbers", () => {
    write(
      "src/one.md",
      "```ts",
      'const seven = "7 of 12";',
      "```",
      "",
      "Type `npm run 42`, see <code>x = 3</code> or [there](https://example.org/page/2#part-3),",
      "https://example.org/2/3, {{fee.fall.growth-2}}, {{a.10|range}} and ${rows.slice(0, 3)}.",
      "",
      '<p class="h2" data-n="3" style="width: 20px">text &#8217; <a href="p.html?n=12">here</a></p>',
      "",
      "<!-- 12 -->",
      "",
      "    indented = 5",
    );
    expect(found()).toEqual([]);
  });
});

describe("passages", () => {
  const problems = () => checkProse(root, []).map(formatProblem);

  test("hold typed numbers no more than other text", () => {
    write(
      "src/one.md",
      "{{unknown or partly a.b c.d}}",
      "",
      "Of seven",
      "",
      "{{known}}",
      "",
      "all",
      "",
      "{{end}}",
    );
    write("results.lock.json", JSON.stringify({ results: { "a.b": "", "c.d": "" } }));
    expect(problems()).toEqual([expect.stringMatching(/^src\/one\.md:3:4: “seven” is typed in prose/)]);
  });

  test("depend on ids that exist: results, values and bases, in pages, figures and blocks", () => {
    write("results.lock.json", JSON.stringify({ results: { "a.b": "" } }));
    write("data-loaders/raw/one/values.csv", "id,printed", "one.lost,");
    write("src/one.md", "# {{unknown one.lost a.b}}Open{{end}}", "", "A {{known a.c}}b{{end}}");
    write(
      "src/figures/one.ts",
      'const f = { how: ["{{known one.lots}}x{{end}}", `{{known ${id}}}${x}{{end}}`] };',
    );
    write(
      "src/findings/one/blocks.ts",
      "// {{known no.comment}}",
      "const says = '{{known one.lost}}x{{end}}';",
    );
    expect(problems()).toEqual([
      "src/one.md:3:3: a passage depends on a.c, which nothing is named; expected a value, base or result",
      "src/figures/one.ts:1:20: a passage depends on one.lots, which nothing is named; expected a value, base or result",
    ]);
  });

  test("are closed, each by its own end", () => {
    write("src/one.md", "a", "b {{unknown a.b}}c");
    write("src/figures/one.ts", 'const f = { title: () => "a", subtitle: "b {{end}}" };');
    expect(problems()).toEqual([
      "src/one.md:2:3: {{unknown a.b}} is not closed; expected {{end}}",
      "src/figures/one.ts:1:44: {{end}} closes nothing; expected a passage before it",
    ]);
  });
});

describe("what is a number that may not be typed", () => {
  test("years, dates, locators and ages may stand", () => {
    expect(
      numbers(
        "From June 2014 to 30 June 2016, the survey of 2023/24, 11 August, August 11; Figure 10, Figures 4 and 7, Tables 1 to 12, Footnote 2; aged 16 to 24 and 25 to 34, those aged 35-54, ages 55 and over.",
      ),
    ).toEqual([]);
  });

  test("they may not stand as numbers of something", () => {
    expect(numbers("2016 interviews, 2014%, 1,990 people, 1989, 2031, 2014.5, £2016")).toEqual([
      "2016",
      "2014",
      "1,990",
      "1989",
      "2031",
      "2014.5",
      "2016",
    ]);
    expect(numbers("16 to 24% were, ages 16 to 24%, in June 47% were, Figure 3%")).toEqual([
      ...["16", "24", "16", "24", "47", "3"],
    ]);
  });

  test("“one” is a number before a unit and in “one in”, otherwise a pronoun; ordinals are none", () => {
    expect(numbers("one of them, the one that, one page; the first, the second")).toEqual([]);
    expect(numbers("one point, one per cent, one interview, one in ten, zero customers")).toEqual([
      ...["one", "one", "one", "one", "ten", "zero"],
    ]);
  });

  test("words for parts and large numbers count, but not inside other words or a quarter of the year", () => {
    expect(numbers("a third, two-thirds, twenty-one, thousands, a quarter of all, ½, ²")).toEqual([
      ...["a third", "two", "twenty-one", "thousands", "a quarter of", "½", "²"],
    ]);
    expect(
      numbers("often, weight, tenure, behalf, someone, a quarter that ends in May, a third party"),
    ).toEqual(["a third"]);
  });
});

describe("the texts of figures", () => {
  test("titles, subtitles, explanations, text alternatives and labels are read; what code puts in is not", () => {
    write(
      "src/figures/one.ts",
      'import { a } from "./rows2.js";',
      "export const figure = {",
      '  id: "growth-2",',
      '  title: (rows) => (rows.length > 3 ? "Half of 12" : `A ${rows.map((r) => `${r.n} of four`).join("; ")} b`),',
      '  subtitle: "47%",',
      '  how: ["{{a.10}} of them", "Three ways"],',
      "  alt: (rows) => `Bars: ${rows.length} and ${13} \\u2212 in all.`,",
      "  source: 'CES 2023/24, Figures 4 and 7',",
      '  draw: () => plot({ dash: "3 4", font: "12px", marks: [text({ text: "1.5" })] }),',
      "};",
      "// twelve",
      'const said = () => "a sentence of seven words";',
    );
    expect(found()).toEqual([
      "4:40 Half",
      "4:48 12",
      "4:86 four",
      "5:14 47",
      "6:30 Three",
      "7:46 13",
      "9:71 1.5",
      "12:35 seven",
    ]);
  });

  test("modules that show nothing are not read", () => {
    write("src/stats/one.ts", 'throw new Error("a sentence of seven words");');
    expect(found()).toEqual([]);
  });
});

describe("what may be typed", () => {
  const list = [{ text: "95% interval", where: "src/methods *.x", reason: "a name", line: 2 }];

  test("a row holds for its words, whole or in the plural, in its files only", () => {
    write("src/methods/one.md", "The 95% interval, 95% intervals, 195% interval; 95% of them.");
    write("src/two.md", "A 95% interval.");
    expect(found(list)).toEqual(["1:34 195", "1:49 95", "1:3 95"]);
  });

  test("a row with … spans what is cited, and one that serves nothing is a problem", () => {
    write("src/two.md", "At {{a.b}} of 1.5 and {{c}} at 2.");
    expect(found([{ text: "of 1.5 and … at 2", where: "*", reason: "names", line: 2 }])).toEqual([]);
    expect(checkProse(root, list).map(formatProblem).at(-1)).toBe(
      "tools/prose/allowed.csv:2:1: nothing in src/methods *.x says “95% interval”; expected a row that is needed",
    );
  });

  test("every row has its text, its place and a reason", () => {
    expect(() => readAllowed("text,where,reason\n12,*,\n")).toThrow(
      /^tools\/prose\/allowed.csv:2:1: no reason/,
    );
    expect(readAllowed().length).toBeGreaterThan(0);
  });
});

test("the pages and figures of this site hold no typed number", () => {
  expect(checkProse(process.cwd()).map(formatProblem)).toEqual([]);
});

test("results that no page or figure cites are listed, with neither inputs nor variants of cited ones", () => {
  write("src/one.md", "{{page.one|range}}");
  write("src/figures/one.ts", 'const f = { result: "chart.one", how: [`{{chart.${name}.x}}`] };');
  write("src/analysis/results.ts", 'const id = "nobody.one";');
  const ids = ["page.one", "page.input", "chart.one", "chart.two.x", "nobody.one"];
  const results = ids.map((id) => ({ id, inputs: id === "page.one" ? ["page.input"] : [] }));
  expect(
    unusedResults(root, [...results, { id: "page.one.v", inputs: [], variant: { of: "page.one" } }]),
  ).toEqual(["nobody.one"]);
});
