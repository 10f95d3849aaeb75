// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code to be read, as text

import { expect, test } from "vitest";
import { endOfCode, maskCode } from "../../../tools/mask-code.js";

const masks: [title: string, source: string, mask: string][] = [
  ["blanks comments", "a // b\nc /* d\ne */ f", "a     \nc     \n     f"],
  ["blanks the inside of strings, not their quotes", `a("b'c", 'd"\\'e')`, `a("   ", '     ')`],
  [
    "blanks the text of templates and keeps their expressions",
    "`a ${b + `c${d}`} e` + f",
    "`  ${b + ` ${d}`}  ` + f",
  ],
  ["keeps braces within a template's expression", "`${{ a: 1 }.a}b`", "`${{ a: 1 }.a} `"],
  ["blanks regular expressions", "a = /\"[/'](x)/g.test(b)", "a = /        /g.test(b)"],
  ["takes a slash after a value as a division", 'a / b("/") / c', 'a / b(" ") / c'],
  ["goes on after a brace too many", 'a } "b"', 'a } " "'],
  ["ends an open string at the end of its line", '"abc\nd', '"   \nd'],
];

test.each(masks)("%s", (_title, source, mask) => {
  expect(maskCode(source)).toBe(mask);
});

test("code ends at the brace that was not opened in it", () => {
  const source = 'f({ a: "}" }) } after';
  expect(source.slice(endOfCode(source, 0).position)).toBe("} after");
});
