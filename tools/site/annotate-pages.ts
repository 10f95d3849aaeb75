import type { MarkdownIt } from "./markdown.js";
import { readSite } from "./read-site.js";

/**
 * Adds the annotated view to every page. Its element is in the page itself: a script that inserted it would shift
 * what follows, and the preview updates open pages by position.
 */
export function annotatePages(md: MarkdownIt): MarkdownIt {
  md.core.ruler.push("annotated", (state) => {
    const depth = (state.env.path ?? "/").split("/").length - 2;
    const root = depth === 0 ? "./" : "../".repeat(depth);
    const block = new state.Token("fence", "code", 0);
    block.info = "ts";
    block.content = `import { annotatedView } from "${root}components/annotated-view.js";\nannotatedView({ invalidation });\n`;
    const place = new state.Token("html_block", "", 0);
    place.content = '<div class="annotate"></div>';
    state.tokens.unshift(place);
    if (!readSite().early) state.tokens.push(block);
  });
  return md;
}
