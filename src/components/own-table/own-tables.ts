import type { OwnNumber, OwnNumbers } from "../../analysis/own-table/numbers.js";
import { rowTable } from "../../analysis/row-table.js";
import type { Figure } from "../../figures/figure.js";
import type { OwnSources } from "../../figures/own-table.js";
import type { PageState } from "../page-state.js";
import { readRows } from "../rows.js";

/** What the form of a figure needs. */
export interface OwnTableContext<Row, Shown> {
  readonly figure: Figure<Row, Shown>;
  readonly rows: readonly Row[];
  readonly state: PageState;
  readonly own: OwnTables;
}

/** The numbers that a reader has entered on a page. Kept in memory only: neither in the link nor in storage. */
export interface OwnTables {
  readonly get: () => OwnNumbers;
  /** Replaces the numbers at these ids. */
  readonly take: (numbers: readonly OwnNumber[], ids: readonly string[]) => void;
  readonly forget: (ids: readonly string[]) => void;
  /** Calls `listener` after every change; returns a function that unsubscribes. */
  readonly subscribe: (listener: () => void) => () => void;
  /** The project's tables, loaded when first asked for. */
  readonly sources: () => Promise<OwnSources>;
}

/** The numbers that readers enter on this page. `values` and `events` load the project's tables. */
export function ownTables({
  values,
  events,
}: {
  values: () => Promise<ArrayBuffer>;
  events: () => Promise<ArrayBuffer>;
}): OwnTables {
  let numbers: OwnNumbers = new Map();
  let sources: Promise<OwnSources> | undefined;
  const listeners = new Set<() => void>();
  const change = (next: OwnNumbers) => {
    numbers = next;
    for (const listener of listeners) listener();
  };
  const without = (ids: readonly string[]) => [...numbers].filter(([id]) => !ids.includes(id));
  const load = async (): Promise<OwnSources> => {
    const [valueBytes, eventBytes] = await Promise.all([values(), events()]);
    return { values: rowTable(readRows(valueBytes)), events: rowTable(readRows(eventBytes)) };
  };
  return {
    get: () => numbers,
    take: (given, ids) => change(new Map([...without(ids), ...given.map((n) => [n.id, n] as const)])),
    forget: (ids) => change(new Map(without(ids))),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    sources() {
      sources ??= load();
      // Retry after a failed load.
      sources.catch(() => {
        sources = undefined;
      });
      return sources;
    },
  };
}
