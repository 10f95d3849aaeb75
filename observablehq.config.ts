import { WORKSPACE } from "./src/model/workspace.js";
import { annotatePages, citations } from "./tools/site/markdown.js";
import { footer, header } from "./tools/site/navigation.js";

// Whatever this file imports stays as it was when the preview began. What it imports therefore only reads files.
const mode = process.env.SITE_MODE === "preview" ? "preview" : "build";

export default {
  title: WORKSPACE.title,
  root: "src",
  output: process.env.SITE_OUTPUT ?? "dist",
  style: "styles/site.css",
  globalStylesheets: [],
  preserveExtension: true,
  sidebar: false,
  pager: false,
  toc: false,
  pages: [],
  header,
  footer,
  head: '<link rel="icon" type="image/svg+xml" href="/favicon.svg"><meta name="color-scheme" content="light dark">',
  interpreters: { ".ts": ["node", "--import", "tsx"] },
  markdownIt: (md: Parameters<typeof citations>[0]) => annotatePages(citations(md, mode)),
};
