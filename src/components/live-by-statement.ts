import type { StatementRow } from "../analysis/by-statement/columns.js";
import type { World } from "../analysis/by-statement/index.js";
import { statementRows } from "../analysis/by-statement/rows.js";
import { type Figure, isDrawn } from "../figures/figure.js";
import type { StatementRanges } from "../figures/statement-rows.js";
import type { Options } from "../model/variants.js";
import { boundsSolver } from "./bounds-solver.js";
import { byHand } from "./by-hand.js";
import { make } from "./dom.js";
import { isStopped, liveFigure } from "./live-figure.js";
import type { PageState } from "./page-state.js";

export interface LiveByStatement {
  readonly state: PageState;
  readonly invalidation: Promise<unknown>;
  /** The question in a state. */
  readonly world: (state: Options) => World;
}

/**
 * Makes a figure interactive whose rows cover the default state only. For any other state a worker computes the
 * answer; until then the old one is greyed out and labelled as old. The "check by hand" section is updated with it.
 */
export function liveByStatement(
  figure: Figure<StatementRow, StatementRanges>,
  rows: readonly StatementRow[],
  { state, invalidation, world }: LiveByStatement,
): void {
  // The figure was replaced by text: its number is known, or numbers conflict.
  if (isStopped(figure.id) || !isDrawn(figure, rows)) return;
  const frame = document.querySelector<HTMLElement>(`[data-figure="${figure.id}"]`);
  const hand = document.querySelector<HTMLElement>(`[data-by-hand="${figure.id}"]`);
  if (!frame || !hand) throw new Error(`the page has no figure ${figure.id} with its check by hand`);
  const built = { rows: [...rows], hand: [...hand.children] };
  const status = make(document)("p", { class: "recalculating", role: "status" });
  frame.querySelector('[data-part="chart"]')?.before(status);
  const solver = boundsSolver();
  const keyOf = (of: Options) => figure.controls.map(({ name }) => of[name]).join(" ");
  const usual = Object.fromEntries(figure.controls.map((control) => [control.name, control.default]));
  const listeners = new Set<(state: Options) => void>();
  const shown = [...built.rows];
  let answered: Options = { ...state.get(), ...usual };
  let wanted = "";

  const show = (current: Options, now: readonly StatementRow[], checks: readonly Element[]) => {
    answered = current;
    shown.splice(0, shown.length, ...now);
    hand.replaceChildren(...checks);
    bindSheet(hand);
    wait(null);
    for (const listener of listeners) listener(current);
    redraw();
  };
  const wait = (text: string | null) => {
    for (const element of [frame, hand]) {
      if (text === null) element.removeAttribute("aria-busy");
      else element.setAttribute("aria-busy", "true");
    }
    status.textContent = text ?? "";
  };
  const follow = async (current: Options): Promise<void> => {
    wanted = keyOf(current);
    // Updates the link at once, before the answer arrives.
    const address = frame.querySelector<HTMLInputElement>('[data-part="address"]');
    if (address) address.value = state.address(`#figure-${figure.id}`);
    if (wanted === keyOf(usual)) return show(current, built.rows, built.hand);
    if (wanted === keyOf(answered)) {
      wait(null);
      answered = current;
      for (const listener of listeners) listener(current);
      return;
    }
    wait("Recalculating…");
    const asked = wanted;
    try {
      const one = world(current);
      const answer = await solver.solve(one);
      if (asked === wanted) show(state.get(), statementRows(answer), byHand(one, answer));
    } catch (error) {
      if (asked === wanted)
        wait(`Not recalculated; this is the last answer. ${error instanceof Error ? error.message : error}`);
    }
  };
  const redraw = liveFigure(figure, shown, {
    invalidation,
    state: {
      ...state,
      get: () => answered,
      subscribe(listener) {
        listeners.add(listener);
        listener(answered);
        return () => void listeners.delete(listener);
      },
    },
  });
  const unsubscribe = state.subscribe((current) => void follow(current));
  void invalidation.then(() => {
    unsubscribe();
    solver.end();
    status.remove();
  });
}

/** Makes the button copy the sheet. Without clipboard permission the text is selected, to be copied by hand. */
function bindSheet(hand: HTMLElement): void {
  const button = hand.querySelector<HTMLButtonElement>('[data-part="copy-sheet"]');
  const sheet = hand.querySelector<HTMLElement>('pre[data-part="sheet"]');
  if (!button || !sheet) return;
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(sheet.textContent ?? "");
      button.textContent = "Copied";
    } catch {
      getSelection()?.selectAllChildren(sheet);
      button.textContent = "Selected";
    }
  };
}
