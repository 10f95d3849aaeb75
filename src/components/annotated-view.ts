import { KIND_LABELS, KINDS, type Kind } from "../model/kind.js";
import { make } from "./dom.js";
import { openTarget } from "./open-target.js";

/** Session storage key of the choice, which is not part of a link. */
const STORAGE_KEY = "annotated";

const LABEL = "Show what stands behind each number";

/**
 * The annotated view of a page, off until a reader turns it on. Each cited number gets the mark of its kind and a
 * link: a printed number to the page of all numbers, any other to its row in the page's list of numbers. A number
 * with a close call also gets a mark that links to that claim, or to its row where there are several. Marks add no
 * text.
 */
export function annotatedView({ invalidation }: { readonly invalidation: Promise<unknown> }): void {
  const main = document.querySelector("main");
  const place = main?.querySelector(":scope > .annotate");
  if (!main || !place) return;
  const h = make(document);
  const button = h("button", { type: "button", "aria-pressed": "false", "data-part": "annotate" }, LABEL);
  const says = h("div", { class: "annotate-key", role: "status" });
  place.replaceChildren(button, says);

  const observer = new MutationObserver(() => mark());
  const mark = () => {
    markNumbers(main);
    observer.takeRecords();
  };
  const show = (on: boolean) => {
    button.setAttribute("aria-pressed", String(on));
    document.documentElement.classList.toggle("annotated", on);
    if (on) {
      markNumbers(main);
      says.replaceChildren(...legend(main));
      observer.observe(main, { childList: true, subtree: true });
    } else {
      observer.disconnect();
      unmarkNumbers(main);
      says.replaceChildren();
    }
  };
  button.onclick = () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    keep(on);
    show(on);
  };
  if (isKept()) show(true);
  addEventListener("hashchange", openTarget);
  void invalidation.then(() => {
    removeEventListener("hashchange", openTarget);
    show(false);
    place.replaceChildren();
  });
}

/** What the page's list of numbers says about a cited number. */
interface NumberInfo {
  readonly kind: Kind;
  readonly label: string;
  /** The address that explains it. */
  readonly href: string;
  /** The close calls about this number: how many, where they are explained, and the text of the only one. */
  readonly calls: { readonly count: number; readonly href: string; readonly says: string } | null;
}

function behind(id: string): NumberInfo | null {
  const anchor = `number-${id.replaceAll(".", "-")}`;
  const row = document.getElementById(anchor);
  const kind = KINDS.find((one) => row?.querySelector(`.key.${one}`));
  if (row === null || kind === undefined) return null;
  const calls = row.querySelector<HTMLElement>('[data-part="close-calls"]');
  const count = Number(calls?.dataset.count ?? 0);
  const only = count === 1 ? calls?.querySelector("a") : null;
  return {
    kind,
    label: row.querySelector("[data-label='What it is']")?.firstChild?.textContent ?? "",
    href: row.querySelector('[data-part="in-all"]')?.getAttribute("href") ?? `#${anchor}`,
    calls:
      count === 0
        ? null
        : { count, href: only?.getAttribute("href") ?? `#${anchor}`, says: only?.textContent ?? "" },
  };
}

/** Marks the cited numbers that are not marked yet. */
function markNumbers(main: Element): void {
  const h = make(document);
  for (const number of main.querySelectorAll<HTMLElement>("[data-result]:not([data-annotated])")) {
    const known = behind(number.dataset.result ?? "");
    if (known === null || !number.matches("a.num, span")) continue;
    number.dataset.annotated = known.kind;
    const { kind, label, href, calls } = known;
    const marks: HTMLElement[] = [];
    if (number instanceof HTMLAnchorElement) {
      number.dataset.href = number.getAttribute("href") ?? "";
      number.setAttribute("href", href);
    } else {
      // A heading or a link cannot hold another link, so the mark goes after it.
      const says = `${KIND_LABELS[kind].label}: ${label}`;
      marks.push(h("a", { class: `number-mark ${kind}`, href, "aria-label": says, title: says }));
    }
    if (calls !== null) {
      const says =
        calls.count === 1
          ? `A close call is about it: ${calls.says}`
          : `${calls.count} close calls are about it`;
      marks.push(h("a", { class: "number-mark close", href: calls.href, "aria-label": says, title: says }));
    }
    const outer = number instanceof HTMLAnchorElement ? number : (number.closest("a") ?? number);
    let last: Element = outer;
    while (
      last.nextElementSibling?.matches(".would-read, .number-mark") &&
      last.nextSibling === last.nextElementSibling
    )
      last = last.nextElementSibling;
    last.after(...marks);
  }
}

function unmarkNumbers(main: Element): void {
  for (const mark of main.querySelectorAll(".number-mark")) mark.remove();
  for (const number of main.querySelectorAll<HTMLElement>("[data-annotated]")) {
    delete number.dataset.annotated;
    if (number.dataset.href === undefined) continue;
    number.setAttribute("href", number.dataset.href);
    delete number.dataset.href;
  }
}

/** Legend: the meaning of each mark, and how many the page has. */
function legend(main: Element): HTMLElement[] {
  const h = make(document);
  const marked = [...main.querySelectorAll<HTMLElement>("[data-annotated]")];
  if (marked.length === 0) return [h("span", {}, "This page cites no number.")];
  const kinds = KINDS.flatMap((kind) => {
    const count = marked.filter((number) => number.dataset.annotated === kind).length;
    if (count === 0) return [];
    const key = h("span", { class: `key ${kind}`, "aria-hidden": "true" });
    return [h("span", { "data-kind": kind }, key, `${KIND_LABELS[kind].label}: ${count}`)];
  });
  const close = main.querySelectorAll(".number-mark.close").length;
  if (close === 0) return kinds;
  const sign = h("span", { class: "number-mark close", "aria-hidden": "true" });
  return [...kinds, h("span", { "data-kind": "close" }, sign, ` A close call is about it: ${close}`)];
}

function isKept(): boolean {
  try {
    return sessionStorage.getItem(STORAGE_KEY) === "yes";
  } catch {
    return false;
  }
}

function keep(on: boolean): void {
  try {
    if (on) sessionStorage.setItem(STORAGE_KEY, "yes");
    else sessionStorage.removeItem(STORAGE_KEY);
  } catch {
    // Without session storage the choice lasts as long as the page.
  }
}
