import { posix } from "node:path";
import { attribute, elements, type HtmlDocument, html, remove, setAttribute } from "./html.js";
import type { SiteFile } from "./site-file.js";

/** Content of a figure or block that Framework must process. Links are not. */
const FOR_FRAMEWORK =
  /<(?:img|link|source|video|audio|script|style)\b|\blanguage-|<h[1-4]\b[^>]*\sid=|observablehq|<!--|<a (?=[^>]*\sdownload)(?![^>]*external)/;

/**
 * A placeholder for a figure or block until the page is finished. Framework parses all HTML of a page three times,
 * slowly, and most of it is figures and blocks. Null for one that has to go through Framework.
 */
export function placeFor(kind: string, name: string, content: string): string | null {
  return FOR_FRAMEWORK.test(content) ? null : `<div data-place="${kind}s ${name}"></div>`;
}

/** Fills in the paths to the site's root and downloads, relative to a page such as `/findings/index`. */
export function addressed(content: string, page: string, mode: "build" | "preview"): string {
  const root = "../".repeat(page.split("/").length - 2).replace(/\/$/, "") || ".";
  // The preview serves unimported files under another path than the finished site.
  const downloads = `${root}/${mode === "preview" ? "_file/" : ""}downloads`;
  return content.replaceAll("%ROOT%", root).replaceAll("%DOWNLOADS%", downloads);
}

/** Inserts figures and blocks into a built page, with links in Framework's form. */
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

/** A link in Framework's form: relative to the page, with the ending of page files. */
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
