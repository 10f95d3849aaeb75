/** Children of an element; null and false are skipped. */
export type Child = string | Node | null | false | readonly Child[];

/** Creates an element, in a page or in Node. Null and false attributes are skipped. */
export type Make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes?: Readonly<Record<string, string | number | boolean | null>>,
  ...children: readonly Child[]
) => HTMLElementTagNameMap[K];

/** The element factory of a document. */
export function make(document: Document): Make {
  return (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : String(value));
    }
    append(element, children);
    return element;
  };
}

function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === false) continue;
    if (Array.isArray(child)) append(element, child);
    else element.append(child as string | Node);
  }
}
