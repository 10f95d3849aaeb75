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
  addEventListener("hashchange", openTarget);
  openTarget();
  void invalidation.then(() => {
    removeEventListener("hashchange", openTarget);
    unsubscribe();
  });
}

/** Opens the folded list that a number's link leads into, where the browser does not. */
function openTarget(): void {
  const target = location.hash === "" ? null : document.getElementById(location.hash.slice(1));
  const folded = target?.closest("details:not([open])");
  if (!folded || !target) return;
  folded.setAttribute("open", "");
  target.scrollIntoView();
}

function show(element: HTMLElement, state: State): void {
  element.dataset.default ??= element.textContent ?? "";
  const variants = JSON.parse(element.dataset.variants ?? "{}") as Record<string, string>;
  const chosen = Object.entries(state).map(([control, option]) => variants[`${control}:${option}`]);
  const text = chosen.find((variant) => variant !== undefined) ?? element.dataset.default;
  if (element.textContent !== text) element.textContent = text;
  element.classList.toggle("changed", text !== element.dataset.default);
}
