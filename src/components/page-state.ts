import { type Control, defaultState } from "../model/control.js";
import type { Options } from "../model/variants.js";
import { changedAssumptions } from "./assumptions.js";
import { readState, writeState } from "./link-state.js";

/** The state of a page: what its controls say, kept in the link. */
export interface PageState {
  readonly get: () => Options;
  /** Sets one control; `clears` names controls that get their default back with it. */
  readonly set: (name: string, option: string, clears?: readonly string[]) => void;
  /** Gives every control its default again. */
  readonly reset: () => void;
  /** Whether a control differs from its default. */
  readonly isChanged: () => boolean;
  /** The controls that differ from their default and by which something is assumed. */
  readonly assumptions: () => readonly Control[];
  /** Calls `listener` now and after every change, until the returned function is called. */
  readonly subscribe: (listener: (state: Options) => void) => () => void;
  /** The address of the page with its state, and an anchor where one is given. */
  readonly address: (anchor?: string) => string;
}

/** The state of this page from its link; a control that several figures have is one control. */
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
