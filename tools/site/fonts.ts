import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { decompress } from "wawoff2";
import { writeWhole } from "./files.js";
import { FONTS_FILE, GENERATED } from "./paths.js";

/** The site's fonts, from packages: a serif for text, a sans serif for figures and controls, two weights each. */
const FONTS = [
  {
    family: "Source Serif 4",
    package: "@fontsource/source-serif-4",
    file: "source-serif-4-latin-400-normal",
    weight: 400,
  },
  {
    family: "Source Serif 4",
    package: "@fontsource/source-serif-4",
    file: "source-serif-4-latin-600-normal",
    weight: 600,
  },
  { family: "Inter", package: "@fontsource/inter", file: "inter-latin-400-normal", weight: 400 },
  { family: "Inter", package: "@fontsource/inter", file: "inter-latin-600-normal", weight: 600 },
] as const;

const require = createRequire(import.meta.url);

function woff2({ package: name, file }: (typeof FONTS)[number]): Buffer {
  return readFileSync(require.resolve(`${name}/files/${file}.woff2`));
}

/**
 * Writes a stylesheet with embedded fonts, the only form that Framework's bundler accepts. The finished site has them
 * as files.
 */
export function writeFontStyles(): void {
  const faces = FONTS.map(
    (font) =>
      `@font-face{font-family:"${font.family}";font-style:normal;font-weight:${font.weight};font-display:swap;` +
      `src:url(data:font/woff2;base64,${woff2(font).toString("base64")}) format("woff2")}`,
  );
  const css = `${faces.join("\n")}\n`;
  if (!existsSync(FONTS_FILE) || readFileSync(FONTS_FILE, "utf8") !== css) writeWhole(FONTS_FILE, css);
}

/** Paths of the sans serif as TrueType files, for images drawn outside a browser. */
export async function pictureFonts(): Promise<string[]> {
  const paths: string[] = [];
  // Sequential: the decompressor returns a view of memory that its next call overwrites.
  for (const font of FONTS.filter(({ family }) => family === "Inter")) {
    const path = join(GENERATED, "fonts", `${font.file}.ttf`);
    if (!existsSync(path)) writeWhole(path, await decompress(woff2(font)));
    paths.push(path);
  }
  return paths;
}
