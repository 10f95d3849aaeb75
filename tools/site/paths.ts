import { join } from "node:path";

/** Folders of the project, seen from its root, where every command runs. */
export const RAW = "data-loaders/raw";
export const SOURCE = "src";
/** What the pages are filled from: citations, figures, blocks. Not kept in git. */
export const GENERATED = ".generated";
export const SITE_FILE = join(GENERATED, "site.json");
export const PROBLEMS_FILE = join(GENERATED, "problems.txt");
export const MANIFEST_FILE = join(GENERATED, "manifest.json");
/** Framework's cache: tables are written where it looks for the output of a loader. */
export const CACHE = join(SOURCE, ".observablehq", "cache");
/** What readers can download, at the same addresses in the site. Not kept in git. */
export const DOWNLOADS = join(SOURCE, "downloads");
export const FONTS_FILE = join(SOURCE, "styles", "fonts.css");
