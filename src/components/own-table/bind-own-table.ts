import type { LostNumber } from "../../analysis/own-table/numbers.js";
import { KIND_LABELS } from "../../model/kind.js";
import type { OwnTableContext } from "./own-tables.js";

/**
 * Makes "I have the table" interactive: loads the form when a reader opens it, and redraws the figure when the page's
 * own numbers change. Returns a function that stops it.
 */
export function bindOwnTable<Row, Shown>(
  frame: HTMLElement,
  { redraw, ...context }: OwnTableContext<Row, Shown> & { readonly redraw: () => void },
): () => void {
  const part = frame.querySelector<HTMLDetailsElement>('[data-part="own-table"]');
  const place = part?.querySelector<HTMLElement>('[data-part="own-table-form"]');
  if (!part || !place || context.figure.own === undefined) return () => {};
  const asked = JSON.parse(part.dataset.asked ?? "[]") as LostNumber[];
  let ended = false;
  let end = () => {};
  let loading = false;
  const open = async () => {
    if (!part.open || loading) return;
    loading = true;
    try {
      const { ownTableForm } = await import("./own-table-form.js");
      if (!ended) end = ownTableForm(place, asked, context);
    } catch (error) {
      place.textContent = `The form could not be loaded: ${error instanceof Error ? error.message : error}`;
      loading = false;
    }
  };
  part.addEventListener("toggle", open);
  void open();
  const legend = frame.querySelector<HTMLElement>(".kinds");
  const unsubscribe = context.own.subscribe(() => {
    redraw();
    const some = asked.some(({ id }) => context.own.get().has(id));
    showInLegend(legend, some, context.figure.own?.workedOut);
  });
  return () => {
    ended = true;
    part.removeEventListener("toggle", open);
    place.replaceChildren();
    showInLegend(legend, false);
    unsubscribe();
    end();
  };
}

/** Adds or removes the legend entry for numbers that the report's text does not print. */
function showInLegend(legend: HTMLElement | null, shown: boolean, workedOut = false): void {
  const line = legend?.querySelector(".own-kind");
  if (!legend || shown === (line !== null)) return;
  if (line) {
    line.remove();
    return;
  }
  const item = document.createElement("li");
  item.className = "own-kind";
  const key = document.createElement("span");
  key.className = workedOut ? "key own open" : "key own";
  key.setAttribute("aria-hidden", "true");
  const kind = KIND_LABELS[workedOut ? "calculated" : "published"].label;
  item.append(key, `${kind}, from your table: not in the text we hold`);
  legend.append(item);
}
