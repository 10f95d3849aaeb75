import { describe, expect, it } from "vitest";
import { html } from "../../../tools/site/html.js";
import { fillPlaces, placeFor } from "../../../tools/site/places.js";

/** A page's body with a block in its place, finished. */
function finished(block: string, page = "/findings/gap"): string {
  const place = placeFor("block", "a.b", block);
  const document = html.parse(`<!DOCTYPE html><html><head></head><body><p>x</p>${place}</body></html>`);
  fillPlaces(document, page, { figures: {}, blocks: { "a.b": block } });
  return /<body><p>x<\/p>(.*)<\/body>/s.exec(html.serialize(document))?.[1] ?? "";
}

describe("a block in its place", () => {
  it.each([
    ["%ROOT%/sources/ces", "../sources/ces.html"],
    ["%ROOT%/review/numbers#value-a", "../review/numbers.html#value-a"],
    ["%ROOT%/data.html?x=1#y", "../data.html?x=1#y"],
    ["%ROOT%/findings/index", "./"],
    ["%ROOT%/review/", "../review/"],
    ["%ROOT%/", "../"],
    ["./other", "./other.html"],
    ["#here", "#here"],
    ["mailto:a@b.c", "mailto:a@b.c"],
  ])("has a link to %s as Framework writes it: %s", (written, expected) => {
    expect(finished(`<a href="${written}">a</a>`)).toContain(`href="${expected}"`);
  });

  it("opens other sites in a window of their own, and leaves external links as they are", () => {
    expect(finished('<a href="https://example.org/">a</a>')).toBe(
      '<a href="https://example.org/" target="_blank" rel="noopener noreferrer">a</a>',
    );
    const download = '<a href="../downloads/a.csv" download="a.csv" rel="external">a</a>';
    expect(finished(download.replace("../downloads", "%DOWNLOADS%"))).toBe(download);
  });

  it("is whole, with several elements, text and links from the site's root page", () => {
    expect(finished('<h3>A</h3>b <a href="%ROOT%/data">c</a>', "/index")).toBe(
      '<h3>A</h3>b <a href="./data.html">c</a>',
    );
  });
});

it.each([
  '<img src="a.png">',
  '<pre><code class="language-ts">a</code></pre>',
  '<h2 id="a">A</h2>',
  '<a href="a.csv" download>a</a>',
  "<!--:0a1b2c3d:-->",
])("%s has no place, since Framework does more with it than with links", (block) => {
  expect(placeFor("block", "a.b", block)).toBeNull();
});
