import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Colour, colour, groupColour, PALETTE, resolveColours } from "../../../src/figures/palette.js";
import { ROOT } from "../site/fixture.js";

/** The variables of one block of the stylesheet. */
function variables(css: string): Record<string, string> {
  return Object.fromEntries(
    [...css.matchAll(/--([a-z0-9-]+): ([^;]+);/g)].map((m) => [m[1] ?? "", m[2] ?? ""]),
  );
}

const styles = ["palette", "groups"].map((name) =>
  readFileSync(`${ROOT}/src/styles/${name}.css`, "utf8").split("@media (prefers-color-scheme: dark)"),
);
const THEMES = {
  light: variables(styles.map(([light]) => light).join("\n")),
  dark: variables(styles.map(([, dark]) => dark).join("\n")),
};
const NAMES = Object.keys(PALETTE) as Colour[];

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  it("charts and stylesheet have the same colours", () => {
    expect(NAMES.map((name) => [name, THEMES[theme][name]])).toEqual(
      NAMES.map((name) => [name, PALETTE[name][theme]]),
    );
  });

  it.each(NAMES.filter((name) => name !== "rule" && name !== "ground"))(
    "%s can be read on the ground",
    (name) => {
      expect(contrast(PALETTE[name][theme], PALETTE.ground[theme])).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(["soft", "warn", "range"])("text can be read on %s", (surface) => {
    for (const name of ["ink", "mute"] as const)
      expect(contrast(PALETTE[name][theme], THEMES[theme][surface] ?? ""), name).toBeGreaterThanOrEqual(4.5);
  });

  it("lines around controls can be seen on the ground", () => {
    expect(contrast(THEMES[theme].line ?? "", PALETTE.ground[theme])).toBeGreaterThanOrEqual(3);
  });
});

it("contrast is that of the standard: 21 for black on white, 4.54 for #767676", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 9);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});

it("a group has the colour of its first dimension, and everyone is grey", () => {
  expect(groupColour("parent=receiving")).toBe("var(--receiving)");
  expect(groupColour("parent=paying;contact=new")).toBe("var(--paying)");
  expect(groupColour("")).toBe(colour("everyone"));
  expect(groupColour("age=16-24")).toBe(colour("everyone"));
  expect(groupColour("x=toString")).toBe(colour("everyone"));
});

it("pictures that leave the site have the light colours and no variable", () => {
  expect(resolveColours('fill="var(--paying)" stroke="var(--ground)"')).toBe(
    'fill="#b8480f" stroke="#ffffff"',
  );
  expect(resolveColours("var(--other)")).toBe("var(--other)");
});
