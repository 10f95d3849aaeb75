import { mutationsIn } from "./mutation.js";

/** Text that follows the numbers: how passages are chosen, and what says something to be unknown whatever is known. */
export const prose = [
  ...mutationsIn("src/components", "tests/unit/components", [
    {
      what: "takes a range for a known number",
      file: "passages",
      find: 'return standing !== null && (standing.value !== null || standing.kind === "published");',
      replace: "return standing !== null;",
    },
    {
      what: "takes some known numbers for all",
      file: "passages",
      find: 'return known === 0 ? "unknown" : known === standings.length ? "known" : "partly";',
      replace: 'return known === 0 ? "unknown" : "known";',
    },
    {
      what: "compares the wrong way round",
      file: "passages",
      find: 'return a.value > b.value ? "more" : a.value < b.value ? "less" : "same";',
      replace: 'return a.value > b.value ? "less" : a.value < b.value ? "more" : "same";',
    },
    {
      what: "takes ranges that overlap for apart",
      file: "passages",
      find: "if (a.low !== null && b.high !== null && a.low > b.high) return",
      replace: "if (a.low !== null && b.low !== null && a.low >= b.low) return",
    },
    {
      what: "compares with the first of several alone",
      file: "passages",
      find: "const states = new Set(others.map(",
      replace: "const states = new Set(others.slice(0, 1).map(",
    },
    {
      what: "lets an unknown id pass",
      file: "passages",
      find: "if (names.length === 0)",
      replace: "if (names.length < 0)",
    },
  ]),
  ...mutationsIn("tools/prose", "tests/unit/tools", [
    {
      what: "finds no phrase in pages",
      file: "rule",
      find: "if (within(outside, offset, offset + 1)) return [];",
      replace: 'if (file.endsWith(".md")) return [];',
      tests: ["not-knowing"],
    },
    {
      what: "lets a branch for known numbers say that they are unknown",
      file: "not-knowing",
      find: '["unknown", "partly", "otherwise"].includes(state)',
      replace: 'state !== "same"',
    },
    {
      what: "keeps reasons that serve nothing",
      file: "rule",
      find: ".filter((row) => !used.has(row))",
      replace: ".filter(() => false)",
      tests: ["not-knowing"],
    },
    {
      what: "lets passages depend on ids that do not exist",
      file: "passages",
      find: "namesLike(id, ids).length === 0",
      replace: "namesLike(id, ids).length < 0",
      tests: ["check-prose"],
    },
  ]),
  {
    what: "says on a page that something is not said, whatever is filled in",
    file: "src/findings/age-and-ethnicity.md",
    find: "## Then age\n",
    replace: "How satisfied Black customers were is not said.\n\n## Then age\n",
    tests: ["tests/unit/tools/not-knowing.test.ts"],
  },
  {
    what: "swaps the words of a comparison on a page",
    file: "src/findings/age-and-ethnicity.md",
    find: "more often than{{less}}less often than{{",
    replace: "less often than{{less}}more often than{{",
    tests: ["tests/unit/prose/filled-pages.test.ts"],
  },
  {
    what: "prints a range where a number was filled in",
    file: "src/findings/age-and-ethnicity/figures/words.ts",
    find: "value: (row) => (row.value === null ? rangeText(row) : null),",
    replace: "value: rangeText,",
    tests: ["tests/unit/prose/filled-pages.test.ts"],
  },
];
