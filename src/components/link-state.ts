import * as v from "valibot";
import { type Control, defaultState } from "../model/control.js";
import type { Options } from "../model/variants.js";

/** Version of the link format. Links of another version are read as having no choices. */
export const LINK_VERSION = "1";

/** Maximum length of a reader's text in a link. */
export const MOST_TEXT = 80;

/**
 * Parses the state in a link, such as `?v=1&interview=half`. Unknown keys are ignored, unknown options fall back to
 * the default, and defaults are not written. Only this module reads and writes links.
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
