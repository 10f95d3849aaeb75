import type { AnyFigure } from "../figures/figure.js";
import { type Conflict, conflictHeadline } from "../model/conflict.js";
import { citeText, escapeHtml, type Results } from "./citation.js";
import { make } from "./dom.js";

/** The conflicting statements as HTML, each with its place in the publication and in the raw files. */
export function conflictMarkup(conflict: Conflict): string {
  const list = conflict.statements.map(({ says, locator, places }) => {
    const at = [
      ...(locator === null ? [] : [escapeHtml(locator)]),
      ...places.map((place) => `<code>${escapeHtml(place)}</code>`),
    ];
    return `<li>${escapeHtml(says)}${at.length === 0 ? "" : `<br><small>${at.join("; ")}</small>`}</li>`;
  });
  return (
    `<span class="conflict-headline">${escapeHtml(conflictHeadline(conflict))}${list.length === 0 ? "." : ":"}</span>` +
    (list.length === 0 ? "" : `<ul class="conflict-statements">${list.join("")}</ul>`)
  );
}

/** Replaces a figure that cannot be drawn because numbers conflict. */
export function conflictFrame(
  figure: Pick<AnyFigure, "id" | "subtitle" | "source">,
  conflict: Conflict,
  { document, results }: { readonly document: Document; readonly results: Results },
): HTMLElement {
  const h = make(document);
  const statements = h("div");
  statements.innerHTML = conflictMarkup(conflict);
  return h(
    "div",
    {
      class: "figure-conflict",
      id: `figure-${figure.id}`,
      "data-figure-conflict": figure.id,
      role: "group",
      "aria-label": `A figure that cannot be drawn: ${figure.id}`,
    },
    h("p", {}, h("strong", {}, "This figure cannot be drawn: the data conflict.")),
    h("p", {}, `It would show: ${citeText(figure.subtitle, results)}`),
    statements,
    h("p", { class: "figure-source" }, "Source: ", figure.source),
  );
}
