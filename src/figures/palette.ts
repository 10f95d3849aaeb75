import { GROUP_COLOURS } from "../model/groups.js";

/**
 * Colours of text and ground, of what is no group, and one colour a group across the site, all from the Government Analysis Function's categorical palette, with a lighter partner
 * for the dark theme. Charts use the names as CSS variables; downloads use the light colours.
 */
export const PALETTE = {
  ink: { light: "#1d1f23", dark: "#e9eaec" },
  mute: { light: "#5b616b", dark: "#a3a9b3" },
  rule: { light: "#e3e5e8", dark: "#30343a" },
  ground: { light: "#ffffff", dark: "#16181b" },
  everyone: { light: "#3d3d3d", dark: "#c9c9c9" },
  blue: { light: "#12436d", dark: "#7fb2e0" },
  rust: { light: "#b8480f", dark: "#f5a075" },
  violet: { light: "#6a4aa5", dark: "#b9a2ea" },
  ...GROUP_COLOURS,
} as const satisfies Record<string, { light: string; dark: string }>;

export type Colour = keyof typeof PALETTE;

/** The CSS variable of a colour, as charts use it. */
export function colour(name: Colour): string {
  return `var(--${name})`;
}

/** The colour of a group of one dimension, `parent=receiving`; everyone and groups without one are grey. */
export function groupColour(group: string): string {
  const code = group.split(";")[0]?.split("=")[1] ?? "";
  return colour(Object.hasOwn(GROUP_COLOURS, code) ? (code as Colour) : "everyone");
}

/** Replaces every colour variable by its light colour, for images that leave the site. */
export function resolveColours(markup: string): string {
  return markup.replace(/var\(--([a-z0-9-]+)\)/g, (variable, name: string) =>
    Object.hasOwn(PALETTE, name) ? PALETTE[name as Colour].light : variable,
  );
}
