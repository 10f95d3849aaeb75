/** What an element can hold: text, elements, lists of them; null and false are left out. */
export type Child = string | Node | null | false | readonly Child[];

/** Makes elements in a document, in the page or in Node. Attributes that are null or false are left out. */
export type Make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes?: Readonly<Record<string, string | number | boolean | null>>,
  ...children: readonly Child[]
) => HTMLElementTagNameMap[K];

/** The maker of elements of a document. */
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
