import type { Options } from "../model/variants.js";
import { chosenVariant, readVariantKey, type Variant } from "../model/variants.js";
import { assumptionBar } from "./assumption-bar.js";
import { make } from "./dom.js";
import { blockOf, type MarkedSentence, unwrapSentences, wrapSentences } from "./mark-sentences.js";
import { openTarget } from "./open-target.js";
import type { PageState } from "./page-state.js";

/**
 * Shows which numbers in the text would differ under the reader's assumptions. The text itself stays. Where a cited
 * result has a variant that reads differently, its sentence is marked and the other value is shown beside the number.
 * A bar at the bottom of the window counts them, steps through them and resets.
 */
export function liveNumbers({
  state,
  invalidation,
}: {
  state: PageState;
  invalidation: Promise<unknown>;
}): void {
  const wrapped = new Map<HTMLElement, MarkedSentence[]>();
  let last: HTMLElement | null = null;
  const bar = assumptionBar({ reset: () => state.reset(), elsewhere: () => last });

  let marked: MarkedSentence[] = [];

  const compare = (current: Options) => {
    const differing = [...document.querySelectorAll<HTMLElement>("[data-variants]")].filter((number) =>
      showReading(number, readingOf(number, current)),
    );
    for (const number of differing) {
      const block = blockOf(number);
      if (block === null || number.closest(".sentence") !== null) continue;
      const holding = [...block.querySelectorAll("[data-variants]")];
      wrapped.set(block, [...(wrapped.get(block) ?? []), ...wrapSentences(block, holding)]);
    }
    // Notes are added after the sentences are split, because they are no part of the text.
    for (const number of differing) placeNote(number, readingOf(number, current) ?? "");
    marked = [...wrapped.values()].flat().filter((sentence) => {
      const differs = sentence.some((part) => part.querySelector("[data-variants].changed") !== null);
      for (const part of sentence) part.classList.toggle("differs", differs);
      return differs;
    });
    count();
  };
  const count = () => {
    bar.show(
      state.assumptions().length,
      marked.filter((sentence) => sentence[0]?.checkVisibility() ?? false).sort(inOrder),
    );
  };
  // Content of a figure or list counts only once it is opened.
  const recount = (event: Event) => {
    if (event.target instanceof HTMLElement) last = event.target;
    count();
  };
  const unsubscribe = state.subscribe(compare);
  addEventListener("change", recount);
  addEventListener("toggle", recount, true);
  addEventListener("hashchange", openTarget);
  openTarget();
  void invalidation.then(() => {
    removeEventListener("change", recount);
    removeEventListener("toggle", recount, true);
    removeEventListener("hashchange", openTarget);
    unsubscribe();
    bar.remove();
    for (const number of document.querySelectorAll<HTMLElement>("[data-variants]")) showReading(number);
    unwrapSentences([...wrapped.values()].flat());
  });
}

interface Reading extends Variant {
  readonly text: string;
}

/** The number's text in a state; undefined where it is unchanged. */
function readingOf(number: HTMLElement, state: Options): string | undefined {
  const texts = JSON.parse(number.dataset.variants ?? "{}") as Record<string, string>;
  const readings = Object.entries(texts).map(([key, text]): Reading => ({ when: readVariantKey(key), text }));
  const text = chosenVariant(readings, state)?.text;
  return text === number.textContent ? undefined : text;
}

/** Marks a number whose text would differ; removes mark and note from one whose text would not. */
function showReading(number: HTMLElement, reading?: string): boolean {
  number.classList.toggle("changed", reading !== undefined);
  const note = number.nextElementSibling;
  if (reading === undefined && note?.classList.contains("would-read")) note.remove();
  return reading !== undefined;
}

/** Adds the other value after the number: an arrow on screen, words for screen readers. */
function placeNote(number: HTMLElement, reading: string): void {
  const h = make(number.ownerDocument);
  const existing = number.nextElementSibling;
  const note = existing?.classList.contains("would-read")
    ? (existing as HTMLElement)
    : h("span", { class: "would-read" });
  note.replaceChildren(
    h("span", { class: "unseen" }, " (with what you chose: "),
    h("span", { "aria-hidden": "true" }, "\u00a0→\u00a0"),
    reading,
    h("span", { class: "unseen" }, ")"),
  );
  if (note !== existing) number.after(note);
}

function inOrder([a]: MarkedSentence, [b]: MarkedSentence): number {
  if (a === undefined || b === undefined || a === b) return 0;
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
