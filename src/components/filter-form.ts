import { make } from "./dom.js";

/** One filter: its name in the link, its label, and its options as codes with labels. */
export interface FilterChoice {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [code: string, label: string])[];
}

/** A search field and filters for a list; hidden unless scripts run. */
export function filterForm(choices: readonly FilterChoice[], document: Document): HTMLElement {
  const h = make(document);
  return h(
    "form",
    { class: "claim-filters needs-script", "data-part": "filters", role: "search" },
    h(
      "label",
      { class: "claim-search" },
      h("span", {}, "Search"),
      h("input", { type: "search", "data-filter": "q" }),
    ),
    choices.map(({ name, label, options }) =>
      h(
        "label",
        {},
        h("span", {}, label),
        h(
          "select",
          { "data-filter": name },
          h("option", { value: "" }, "all"),
          options.map(([value, text]) => h("option", { value }, text)),
        ),
      ),
    ),
    h("p", { class: "claim-count", "data-part": "count", role: "status" }),
  );
}
