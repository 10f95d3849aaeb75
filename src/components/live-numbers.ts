import type { State } from "../charts/figure.js";
import type { PageState } from "./page-state.js";

/**
 * Makes the numbers in the prose follow the page's controls: a cited result that has variants shows the one of the chosen
 * option, and is marked while it differs from the default.
 */
export function liveNumbers({
  state,
  invalidation,
}: {
  state: PageState;
  invalidation: Promise<unknown>;
}): void {
  const unsubscribe = state.subscribe((current) => {
    for (const element of document.querySelectorAll<HTMLElement>("[data-variants]")) show(element, current);
  });
  void invalidation.then(unsubscribe);
}

function show(element: HTMLElement, state: State): void {
  element.dataset.default ??= element.textContent ?? "";
  const variants = JSON.parse(element.dataset.variants ?? "{}") as Record<string, string>;
  const chosen = Object.entries(state).map(([control, option]) => variants[`${control}:${option}`]);
  const text = chosen.find((variant) => variant !== undefined) ?? element.dataset.default;
  if (element.textContent !== text) element.textContent = text;
  element.classList.toggle("changed", text !== element.dataset.default);
}
