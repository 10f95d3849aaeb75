import * as v from "valibot";
import { type Control, defaultState } from "../model/control.js";
import type { Options } from "../model/variants.js";

/** The version of the links. A link of another version is read as one without choices. */
export const LINK_VERSION = "1";

/** The longest text of a reader that a link holds. */
export const MOST_TEXT = 80;

/**
 * The one place that reads and writes what a link holds: `?v=1&interview=half`. Keys that no control has are ignored, a
 * value that its control does not offer falls back to the default, and defaults are not written.
 */
export function readState(search: string, controls: readonly Control[]): Options {
  const given = Object.fromEntries(new URLSearchParams(search));
  if (given.v !== LINK_VERSION) return defaultState(controls);
  return v.parse(schema(controls), given);
}

/** The query string of a state, with its question mark; empty when every control has its default. */
export function writeState(state: Options, controls: readonly Control[]): string {
  const chosen = controls.filter((c) => state[c.name] !== undefined && state[c.name] !== c.default);
  if (chosen.length === 0) return "";
  const query = new URLSearchParams([
    ["v", LINK_VERSION],
    ...chosen.map((c) => [c.name, state[c.name] ?? c.default]),
  ]);
  return `?${query}`;
}

function schema(controls: readonly Control[]) {
  return v.object(
    Object.fromEntries(
      controls.map((control) => [
        control.name,
        control.type === "text"
          ? v.fallback(v.pipe(v.string(), v.maxLength(MOST_TEXT)), control.default)
          : v.fallback(v.picklist(control.options.map((o) => o.code)), control.default),
      ]),
    ),
  );
}
