import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse, parseFragment, serialize } from "parse5";

export type HtmlElement = DefaultTreeAdapterMap["element"];
export type HtmlDocument = DefaultTreeAdapterMap["document"];

/** Parser and serialiser for pages of the finished site. */
export const html = { parse, parseFragment, serialize, tree: defaultTreeAdapter };

/** All elements of a document, in order, without template contents. */
export function* elements(node: DefaultTreeAdapterMap["parentNode"]): Generator<HtmlElement> {
  for (const child of [...node.childNodes]) {
    if (!defaultTreeAdapter.isElementNode(child)) continue;
    yield child;
    yield* elements(child);
  }
}

export function attribute(element: HtmlElement, name: string): string | null {
  return element.attrs.find((a) => a.name === name)?.value ?? null;
}

export function setAttribute(element: HtmlElement, name: string, value: string): void {
  const found = element.attrs.find((a) => a.name === name);
  if (found === undefined) element.attrs.push({ name, value });
  else found.value = value;
}

/** The text inside an element. */
export function textOf(node: DefaultTreeAdapterMap["parentNode"]): string {
  return node.childNodes
    .map((child) =>
      defaultTreeAdapter.isTextNode(child)
        ? child.value
        : defaultTreeAdapter.isElementNode(child)
          ? textOf(child)
          : "",
    )
    .join("");
}

export function remove(element: HtmlElement): void {
  defaultTreeAdapter.detachNode(element);
}

/** A new element of a document's head. */
export function headElement(tag: string, attributes: Readonly<Record<string, string>>): HtmlElement {
  const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  return defaultTreeAdapter.createElement(
    tag,
    "http://www.w3.org/1999/xhtml" as HtmlElement["namespaceURI"],
    attrs,
  );
}
