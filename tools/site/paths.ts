import { join } from "node:path";

/** Folders of the project, relative to its root, the working directory of every command. */
export const RAW = "data-loaders/raw";
export const SOURCE = "src";
/** Generated data for pages: citations, figures, blocks. Not in git. */
export const GENERATED = ".generated";
export const SITE_FILE = join(GENERATED, "site.json");
export const PROBLEMS_FILE = join(GENERATED, "problems.txt");
export const MANIFEST_FILE = join(GENERATED, "manifest.json");
/** Framework's cache, where tables are written in place of loader output. */
export const CACHE = join(SOURCE, ".observablehq", "cache");
/** Downloads, at the same addresses as in the site. Not in git. */
export const DOWNLOADS = join(SOURCE, "downloads");
export const FONTS_FILE = join(SOURCE, "styles", "fonts.css");
