import { type Control, defaultState } from "../model/control.js";
import type { Options } from "../model/variants.js";
import { changedAssumptions } from "./assumptions.js";
import { readState, writeState } from "./link-state.js";

/** The state of a page's controls, kept in the link. */
export interface PageState {
  readonly get: () => Options;
  /** Sets one control and resets the controls in `clears`. */
  readonly set: (name: string, option: string, clears?: readonly string[]) => void;
  /** Resets every control. */
  readonly reset: () => void;
  /** Whether a control differs from its default. */
  readonly isChanged: () => boolean;
  /** Changed controls that are assumptions, not views. */
  readonly assumptions: () => readonly Control[];
  /** Calls `listener` now and after every change; returns a function that unsubscribes. */
  readonly subscribe: (listener: (state: Options) => void) => () => void;
  /** The address of the page with its state, and an anchor where one is given. */
  readonly address: (anchor?: string) => string;
}

/** The page's state, from its link. Figures that share a control share its state. */
export function pageState(controls: readonly Control[]): PageState {
  const known = [...new Map(controls.map((c) => [c.name, c])).values()];
  const listeners = new Set<(state: Options) => void>();
  let state = readState(location.search, known);
  const address = (anchor = "") =>
    `${location.origin}${location.pathname}${writeState(state, known)}${anchor}`;
  const change = (next: Options) => {
    state = next;
    history.replaceState(history.state, "", address(location.hash));
    for (const listener of listeners) listener(state);
  };
  return {
    get: () => state,
    address,
    set: (name, option, clears = []) =>
      change({
        ...state,
        ...defaultState(known.filter((control) => clears.includes(control.name))),
        [name]: option,
      }),
    reset: () => change(defaultState(known)),
    isChanged: () => writeState(state, known) !== "",
    assumptions: () => changedAssumptions(known, state),
    subscribe(listener) {
      listeners.add(listener);
      listener(state);
      return () => void listeners.delete(listener);
    },
  };
}
