import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesBelow } from "./files.js";
import { attribute, elements, type HtmlElement, html, textOf } from "./html.js";

/**
 * Errors of a finished site: a block that Framework could not parse, an unfilled reference, a broken link, an
 * external resource, an inline script, a page without language, title or exactly one heading. Each line begins with
 * the page.
 */
export function checkSite(folder: string): string[] {
  const pages = filesBelow(folder).filter((path) => path.endsWith(".html"));
  const parsed = new Map(
    pages.map((path) => {
      const text = readFileSync(path, "utf8");
      return [path, { text, elements: [...elements(html.parse(text))] }] as const;
    }),
  );
  const anchors = new Map(
    [...parsed].map(([path, page]) => [
      path,
      new Set(page.elements.flatMap((e) => attribute(e, "id") ?? [])),
    ]),
  );
  return [...parsed].flatMap(([path, page]) => {
    const name = path.slice(folder.length + 1);
    const problems = [
      ...(page.text.includes("observablehq--error") ? ["a block could not be read"] : []),
      ...(withoutCode(page.text).includes("{{") ? ["a reference was not filled"] : []),
      ...(page.text.includes("%ROOT%") ? ["an address was not filled"] : []),
      ...pageProblems(page.elements),
      ...page.elements.flatMap((element) => elementProblems(element, path, anchors)),
    ];
    return [...new Set(problems)].map((problem) => `${name}: ${problem}`);
  });
}

/** Removes `<code>`, whose text may contain anything. */
function withoutCode(text: string): string {
  return text.replace(/<code[\s>][\s\S]*?<\/code>/g, "");
}

function pageProblems(all: readonly HtmlElement[]): string[] {
  const first = (tag: string) => all.find((e) => e.tagName === tag);
  const headings = all.filter((e) => e.tagName === "h1").length;
  const title = first("title");
  return [
    ...(attribute(first("html") as HtmlElement, "lang") ? [] : ["no language"]),
    ...(title === undefined || textOf(title).trim() === "" ? ["no title"] : []),
    ...(headings === 1 ? [] : [`${headings} first-level headings; expected 1`]),
  ];
}

function elementProblems(
  element: HtmlElement,
  path: string,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const problems: string[] = [];
  const { tagName } = element;
  if (tagName === "script" && attribute(element, "src") === null)
    problems.push("a script stands in the page");
  for (const name of ["href", "src"]) {
    const value = attribute(element, name);
    if (value === null || value.startsWith("data:") || value.startsWith("mailto:")) continue;
    if (/^([a-z]+:)?\/\//i.test(value)) {
      if (tagName !== "a") problems.push(`${tagName} loads ${value} from elsewhere`);
    } else if (value.startsWith("/")) {
      problems.push(`${value} is an address from the root; expected one from the page`);
    } else if (!resolves(value, path, anchors)) {
      problems.push(`${value} leads nowhere`);
    }
  }
  return problems;
}

function resolves(value: string, path: string, anchors: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const [address = "", anchor = ""] = value.split("#");
  const file = address.split("?")[0] ?? "";
  let target = file === "" ? path : join(dirname(path), decodeURI(file));
  if (existsSync(target) && statSync(target).isDirectory()) target = join(target, "index.html");
  if (!existsSync(target)) return false;
  return anchor === "" || (anchors.get(target)?.has(decodeURIComponent(anchor)) ?? false);
}
