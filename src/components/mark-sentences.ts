import { splitSentences } from "./sentences.js";

/** The elements of a sentence: one, or several where it starts or ends inside another element. */
export type MarkedSentence = readonly HTMLElement[];

/** Sentences are searched in the innermost of these elements around a number. */
const BLOCKS = "p, li, td, th, dd, dt, h1, h2, h3, h4, h5, h6, figcaption, caption, summary, .note";

/** The text block around an element. */
export function blockOf(element: Element): HTMLElement | null {
  return element.closest<HTMLElement>(BLOCKS);
}

/**
 * Wraps each sentence of a block that contains one of the elements in elements of class `sentence`, and returns them
 * in order. The text stays the same.
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

/** Removes the wrappers of sentences, keeping their content. */
export function unwrapSentences(sentences: readonly MarkedSentence[]): void {
  for (const part of sentences.flat()) {
    const parent = part.parentNode;
    part.replaceWith(...part.childNodes);
    parent?.normalize();
  }
}

/** Wraps a character range of a node's text. Adjacent nodes share a wrapper; text nodes are split, elements are not. */
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
