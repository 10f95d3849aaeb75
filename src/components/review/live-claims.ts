import { assumptionsOf, phraseControl } from "../../analysis/review/assumptions.js";
import type { LedgerRows } from "../../analysis/review/ledger-rows.js";
import { countVerdicts } from "../../analysis/review/rows.js";
import type { VerdictCount } from "../../analysis/review/schema.js";
import { verdictText } from "../../analysis/review/verdict-text.js";
import { VERDICT_LABELS, type Verdict } from "../../claims/claim.js";
import type { Control } from "../../model/control.js";
import type { Options } from "../../model/variants.js";
import { make } from "../dom.js";
import type { PageState } from "../page-state.js";
import { sentence } from "./claim-card.js";
import { claimsJudge, type LiveVerdict } from "./claims-judge.js";
import { filterControls } from "./filter-controls.js";
import { bindFilters, matching } from "./filters.js";

/** Filters and readings of phrases as controls, read from the built page. */
export function claimControls(): Control[] {
  const readings = phraseSelects().map(
    (select): Control => ({
      name: phraseControl(select.dataset.phrase ?? ""),
      type: "choice",
      legend: `“${select.dataset.phrase}” is read`,
      options: [...select.options].map(({ value, text }) => ({ code: value, label: text })),
      default: "usual",
    }),
  );
  return [...filterControls(), ...readings];
}

export interface LiveClaims {
  readonly state: PageState;
  readonly controls: readonly Control[];
  readonly invalidation: Promise<unknown>;
  /** The tables that the worker needs, loaded when an assumption first changes. */
  readonly ledger: () => Promise<LedgerRows>;
  /** The chart's counts, changed in place, and a function that redraws it. */
  readonly counts: VerdictCount[];
  readonly redraw: () => void;
}

interface Card {
  readonly element: HTMLElement;
  readonly id: string;
  readonly badge: HTMLElement;
  readonly because: HTMLElement;
  readonly usual: {
    readonly verdict: Verdict;
    readonly badge: string;
    readonly because: string;
    readonly readings: LiveVerdict["readings"];
  };
  readonly text: string;
}

/**
 * Makes the list of claims interactive: filters and search, kept in the link; and verdicts under the reader's
 * assumptions, judged by a worker, visible claims first. A changed verdict is marked with the old one and the change
 * that caused it.
 */
export function liveClaims({ state, controls, invalidation, ledger, counts, redraw }: LiveClaims): void {
  const cards = [...document.querySelectorAll<HTMLElement>("[data-claim]")].map(cardOf);
  const byId = new Map(cards.map((card) => [card.id, card]));
  const status = document.querySelector<HTMLElement>('[data-part="flips"]');
  const judge = claimsJudge(ledger);
  const phrases = phraseSelects().map((select) => select.dataset.phrase ?? "");
  const publications = [...new Set(counts.map(({ publication }) => publication))];
  const turned = new Map<string, string>();
  let world = JSON.stringify(assumptionsOf({}, phrases));
  const usualWorld = world;
  let before: Options = {};

  const tell = (done: boolean) => {
    counts.splice(0, counts.length, ...countsOf(cards, publications));
    redraw();
    filterCards(cards, state.get());
    const flipped =
      world === usualWorld ? [] : cards.filter(({ element }) => element.classList.contains("flipped"));
    const some = flipped.length === 1 ? "1 verdict reads" : `${flipped.length} verdicts read`;
    const text = done ? `${some} differently under your assumptions.` : "Judging…";
    const line = make(document)("p", {}, world === usualWorld ? "" : text);
    status?.replaceChildren(line, flipped.length === 0 ? "" : flipList(flipped));
  };
  const follow = (current: Options) => {
    filterCards(cards, current);
    const assumptions = assumptionsOf(current, phrases);
    const wanted = JSON.stringify(assumptions);
    const by = changeInWords(controls, before, current);
    before = current;
    if (wanted === world) return;
    world = wanted;
    if (wanted === usualWorld) {
      for (const card of cards) reset(card);
      turned.clear();
      return tell(true);
    }
    const first = (card: Card) => (isOnScreen(card.element) ? 0 : 1);
    const ids = [...cards].sort((a, b) => first(a) - first(b)).map(({ id }) => id);
    tell(false);
    judge.ask(
      assumptions,
      ids,
      (verdicts, done) => {
        for (const verdict of verdicts) {
          const card = byId.get(verdict.id);
          if (card !== undefined) showVerdict(card, verdict, by, turned);
        }
        if (done) tell(true);
      },
      (message) => {
        if (status) status.textContent = `Not judged: ${message}`;
      },
    );
  };

  const filters = bindFilters(state);
  const showPhrases = bindPhrases(state);
  const unsubscribe = state.subscribe((current) => {
    filters.show(current);
    showPhrases(current);
    follow(current);
  });
  openTarget();
  addEventListener("hashchange", openTarget);
  void invalidation.then(() => {
    removeEventListener("hashchange", openTarget);
    unsubscribe();
    judge.end();
  });
}

function phraseSelects(): HTMLSelectElement[] {
  return [...document.querySelectorAll<HTMLSelectElement>("select[data-phrase]")];
}

/** Binds the readings of phrases to the state; returns a function that shows a state. */
function bindPhrases(state: PageState): (current: Options) => void {
  const selects = phraseSelects();
  for (const select of selects) {
    select.disabled = false;
    select.onchange = () => state.set(phraseControl(select.dataset.phrase ?? ""), select.value);
  }
  return (current) => {
    for (const select of selects)
      select.value = current[phraseControl(select.dataset.phrase ?? "")] ?? "usual";
  };
}

