import type { Options } from "../../model/variants.js";
import type { PageState } from "../page-state.js";

/**
 * Binds search and filters to the link: input sets the state, and `show` displays a state. Call `show` whenever the
 * state changes.
 */
export function bindFilters(state: PageState): {
  readonly isSet: (current: Options) => boolean;
  readonly show: (current: Options) => void;
} {
  const inputs = [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[data-filter]")];
  const held = (input: HTMLElement, current: Options) => current[input.dataset.filter ?? ""] ?? "";
  for (const input of inputs) input.oninput = () => state.set(input.dataset.filter ?? "", input.value);
  const form = document.querySelector<HTMLFormElement>('[data-part="filters"]');
  if (form) form.onsubmit = (event) => event.preventDefault();
  return {
    isSet: (current) => inputs.some((input) => held(input, current) !== ""),
    show: (current) => {
      for (const input of inputs) {
        const value = held(input, current);
        if (input.value !== value) input.value = value;
      }
    },
  };
}

/**
 * A predicate for rows of a list. `q`: words that must all occur in the row's text (lower case). Any other filter:
 * the code that the row must have under that name. Empty filters match everything.
 */
export function matching(
  state: Options,
): (codes: Readonly<Record<string, string | undefined>>, text: string) => boolean {
  const words = (state.q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  return (codes, text) =>
    Object.entries(codes).every(([name, code]) => !state[name] || state[name] === code) &&
    words.every((word) => text.includes(word));
}
