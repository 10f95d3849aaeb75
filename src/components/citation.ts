import { conflictHeadline } from "../model/conflict.js";
import { KIND_LABELS } from "../model/kind.js";
import { CITATION_FORMS, type CitationForm, formatResult, type Result } from "../model/result.js";
import { variantKey } from "../model/variants.js";
import { chooseText, type Passage, passagesOf } from "./passages.js";

/** Named results, looked up by id; null for a number of a publication that no text holds. */
export type Results = ReadonlyMap<string, Result | null>;

/** A citation in prose: `{{id}}`, or `{{id|range}}` for another form. */
const CITATION = /\{\{\s*([a-z0-9.-]+)\s*(?:\|\s*([a-z]+)\s*)?\}\}/g;

/** Part of a template: plain text, or a citation. */
export type Piece = { readonly text: string } | { readonly id: string; readonly form: CitationForm };

/** Splits text into plain text and citations. @throws Error for a form that does not exist */
export function pieces(template: string): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of template.matchAll(CITATION)) {
    if (match.index > end) found.push({ text: template.slice(end, match.index) });
    const form = match[2] ?? "default";
    if (!isForm(form))
      throw new Error(`${match[0]}: no form "${form}"; expected one of ${CITATION_FORMS.join(", ")}`);
    found.push({ id: match[1] ?? "", form });
    end = match.index + match[0].length;
  }
  if (end < template.length) found.push({ text: template.slice(end) });
  return found;
}

/** Every id in a text: those it cites and those its passages depend on. */
export function idsOf(template: string): string[] {
  const named = (passages: readonly Passage[]): string[] =>
    passages.flatMap(({ ids, branches }) => [...ids, ...branches.flatMap(({ inner }) => named(inner))]);
  const cited = [...template.matchAll(CITATION)].flatMap(([, id = ""]) => (id.includes(".") ? [id] : []));
  return [...new Set([...cited, ...named(passagesOf(template))])];
}

/** The text with passages resolved and citations formatted. @throws Error for an unknown result */
export function citeText(template: string, results: Results): string {
  return pieces(chooseText(template, results))
    .map((piece) => ("text" in piece ? piece.text : formatResult(lookUp(piece.id, results), piece.form)))
    .join("");
}

/** The result with this id. @throws Error that names it when there is none */
export function lookUp(id: string, results: Results): Result {
  const result = results.get(id);
  if (result === null)
    throw new Error(`${id} is in no text; expected to be cited only in a passage {{known ${id}}}…{{end}}`);
  if (result === undefined) throw new Error(`no result is named ${id}`);
  return result;
}

/** The markup around a cited result: link, kind and its variants under other options. */
export function citationMarkup(
  id: string,
  form: CitationForm,
  results: Results,
): { open: string; text: string; close: string } {
  const result = lookUp(id, results);
  const text = formatResult(result, form);
  const variants = [...results.values()].flatMap((r) =>
    r?.variant?.of === id ? [[variantKey(r.variant.when), formatResult(r, form)] as const] : [],
  );
  const { conflict } = result;
  const title =
    conflict === undefined
      ? `${KIND_LABELS[result.kind].label}: ${result.label}`
      : `${result.label}. ${conflictHeadline(conflict)}.`;
  const attributes = [
    `class="num ${conflict === undefined ? result.kind : "conflicting"}"`,
    `href="#number-${anchor(id)}"`,
    `data-result="${id}"`,
    `title="${escapeHtml(title)}"`,
    ...(variants.length === 0
      ? []
      : [`data-variants="${escapeHtml(JSON.stringify(Object.fromEntries(variants)))}"`]),
  ];
  return { open: `<a ${attributes.join(" ")}>`, text, close: "</a>" };
}

/** A result's id as an anchor, without dots, which selectors would have to escape. */
export function anchor(id: string): string {
  return id.replaceAll(".", "-");
}

/** The anchor of a printed number on the page of all numbers. */
export function valueAnchor(id: string): string {
  return `value-${anchor(id)}`;
}

/** The text as HTML, with passages resolved and each citation linked to the page's list of numbers. */
export function citeMarkup(template: string, results: Results): string {
  return pieces(chooseText(template, results))
    .map((piece) => {
      if ("text" in piece) return escapeHtml(piece.text);
      const { open, text, close } = citationMarkup(piece.id, piece.form, results);
      return `${open}${escapeHtml(text)}${close}`;
    })
    .join("");
}

/** Escapes text for HTML content and double-quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function isForm(form: string): form is CitationForm {
  return (CITATION_FORMS as readonly string[]).includes(form);
}
