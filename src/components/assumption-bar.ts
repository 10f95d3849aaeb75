import { changesInWords } from "./assumptions.js";
import { type Make, make } from "./dom.js";
import type { MarkedSentence } from "./mark-sentences.js";

/** The bar at the bottom of the window that says what the reader's assumptions do to the text. */
export interface AssumptionBar {
  /** Shows the number of changed assumptions and steps through these sentences; hides the bar where none is changed. */
  readonly show: (assumptions: number, sentences: readonly MarkedSentence[]) => void;
  readonly remove: () => void;
}

/**
 * Adds the bar after the page's text. "Show the next" cycles through the sentences, keeps the focus so that it can be
 * pressed again, and announces the sentence to screen readers. "Reset" returns the focus to the sentence that was
 * shown last, or to `elsewhere`.
 */
export function assumptionBar({
  reset,
  elsewhere,
}: {
  readonly reset: () => void;
  readonly elsewhere: () => HTMLElement | null;
}): AssumptionBar {
  const h = make(document);
  const { bar, said, where, next, back, keeps } = barElements(h);
  const main = document.querySelector("main");
  if (main === null) document.body.append(bar);
  else main.after(bar);

  let sentences: readonly MarkedSentence[] = [];
  let shown: MarkedSentence | null = null;
  const forget = () => {
    for (const part of document.querySelectorAll(".sentence.shown")) part.classList.remove("shown");
    where.replaceChildren();
    shown = null;
  };

  next.onclick = () => {
    const at = shown === null ? 0 : (sentences.indexOf(shown) + 1) % sentences.length;
    const sentence = sentences[at];
    forget();
    if (sentence === undefined) return;
    shown = sentence;
    for (const part of sentence) part.classList.add("shown");
    sentence[0]?.scrollIntoView({ block: "center" });
    const text = sentence.map((part) => part.textContent).join("");
    where.replaceChildren(`${at + 1} of ${sentences.length}`, h("span", { class: "unseen" }, `: ${text}`));
  };
  back.onclick = () => {
    const target = shown?.[0]?.querySelector<HTMLElement>("a") ?? elsewhere();
    reset();
    target?.focus({ preventScroll: true });
  };

  return {
    show(assumptions, found) {
      const isShown = assumptions > 0;
      if (shown !== null && !found.includes(shown)) forget();
      sentences = found;
      const text = isShown ? changesInWords(assumptions, found.length) : "";
      if (said.textContent !== text) said.textContent = text;
      openBar(bar, isShown);
      if (!isShown) forget();
      back.hidden = !isShown;
      keeps.hidden = !isShown;
      next.hidden = !isShown || found.length === 0;
      // Keeps focused elements from being scrolled under the bar.
      document.documentElement.style.scrollPaddingBottom = isShown ? `${bar.offsetHeight + 12}px` : "";
    },
    remove() {
      forget();
      document.documentElement.style.scrollPaddingBottom = "";
      bar.remove();
    },
  };
}

/** The bar with its parts, closed. */
function barElements(h: Make) {
  const said = h("p", { class: "said", role: "status" });
  const where = h("p", { class: "where", role: "status" });
  const next = h("button", { type: "button", "data-part": "next", hidden: true }, "Show the next");
  const back = h("button", { type: "button", "data-part": "reset-all", hidden: true }, "Reset");
  const keeps = h(
    "p",
    { class: "keeps", hidden: true },
    "The text keeps the first settings; charts follow yours.",
  );
  const bar = h(
    "div",
    { class: "assumptions", "data-part": "assumptions" },
    h("div", { class: "words" }, said, keeps),
    h("div", { class: "buttons" }, where, next, back),
  );
  return { bar, said, where, next, back, keeps };
}

/** Opens or closes the bar. A hidden bar must not be a landmark. */
function openBar(bar: HTMLElement, isShown: boolean): void {
  bar.classList.toggle("open", isShown);
  if (isShown) {
    bar.setAttribute("role", "complementary");
    bar.setAttribute("aria-label", "What you changed");
  } else {
    bar.removeAttribute("role");
    bar.removeAttribute("aria-label");
  }
}
