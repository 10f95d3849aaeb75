import type { Options } from "../../model/variants.js";
import type { PageState } from "../page-state.js";
import { bindFilters, matching } from "./filters.js";

/**
 * Makes the list of numbers from interviews searchable and filterable; both are kept in the link. While a filter is
 * set, groups without a match are hidden and the others are opened.
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
  const folds = [...list.querySelectorAll<HTMLDetailsElement>("details.measure")].map((fold) => {
    const name = fold.querySelector("summary")?.textContent ?? "";
    return {
      fold,
      wasOpen: fold.open,
      survey: fold.closest<HTMLElement>("[data-survey]")?.dataset.survey ?? "",
      rows: [...fold.querySelectorAll<HTMLElement>("tr[data-verdict]")].map((row) => ({
        row,
        verdict: row.dataset.verdict ?? "",
        text: `${name} ${row.textContent}`.toLowerCase(),
      })),
    };
  });
  const all = folds.reduce((sum, { rows }) => sum + rows.length, 0);
  const filter = (current: Options) => {
    const isFound = matching(current);
    const isSet = filters.isSet(current);
    let shown = 0;
    for (const { fold, wasOpen, survey, rows } of folds) {
      let own = 0;
      for (const { row, verdict, text } of rows) {
        row.hidden = !isFound({ survey, verdict }, text);
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
