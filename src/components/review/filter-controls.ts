import type { Control } from "../../model/control.js";

/** The filters of a page's list as controls, read from the built page. */
export function filterControls(): Control[] {
  return [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[data-filter]")].map(
    (input): Control => ({
      name: input.dataset.filter ?? "",
      type: input instanceof HTMLSelectElement ? "choice" : "text",
      legend: input.parentElement?.textContent ?? "",
      options:
        input instanceof HTMLSelectElement
          ? [...input.options].map(({ value, text }) => ({ code: value, label: text }))
          : [],
      default: "",
      isView: true,
    }),
  );
}
