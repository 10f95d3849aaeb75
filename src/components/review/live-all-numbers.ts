import type { Options } from "../../model/variants.js";
import { openTarget } from "../open-target.js";
import type { PageState } from "../page-state.js";
import { bindFilters, matching } from "./filters.js";

/** A row of the list, with the fields that filters read. */
interface NumberRow {
  readonly element: HTMLElement;
  readonly publication: string;
  readonly held: string;
  readonly used: string;
  readonly count: number;
  readonly text: string;
}

/**
 * Makes the list of all numbers searchable and filterable; both are kept in the link. While a filter is set, groups
 * without a match are hidden, and groups with few matches are opened.
 */
export function liveAllNumbers({
  state,
  invalidation,
}: {
  readonly state: PageState;
  readonly invalidation: Promise<unknown>;
}): void {
  const list = document.querySelector<HTMLElement>('[data-part="numbers"]');
  const count = document.querySelector<HTMLElement>('[data-part="count"]');
  if (list === null) return;
  const filters = bindFilters(state);
  const rows = [...list.querySelectorAll<HTMLElement>("tr[data-held]")].map(rowOf);
  // Inner groups first, so that outer ones know which of them are hidden.
  const folds = [
    ...list.querySelectorAll<HTMLDetailsElement>("details.measure, details.publication"),
  ].reverse();
  const all = total(rows);

  const filter = (current: Options) => {
    const isFound = matching(current);
    const shown = rows.filter(({ element, publication, held, used, text }) => {
      element.hidden = !isFound({ publication, status: held, used }, text);
      return !element.hidden;
    });
    const isSet = filters.isSet(current);
    for (const table of list.querySelectorAll<HTMLElement>("details.measure > .table-scroll"))
      table.hidden = table.querySelector("tbody tr:not([hidden])") === null;
    for (const fold of folds) {
      fold.hidden = fold.querySelector("tr[data-held]:not([hidden])") === null;
      const few = fold.matches(".publication") || shown.length <= FEW;
      if (isSet && few && !fold.hidden) {
        if (!fold.open) fold.dataset.unfolded = "yes";
        fold.open = true;
      } else if (fold.dataset.unfolded === "yes") {
        fold.open = false;
        delete fold.dataset.unfolded;
      }
    }
    if (count) count.textContent = `${total(shown)} of ${all} numbers`;
  };

  const unsubscribe = state.subscribe((current) => {
    filters.show(current);
    filter(current);
  });
  openTarget();
  addEventListener("hashchange", openTarget);
  void invalidation.then(() => {
    removeEventListener("hashchange", openTarget);
    unsubscribe();
  });
}

/** Groups with at most this many matches are opened. */
const FEW = 40;

function rowOf(element: HTMLElement): NumberRow {
  const measure = element.closest("details.measure")?.querySelector("summary")?.textContent ?? "";
  // Claims and results in a row do not describe the number itself.
  const own = [...element.children].filter((cell) => cell.querySelector(".uses") === null);
  return {
    element,
    publication: element.closest<HTMLElement>("[data-publication]")?.dataset.publication ?? "",
    held: element.dataset.held ?? "",
    used: element.dataset.used ?? "",
    count: Number(element.dataset.count),
    text: `${measure} ${own.map((cell) => cell.textContent).join(" ")} ${element.id}`.toLowerCase(),
  };
}

function total(rows: readonly NumberRow[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}
