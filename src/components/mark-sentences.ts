import { splitSentences } from "./sentences.js";

/** A sentence of a page as its elements: one, or several where it begins or ends inside of another element. */
export type MarkedSentence = readonly HTMLElement[];

/** What a sentence is looked for in: the smallest of these that holds a number. */
const BLOCKS = "p, li, td, th, dd, dt, h1, h2, h3, h4, h5, h6, figcaption, caption, summary, .note";

/** The block of text that an element stands in. */
export function blockOf(element: Element): HTMLElement | null {
  return element.closest<HTMLElement>(BLOCKS);
}

/**
 * Puts each sentence of a block that holds one of the elements into elements of its own, class `sentence`, and returns
 * them in order. The text stays as it is.
 */
export function wrapSentences(block: HTMLElement, holding: readonly Element[]): MarkedSentence[] {
  const places = holding.map((element) => {
    const before = block.ownerDocument.createRange();
    before.setStart(block, 0);
    before.setEndBefore(element);
    return before.toString().length;
  });
  return splitSentences(block.textContent ?? "")
    .filter(({ start, end }) => places.some((at) => at >= start && at < end))
    .map(({ start, end }) => wrap(block, start, end));
}

/** Takes the elements of sentences away again; what they held stays. */
export function unwrapSentences(sentences: readonly MarkedSentence[]): void {
  for (const part of sentences.flat()) {
    const parent = part.parentNode;
    part.replaceWith(...part.childNodes);
    parent?.normalize();
  }
}

/** Wraps the text of a node from one character to another: neighbours in one element, splitting text, not elements. */
function wrap(parent: Node, from: number, to: number): HTMLElement[] {
  const made: HTMLElement[] = [];
  let run: Node[] = [];
  const flush = () => {
    const [first] = run;
    if (first === undefined) return;
    const part = (parent.ownerDocument as Document).createElement("span");
    part.className = "sentence";
    parent.insertBefore(part, first);
    part.append(...run);
    made.push(part);
    run = [];
  };
  let end = 0;
  for (const child of [...parent.childNodes]) {
    const start = end;
    const length = child.textContent?.length ?? 0;
    end = start + length;
    if (end <= from || start >= to) {
      flush();
    } else if (start >= from && end <= to) {
      run.push(child);
    } else if (child.nodeType === child.TEXT_NODE) {
      let text = child as Text;
      if (from > start) text = text.splitText(from - start);
      if (to < end) text.splitText(to - Math.max(from, start));
      run.push(text);
    } else {
      flush();
      made.push(...wrap(child, from - start, to - start));
    }
  }
  flush();
  return made;
}
