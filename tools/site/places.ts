import { posix } from "node:path";
import { attribute, elements, type HtmlDocument, html, remove, setAttribute } from "./html.js";
import type { SiteFile } from "./site-file.js";

/** What a figure or block may hold that only Framework can turn into what the site needs. Links are not among it. */
const FOR_FRAMEWORK =
  /<(?:img|link|source|video|audio|script|style)\b|\blanguage-|<h[1-4]\b[^>]*\sid=|observablehq|<!--|<a (?=[^>]*\sdownload)(?![^>]*external)/;

/**
 * What stands in a built page for a figure or a block until the page is finished. Framework reads all HTML of a page three times,
 * slowly, and most of it is figures and blocks. Null for one that has to go through Framework.
 */
export function placeFor(kind: string, name: string, content: string): string | null {
  return FOR_FRAMEWORK.test(content) ? null : `<div data-place="${kind}s ${name}"></div>`;
}

/** HTML with the ways to the site's root and to its downloads filled in, as seen from a page: `/findings/index`. */
export function addressed(content: string, page: string, mode: "build" | "preview"): string {
  const root = "../".repeat(page.split("/").length - 2).replace(/\/$/, "") || ".";
  // The preview serves files that no page imports under another path than the finished site.
  const downloads = `${root}/${mode === "preview" ? "_file/" : ""}downloads`;
  return content.replaceAll("%ROOT%", root).replaceAll("%DOWNLOADS%", downloads);
}

/** Puts the figures and blocks of a built page into their places, their links as Framework writes links. */
export function fillPlaces(
  document: HtmlDocument,
  page: string,
  site: Pick<SiteFile, "figures" | "blocks">,
): void {
  for (const element of elements(document)) {
    const [kind, name = ""] = attribute(element, "data-place")?.split(" ") ?? [];
    if (kind === undefined) continue;
    const content = kind === "figures" ? site.figures[name]?.html : site.blocks[name];
    const filled = html.parseFragment(addressed(content ?? "", page, "build"));
    for (const link of elements(filled)) if (link.tagName === "a") finishLink(link, page);
    for (const child of [...filled.childNodes]) {
      html.tree.detachNode(child);
      if (element.parentNode !== null) html.tree.insertBefore(element.parentNode, child, element);
    }
    remove(element);
  }
}

function finishLink(link: Parameters<typeof attribute>[0], page: string): void {
  const written = attribute(link, "href");
  if (written === null || /(?:^|\s)external(?:\s|$)/i.test(attribute(link, "rel") ?? "")) return;
  const href = decodeURI(written);
  setAttribute(link, "href", encodeURI(resolveLink(href, page)));
  if (!/^\w+:/.test(href)) return;
  if (attribute(link, "target") === null) setAttribute(link, "target", "_blank");
  if (attribute(link, "rel") === null) setAttribute(link, "rel", "noopener noreferrer");
}

/** A link as Framework writes it: from the page, with the ending of a page's file. */
function resolveLink(href: string, page: string): string {
  if (/^(?:\w+:|#)/.test(href)) return href;
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(href) ?? [];
  const target =
    posix.resolve(posix.dirname(page), path === "" ? page : path) + (/.\/$/.test(path) ? "/" : "");
  const file = target.replace(/\.html$/, "").replace(/\/index$/, "/");
  const named = file.endsWith("/") || posix.extname(file) !== "" ? file : `${file}.html`;
  const from = posix.relative(posix.dirname(page), named) + (named.endsWith("/") ? "/" : "");
  return (from === "/" ? "./" : from.replace(/^(?!\.)/, "./")) + rest;
}
