import { existsSync, readFileSync } from "node:fs";
import { chooseText, PassageError } from "../../src/components/passages.js";
import { PROBLEMS_FILE, SOURCE } from "./paths.js";
import { addressed, placeFor } from "./places.js";
import { readSite } from "./read-site.js";
import type { SiteFile } from "./site-file.js";

/** The parts of markdown-it that the plugin uses; Framework brings the library. */
export interface Token {
  type: string;
  tag: string;
  info: string;
  content: string;
  children: Token[] | null;
  map: [number, number] | null;
}
export interface CoreState {
  src: string;
  readonly tokens: Token[];
  readonly env: { readonly path?: string };
  readonly Token: new (type: string, tag: string, nesting: number) => Token;
}
export interface MarkdownIt {
  readonly core: {
    readonly ruler: {
      push(name: string, rule: (state: CoreState) => void): void;
      before(next: string, name: string, rule: (state: CoreState) => void): void;
    };
  };
}

const CITATION = /\{\{\s*([a-z0-9.-]+)\s*(?:\|\s*([a-z]+)\s*)?\}\}/g;
const BLOCK = /^\{\{\s*(figure|block)\s+([a-z0-9.-]+)\s*\}\}$/;
const NUMBERS = /^\{\{\s*numbers\s*\}\}$/;

/**
 * Fills pages from the generated data, which is read at each parse:
 * - `{{id}}` or `{{id|range}}` in prose, headings, raw HTML and attributes: the text of a result, linked to its row in the
 *   page's list of numbers (plain in headings, which are links themselves, and in attributes)
 * - a paragraph `{{figure id}}`: a built figure; `{{block name}}`: a part made from the tables
 * - passages, of words or of whole blocks: `{{unknown id}}…{{known}}…{{end}}`, see src/components/passages.ts
 * - a paragraph `{{numbers}}`: the list of every number that the page cites
 *
 * An unknown name fails a build. In preview it is marked on the page, since an error would leave an open page with its
 * old text; so problems of the raw files are shown at the top.
 */
export function citations(md: MarkdownIt, mode: "build" | "preview"): MarkdownIt {
  // Cached per parse of a page.
  const sites = new WeakMap<CoreState, SiteFile>();
  md.core.ruler.before("block", "passages", (state) => {
    const site = readSite();
    sites.set(state, site);
    choose(state, site, mode);
  });
  md.core.ruler.push("citations", (state) => fill(state, sites.get(state) as SiteFile, mode));
  return md;
}

/** Resolves passages before parsing, so that they can contain headings, list items and table rows. */
function choose(state: CoreState, site: SiteFile, mode: "build" | "preview"): void {
  const standings = new Map(
    Object.entries(site.standings).map(([id, [value = null, low = null, high = null, kind = ""]]) => [
      id,
      { value, low, high, kind },
    ]),
  );
  try {
    state.src = chooseText(state.src, standings);
  } catch (error) {
    if (!(error instanceof PassageError)) throw error;
    const problem = `${placeOf(state, error.offset)}: ${error.message}`;
    if (mode === "build") throw new Error(problem);
    // Escapes braces, which would be parsed as citations.
    const shown = problem.replaceAll("{{", "&#123;&#123;");
    state.src = `<p><mark class="unknown">${shown}</mark></p>\n\n${state.src}`;
  }
}

/** File and line of an offset in a page's text, which starts after the front matter. */
function placeOf({ src, env }: CoreState, offset: number): string {
  const file = `${SOURCE}${env.path ?? "/"}.md`;
  const whole = existsSync(file) ? readFileSync(file, "utf8") : src;
  const lines = (text: string) => text.split("\n").length;
  return `${file}:${lines(whole) - lines(src) + lines(src.slice(0, offset))}`;
}

/** A page being filled, with the ids of the results cited so far. */
interface Filling {
  readonly state: CoreState;
  readonly site: SiteFile;
  readonly mode: "build" | "preview";
  readonly path: string;
  readonly cited: Set<string>;
}

function fill(state: CoreState, site: SiteFile, mode: "build" | "preview"): void {
  const page: Filling = { state, site, mode, path: state.env.path ?? "/", cited: new Set() };
  const lists: Token[] = [];
  for (let i = 0; i < state.tokens.length; i++) {
    const token = state.tokens[i] as Token;
    const previous = state.tokens[i - 1];
    if (token.type === "inline" && previous?.type === "paragraph_open") {
      const block = BLOCK.exec(token.content.trim());
      const list = NUMBERS.test(token.content.trim());
      if (block !== null || list) {
        const content = block === null ? "" : figureOrBlock(page, block[1] ?? "", block[2] ?? "");
        const filled = tokenOf(state, "html_block", content);
        if (list) lists.push(filled);
        state.tokens.splice(i - 1, 3, filled);
        i--;
        continue;
      }
    }
    // Live code would read tables that do not exist yet.
    if (site.early && token.type === "fence" && /^ts\s*$/.test(token.info))
      state.tokens[i] = tokenOf(state, "html_block", "");
    else if (mode === "preview" && token.type === "fence") token.content = rerunWith(site, token);
    if (token.type === "inline") {
      const style = previous?.type === "heading_open" ? "heading" : "link";
      token.children = inline(page, token.children ?? [], style);
    } else if (token.type === "html_block") {
      token.content = rawHtml(page, token.content);
    }
  }
  for (const list of lists)
    list.content = site.early
      ? later("The list of this page’s numbers")
      : addressed(numberList([...page.cited].map((id) => site.numbers[id] ?? "")), page.path, mode);
  if (mode === "preview" && existsSync(PROBLEMS_FILE))
    state.tokens.unshift(tokenOf(state, "html_block", problems()));
}

