import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkSite } from "../../../tools/site/check.js";

const page = (body: string, { html = 'lang="en-GB"', head = "<title>Home</title>" } = {}) =>
  `<!DOCTYPE html><html ${html}><head>${head}</head><body><h1 id="top">Home</h1>${body}</body></html>`;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "check-"));
  write(
    "index.html",
    page('<a href="sources/a.html#part">A</a> <a href="#top">up</a> <a href="sources/">all</a>'),
  );
  write("sources/index.html", page('<a href="../index.html?v=1#top">home</a>'));
  write(
    "sources/a.html",
    page('<h2 id="part">P</h2><a href="https://example.org/">out</a><a href="mailto:a@b.c">m</a>'),
  );
  write("style.css", "");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe("the check of a finished site", () => {
  it("finds nothing wrong with a good one", () => {
    expect(checkSite(folder)).toEqual([]);
  });

  it.each([
    [
      "a block that could not be read",
      page('<p class="observablehq--error">x</p>'),
      "a block could not be read",
    ],
    ["a reference that was not filled", page("<p>A {{the.gap}}</p>"), "a reference was not filled"],
    ["such a reference in an attribute", page('<p title="{{x}}">A</p>'), "a reference was not filled"],
    ["an address that was not filled", page('<p data-x="%ROOT%/x">A</p>'), "an address was not filled"],
    [
      "a link to a page that is not there",
      page('<a href="./nowhere.html">x</a>'),
      "./nowhere.html leads nowhere",
    ],
    ["a link to a folder without a page", page('<a href="empty/">x</a>'), "empty/ leads nowhere"],
    [
      "a link to an anchor that is not there",
      page('<a href="sources/a.html#no">x</a>'),
      "sources/a.html#no leads nowhere",
    ],
    ["a link to an anchor of this page that is not there", page('<a href="#no">x</a>'), "#no leads nowhere"],
    ["a picture that is not there", page('<img src="x.png" alt="">'), "x.png leads nowhere"],
    [
      "an address from the root",
      page('<a href="/index.html">x</a>'),
      "/index.html is an address from the root; expected one from the page",
    ],
    [
      "a script from elsewhere",
      page('<script src="https://example.org/x.js"></script>'),
      "script loads https://example.org/x.js from elsewhere",
    ],
    [
      "a stylesheet from elsewhere",
      page('<link rel="stylesheet" href="//example.org/x.css">'),
      "link loads //example.org/x.css from elsewhere",
    ],
    ["a script in the page", page("<script>1</script>"), "a script stands in the page"],
    ["no language", page("", { html: "" }), "no language"],
    ["no title", page("", { head: "" }), "no title"],
    ["an empty title", page("", { head: "<title> </title>" }), "no title"],
    ["two first-level headings", page("<h1>Two</h1>"), "2 first-level headings; expected 1"],
    [
      "no first-level heading",
      page("").replace(/<h1.*<\/h1>/, '<a id="top"></a>'),
      "0 first-level headings; expected 1",
    ],
  ])("finds %s", (_, text, problem) => {
    mkdirSync(join(folder, "empty"));
    write("index.html", text);
    expect(checkSite(folder)).toEqual([`index.html: ${problem}`]);
  });

  it("lets code hold what a page may not", () => {
    write("index.html", page("<pre><code>const a = {{ b: 1 }};</code></pre>"));
    expect(checkSite(folder)).toEqual([]);
  });

  it("says each problem of each page once, with the page's path", () => {
    write("index.html", page('<a href="no">1</a><a href="no">2</a>'));
    write("sources/a.html", page("<p>{{x}}</p>"));
    expect(checkSite(folder)).toEqual([
      "index.html: no leads nowhere",
      "sources/a.html: a reference was not filled",
    ]);
  });
});
