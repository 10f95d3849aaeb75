/**
 * One colour a group across the site, from the Government Analysis Function's categorical palette, with a lighter partner
 * for the dark theme. Charts use the names as CSS variables; downloads use the light colours.
 */
export const PALETTE = {
  ink: { light: "#1d1f23", dark: "#e9eaec" },
  mute: { light: "#5b616b", dark: "#a3a9b3" },
  rule: { light: "#e3e5e8", dark: "#30343a" },
  ground: { light: "#ffffff", dark: "#16181b" },
  everyone: { light: "#3d3d3d", dark: "#c9c9c9" },
  receiving: { light: "#12436d", dark: "#7fb2e0" },
  paying: { light: "#b8480f", dark: "#f5a075" },
  new: { light: "#1b7f77", dark: "#5cc9bd" },
  past: { light: "#6a4aa5", dark: "#b9a2ea" },
  change: { light: "#801650", dark: "#e08bbd" },
  asian: { light: "#1b7f77", dark: "#5cc9bd" },
  black: { light: "#801650", dark: "#e08bbd" },
  white: { light: "#12436d", dark: "#7fb2e0" },
  age: { light: "#12436d", dark: "#7fb2e0" },
} as const satisfies Record<string, { light: string; dark: string }>;

export type Colour = keyof typeof PALETTE;

/** The CSS variable of a colour, as charts use it. */
export function colour(name: Colour): string {
  return `var(--${name})`;
}

/** The colour of a group of one dimension, `parent=receiving`; everyone and groups without one are grey. */
export function groupColour(group: string): string {
  const code = group.split(";")[0]?.split("=")[1] ?? "";
  return colour(Object.hasOwn(PALETTE, code) ? (code as Colour) : "everyone");
}

/** The text with every colour variable replaced by its light colour, for pictures that leave the site. */
export function resolveColours(markup: string): string {
  return markup.replace(/var\(--([a-z]+)\)/g, (variable, name: string) =>
    Object.hasOwn(PALETTE, name) ? PALETTE[name as Colour].light : variable,
  );
}