function tokenOf(state: CoreState, type: string, content: string): Token {
  const token = new state.Token(type, "", 0);
  token.content = content;
  return token;
}

function later(what: string): string {
  return `<p class="quiet">${what} is being worked out; it appears here by itself.</p>`;
}

/** Marks an unknown name in preview; throws in a build. */
function unknown({ site, mode, path }: Filling, name: string): string {
  if (site.early) return "…";
  if (mode === "build")
    throw new Error(`src${path}.md: nothing is named ${name}; expected a result, figure or block`);
  return `<mark class="unknown">${name}?</mark>`;
}

/** A result's text with its tags. */
function cite(page: Filling, id: string, form = "default", style: "link" | "heading" | "text" = "link") {
  const citation = page.site.citations[id]?.[form as "default"];
  if (citation === undefined)
    return { open: unknown(page, `${id}${form === "default" ? "" : `|${form}`}`), text: "", close: "" };
  page.cited.add(id);
  if (style === "text") return { open: "", text: citation.text, close: "" };
  if (style === "heading")
    return { open: `<span data-result="${id}">`, text: citation.text, close: "</span>" };
  return citation;
}

/** HTML of a figure or block, or its placeholder in a build. */
function figureOrBlock(page: Filling, kind: string, name: string): string {
  const { site, mode, path, cited } = page;
  const placed = (content: string) =>
    (mode === "build" ? placeFor(kind, name, content) : null) ?? addressed(content, path, mode);
  if (site.early) return later(kind === "figure" ? "This figure" : "This part");
  if (kind === "block") return placed(site.blocks[name] ?? unknown(page, name));
  const figure = site.figures[name];
  if (figure === undefined) return unknown(page, name);
  for (const id of figure.cites) cited.add(id);
  return placed(figure.html);
}

/** Inline tokens with citations filled in. */
function inline(page: Filling, children: readonly Token[], style: "link" | "heading"): Token[] {
  let inLink = 0;
  return children.flatMap((child) => {
    if (child.type === "link_open") inLink++;
    if (child.type === "link_close") inLink--;
    if (child.type === "html_inline" || child.type === "html_block") {
      child.content = rawHtml(page, child.content);
      return [child];
    }
    if (child.type !== "text" || !child.content.includes("{{")) return [child];
    return textTokens(page, child.content, inLink > 0 ? "heading" : style);
  });
}

/** Three tokens: Framework reads the text between the tags for title and search. */
function textTokens(page: Filling, content: string, style: "link" | "heading"): Token[] {
  const tokens: Token[] = [];
  const push = (type: string, text: string) => {
    if (text !== "") tokens.push(tokenOf(page.state, type, text));
  };
  let end = 0;
  for (const match of content.matchAll(CITATION)) {
    push("text", content.slice(end, match.index));
    const { open, text, close } = cite(page, match[1] ?? "", match[2], style);
    push("html_inline", open);
    push("text", text);
    push("html_inline", close);
    end = match.index + match[0].length;
  }
  push("text", content.slice(end));
  return tokens;
}

/** Raw HTML: citations inside tags become plain text, others links. */
function rawHtml(page: Filling, content: string): string {
  return content
    .split(/(<[^>]*>)/)
    .map((part, index) =>
      part.replace(CITATION, (_, id: string, form?: string) => {
        const { open, text, close } = cite(page, id, form, index % 2 === 1 ? "text" : "link");
        return `${open}${text}${close}`;
      }),
    )
    .join("");
}

/**
 * Re-runs a block that reads a table after tables were rebuilt. Framework would do so by the loader's modification
 * time, but then parses the page once per file, which takes longer than making the tables.
 */
function rerunWith(site: SiteFile, { info, content }: Token): string {
  return /^ts\s*$/.test(info) && content.includes("FileAttachment(")
    ? `${content}\nSymbol.for("${site.made}");\n`
    : content;
}

function numberList(rows: readonly string[]): string {
  const count = rows.length === 1 ? "1 number, with" : `${rows.length} numbers, each with`;
  const close = rows.filter((row) => row.includes('data-part="close-calls"')).length;
  const marked = close === 0 ? "" : `; a close call is about ${close} of them`;
  return (
    `<details class="fold"><summary>${count} its kind, its source and how it was made${marked}</summary>` +
    `<div class="table-scroll table-cards" tabindex="0" role="region" aria-label="Every number on this page"><table class="data numbers">` +
    `<caption class="unseen">Every number on this page</caption><thead><tr><th scope="col">Number</th><th scope="col">Kind</th>` +
    `<th scope="col">What it is, and why</th></tr></thead><tbody>${rows.join("")}</tbody></table></div></details>`
  );
}

function problems(): string {
  const text = readFileSync(PROBLEMS_FILE, "utf8").replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<div class="problems" role="alert"><p>The data have problems. This page shows the last good numbers.</p><pre>${text}</pre></div>`;
}

/**
 * Adds the annotated view to every page. Its element is in the page itself: a script that inserted it would shift
 * what follows, and the preview updates open pages by position.
 */
export function annotatePages(md: MarkdownIt): MarkdownIt {
  md.core.ruler.push("annotated", (state) => {
    const depth = (state.env.path ?? "/").split("/").length - 2;
    const root = depth === 0 ? "./" : "../".repeat(depth);
    const block = new state.Token("fence", "code", 0);
    block.info = "ts";
    block.content = `import { annotatedView } from "${root}components/annotated-view.js";\nannotatedView({ invalidation });\n`;
    const place = new state.Token("html_block", "", 0);
    place.content = '<div class="annotate"></div>';
    state.tokens.unshift(place);
    if (!readSite().early) state.tokens.push(block);
  });
  return md;
}
