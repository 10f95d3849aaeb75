import type { State } from "../../charts/figure.js";
import type { PageState } from "../page-state.js";
import { bindFilters } from "./filters.js";

/**
 * Brings the list of numbers from interviews to life: search and filters, kept in the link. Folds without a match are hidden;
 * while a filter is set, those with one are open.
 */
export function liveFromInterviews({
  state,
  invalidation,
}: {
  readonly state: PageState;
  readonly invalidation: Promise<unknown>;
}): void {
  const list = document.querySelector<HTMLElement>('[data-part="from-interviews"]');
  if (list === null) return;
  const count = document.querySelector<HTMLElement>('[data-part="count"]');
  const filters = bindFilters(state);
  const folds = [...list.querySelectorAll<HTMLDetailsElement>("details.measure")].map((fold) => ({
    fold,
    wasOpen: fold.open,
    survey: fold.closest<HTMLElement>("[data-survey]")?.dataset.survey ?? "",
    name: fold.querySelector("summary")?.textContent ?? "",
    rows: [...fold.querySelectorAll<HTMLElement>("tr[data-verdict]")],
  }));
  const all = folds.reduce((sum, { rows }) => sum + rows.length, 0);
  const filter = (current: State) => {
    const words = (current.q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    const isSet = filters.isSet(current);
    let shown = 0;
    for (const { fold, wasOpen, survey, name, rows } of folds) {
      let own = 0;
      for (const row of rows) {
        const text = `${name} ${row.textContent}`.toLowerCase();
        row.hidden = !(
          (!current.survey || current.survey === survey) &&
          (!current.verdict || current.verdict === row.dataset.verdict) &&
          words.every((word) => text.includes(word))
        );
        if (!row.hidden) own += 1;
      }
      fold.hidden = own === 0;
      fold.open = isSet ? own > 0 : wasOpen;
      shown += own;
    }
    if (count) count.textContent = `${shown} of ${all} percentages`;
  };
  const unsubscribe = state.subscribe((current) => {
    filters.show(current);
    filter(current);
  });
  void invalidation.then(unsubscribe);
}
