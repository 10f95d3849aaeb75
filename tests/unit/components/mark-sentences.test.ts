import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { blockOf, unwrapSentences, wrapSentences } from "../../../src/components/mark-sentences.js";

function page(html: string) {
  const { document } = new JSDOM(`<body>${html}</body>`).window;
  const numbers = [...document.querySelectorAll("i")];
  const block = blockOf(numbers[0] as Element) as HTMLElement;
  return { document, numbers, block };
}
const texts = (sentences: readonly (readonly HTMLElement[])[]) =>
  sentences.map((parts) => parts.map((part) => part.textContent).join("|"));

describe("sentences that hold a number", () => {
  it("get an element each, and the others none", () => {
    const { block, numbers } = page("<p>One. Two is <i>2</i>, or <i>3</i>. Three. Four is <i>4.5</i></p>");
    expect(texts(wrapSentences(block, numbers))).toEqual(["Two is 2, or 3.", "Four is 4.5"]);
    expect(block.textContent).toBe("One. Two is 2, or 3. Three. Four is 4.5");
    expect(block.querySelectorAll(".sentence").length).toBe(2);
  });

  it("that begin or end inside of an element get several", () => {
    const { block, numbers } = page("<p><b>Bold. It begins</b> here with <i>2</i>. Over.</p>");
    expect(texts(wrapSentences(block, numbers))).toEqual(["It begins| here with 2."]);
    expect(block.innerHTML).toBe(
      '<b>Bold. <span class="sentence">It begins</span></b><span class="sentence"> here with <i>2</i>.</span> Over.',
    );
  });

  it("are found where the number stands inside of another element", () => {
    const { block, numbers } = page("<h3><span>A gap of <i>2</i> points</span></h3>");
    expect(texts(wrapSentences(block, numbers))).toEqual(["A gap of 2 points"]);
    expect(block.tagName).toBe("H3");
  });

  it("are taken away again, and leave what was there", () => {
    const html = "<b>Bold. It begins</b> here with <i>2</i>. Over.";
    const { block, numbers } = page(`<p>${html}</p>`);
    unwrapSentences(wrapSentences(block, numbers));
    expect(block.innerHTML).toBe(html);
    expect(block.childNodes.length).toBe(4);
  });
});

it("the block of a number is the smallest paragraph, item, cell or note around it", () => {
  expect(page("<ul><li>A <i>2</i></li></ul>").block.tagName).toBe("LI");
  expect(page('<div class="note"><b>A</b> <i>2</i></div>').block.className).toBe("note");
  expect(page("<table><tr><td><i>2</i></td></tr></table>").block.tagName).toBe("TD");
});