/** Hides the cards that do not match and says how many are shown. */
function filterCards(cards: readonly Card[], current: Options): void {
  const isFound = matching(current);
  for (const { element, text } of cards) {
    const { publication, verdict, concern, weight, basis, close } = element.dataset;
    element.hidden = !isFound({ publication, verdict, concern, weight, basis, close }, text);
  }
  const count = document.querySelector<HTMLElement>('[data-part="count"]');
  const shown = cards.filter(({ element }) => !element.hidden).length;
  if (count) count.textContent = `${shown} of ${cards.length} claims`;
}

/** Counts claims by publication and verdict, as the cards show them now. */
function countsOf(cards: readonly Card[], publications: readonly string[]): VerdictCount[] {
  const rows = cards.map(({ element }) => ({
    publication: element.dataset.publication ?? "",
    verdict: element.dataset.verdict as Verdict,
    restates: element.dataset.restates === "yes" ? "another" : null,
  }));
  return countVerdicts(rows, publications);
}

const MAX_FLIPS = 12;

/** Links to the claims whose verdict changed, with both verdicts. */
function flipList(flipped: readonly Card[]): HTMLElement {
  const h = make(document);
  return h(
    "ul",
    {},
    flipped
      .slice(0, MAX_FLIPS)
      .map(({ element, usual, badge }) =>
        h(
          "li",
          {},
          h("a", { href: `#${element.id}` }, element.querySelector(".claim-says")?.textContent ?? ""),
          ` ${usual.badge} → ${badge.textContent}`,
        ),
      ),
    flipped.length > MAX_FLIPS && h("li", {}, `and ${flipped.length - MAX_FLIPS} more, marked below`),
  );
}

/**
 * Shows a verdict on its card, marked where it differs from the default one.
 *
 * @param turned the change that first turned each claim to each verdict
 */
function showVerdict(
  { element, id, badge, because: reason, usual }: Card,
  { verdict, because, worst, critical, readings }: LiveVerdict,
  by: string,
  turned: Map<string, string>,
): void {
  const flipped = verdict !== usual.verdict;
  const turn = `${id} ${verdict}`;
  if (flipped && !turned.has(turn)) turned.set(turn, by);
  element.dataset.verdict = verdict;
  element.dataset.close = flipped ? "yes" : (element.dataset.usualClose ?? "no");
  element.classList.toggle("flipped", flipped);
  badge.className = `verdict ${verdict}`;
  badge.textContent = verdictText({ verdict, worst, critical });
  for (const reading of readings) showReading(element, reading);
  reason.textContent = flipped
    ? `${sentence(because)} Before: ${usual.badge.toLowerCase()}; turned by “${turned.get(turn)}”.`
    : usual.because;
}

/** A reading of a card with its verdict and reason. */
function showReading(card: HTMLElement, { id, verdict, because }: LiveVerdict["readings"][number]): void {
  const item = [...card.querySelectorAll<HTMLElement>("[data-reading]")].find(
    ({ dataset }) => dataset.reading === id,
  );
  const badge = item?.querySelector<HTMLElement>('[data-part="reading-verdict"]');
  const reason = item?.querySelector<HTMLElement>('[data-part="reading-because"]');
  if (!badge || !reason) return;
  badge.className = `verdict ${verdict}`;
  badge.textContent = VERDICT_LABELS[verdict];
  reason.textContent = sentence(because);
}

/** The readings of a card as shown now. */
function readingsOf(card: HTMLElement): LiveVerdict["readings"] {
  return [...card.querySelectorAll<HTMLElement>("[data-reading]")].map((item) => ({
    id: item.dataset.reading ?? "",
    verdict: (item.querySelector('[data-part="reading-verdict"]')?.classList[1] ?? "") as Verdict,
    because: item.querySelector('[data-part="reading-because"]')?.textContent ?? "",
  }));
}

function cardOf(element: HTMLElement): Card {
  const badge = element.querySelector<HTMLElement>('[data-part="verdict"]');
  const because = element.querySelector<HTMLElement>('[data-part="because"]');
  if (!badge || !because) throw new Error(`claim ${element.dataset.claim} has no verdict`);
  element.dataset.usualClose ??= element.dataset.close ?? "no";
  return {
    element,
    id: element.dataset.claim ?? "",
    badge,
    because,
    usual: {
      verdict: element.dataset.verdict as Verdict,
      badge: badge.textContent ?? "",
      because: because.textContent ?? "",
      readings: readingsOf(element),
    },
    text: `${element.textContent} ${element.dataset.claim}`.toLowerCase(),
  };
}

function reset({ element, badge, because, usual }: Card): void {
  element.dataset.verdict = usual.verdict;
  element.dataset.close = element.dataset.usualClose ?? "no";
  element.classList.remove("flipped");
  badge.className = `verdict ${usual.verdict}`;
  badge.textContent = usual.badge;
  because.textContent = usual.because;
  for (const reading of usual.readings) showReading(element, reading);
}

/** The reader's change as control and option: "Each interview was worth: half". */
function changeInWords(controls: readonly Control[], before: Options, now: Options): string {
  const changed = controls.filter(({ name, isView }) => !isView && before[name] !== now[name]);
  return changed
    .map(({ name, legend, options }) => {
      const label = options.find(({ code }) => code === now[name])?.label ?? now[name];
      return `${legend} ${label}`;
    })
    .join("; ");
}

function isOnScreen(element: HTMLElement): boolean {
  if (element.hidden) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** A link to a claim opens it. */
function openTarget(): void {
  const target = location.hash === "" ? null : document.getElementById(location.hash.slice(1));
  if (!target?.matches("[data-claim]")) return;
  target.hidden = false;
  target.querySelector("details")?.setAttribute("open", "");
  target.scrollIntoView();
}
