import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Value } from "../../../src/model/value.js";
import { citations } from "../../../tools/site/markdown.js";
import { PROBLEMS_FILE, SITE_FILE } from "../../../tools/site/paths.js";
import { siteFile } from "../../../tools/site/site-file.js";
import { result } from "../components/results.js";

interface Renderer {
  render(text: string, env?: object): string;
}
const { default: MarkdownIt } = (await import("markdown-it")) as {
  default: new (options: object) => Renderer;
};

const home = process.cwd();
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "markdown-"));
  mkdirSync(join(folder, ".generated"));
  process.chdir(folder);
  const results = [
    result({
      id: "the.gap",
      label: "the gap",
      because: 'so "it" < is',
      madeBy: "analysis.gap",
      inputs: ["a.b"],
      base: 1152,
    }),
    result({
      id: "printed.one",
      kind: "published",
      value: 47,
      low: 46.5,
      high: 47.5,
      madeBy: "as printed",
      format: { style: "percent", decimals: 0 },
    }),
    result({
      id: "only.range",
      kind: "bounded",
      value: null,
      low: 31,
      high: 99,
      format: { style: "percent", decimals: 0 },
    }),
  ];
  const site = siteFile(
    {
      tables: new Map(),
      stopped: [],
      results,
      raw: { values: [{ id: "lost.one", low: null } as Value], bases: [] },
    },
    new Map([
      ["one", '<figure><a href="%ROOT%/downloads/one.csv" data-result="printed.one">47%</a></figure>'],
    ]),
    new Map([["list", '<ul><a href="%ROOT%/sources/x">X</a></ul>']]),
    { data: "0123456789abcdef", inputs: "fedcba9876543210", drift: { belongs: true, differences: [] } },
  );
  writeFileSync(SITE_FILE, JSON.stringify(site));
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

function render(
  text: string,
  { mode = "build" as "build" | "preview", path = "/findings/page" } = {},
): HTMLElement {
  const md = citations(new MarkdownIt({ html: true }) as unknown as Parameters<typeof citations>[0], mode);
  return new JSDOM((md as unknown as Renderer).render(text, { path })).window.document.body;
}

describe("a page cites a result", () => {
  it("in prose, as a link to its row", () => {
    const body = render("A gap of {{the.gap}} or {{ the.gap | range }}, *{{only.range}}*.");
    expect(body.textContent?.trim()).toBe("A gap of 16 points or 15 to 17 points, 31 to 99%.");
    const links = [...body.querySelectorAll("p a")];
    expect(links.map((a) => [a.getAttribute("href"), a.className])).toEqual([
      ["#number-the-gap", "num calculated"],
      ["#number-the-gap", "num calculated"],
      ["#number-only-range", "num bounded"],
    ]);
  });

  it("in a heading and inside a link, without a link of its own", () => {
    const body = render("## A gap of {{the.gap}}\n\n[leads by {{the.gap}}](./x)");
    expect(body.querySelector("h2")?.textContent).toBe("A gap of 16 points");
    expect(body.querySelector("h2 a")).toBe(null);
    expect(body.querySelector('h2 [data-result="the.gap"]')?.textContent).toBe("16 points");
    expect([...body.querySelectorAll("p a")].map((a) => a.textContent)).toEqual(["leads by 16 points"]);
  });

  it("in raw HTML as a link, and in an attribute as text", () => {
    const body = render(
      '<p class="x" title="gap of {{the.gap}}">It is {{printed.one}}.</p>\n\nText <b title="{{the.gap|bare}}">b</b>',
    );
    expect(body.querySelector("p.x")?.getAttribute("title")).toBe("gap of 16 points");
    expect(body.querySelector("p.x a")?.textContent).toBe("47%");
    expect(body.querySelector("b")?.title).toBe("16");
  });

  it("in a table, and not in code", () => {
    const body = render("| A |\n| - |\n| {{printed.one}} |\n\n`{{the.gap}}`\n\n    {{the.gap}}");
    expect(body.querySelector("td a")?.textContent).toBe("47%");
    expect([...body.querySelectorAll("code")].map((e) => e.textContent?.trim())).toEqual([
      "{{the.gap}}",
      "{{the.gap}}",
    ]);
  });
});

describe("a page places", () => {
  it.each([
    ["/findings/page", ".."],
    ["/index", "."],
    ["/a/b/c", "../.."],
  ])("figures and blocks, with the way to the root from %s", (path, root) => {
    const body = render("{{figure one}}\n\n{{block list}}", { path, mode: "preview" });
    expect(body.querySelector("figure a")?.getAttribute("href")).toBe(`${root}/downloads/one.csv`);
    expect(body.querySelector("ul a")?.getAttribute("href")).toBe(`${root}/sources/x`);
    expect(body.querySelector("p")).toBe(null);
  });

  it("figures and blocks in a build by their places, which the finishing step fills", () => {
    const body = render("{{figure one}}\n\n{{block list}}");
    const places = [...body.querySelectorAll<HTMLElement>("div")].map((div) => div.dataset.place);
    expect(places).toEqual(["figures one", "blocks list"]);
  });

  it("the list of its numbers: each once, those of its figures too, those cited below it too", () => {
    const body = render("{{numbers}}\n\nA {{the.gap}}, again {{the.gap}}.\n\n{{figure one}}");
    expect([...body.querySelectorAll("tbody tr")].map((tr) => tr.id).sort()).toEqual([
      "number-printed-one",
      "number-the-gap",
    ]);
    expect(body.querySelector("summary")?.textContent).toMatch(/^2 numbers, each with its kind/);
    const one = render("A {{the.gap}}.\n\n{{numbers}}").querySelector("summary");
    expect(one?.textContent).toMatch(/^1 number, with its kind/);
    const row = body.querySelector("#number-the-gap");
    expect(row?.querySelector("th")?.textContent).toBe("16 points1,152 interviews");
    expect(row?.textContent).toContain('so "it" < is');
    expect([...(row?.querySelectorAll("code") ?? [])].map((e) => e.textContent)).toEqual([
      "analysis.gap",
      "a.b",
    ]);
    expect(body.querySelector("#number-printed-one")?.textContent).not.toContain("as printed");
  });
});

describe("a passage", () => {
  it("holds words of a heading, which the page's title is read from", () => {
    const body = render(
      "# {{unknown lost.one}}Not known{{known}}Known{{end}}, {{known the.gap}}{{the.gap}}{{end}}",
    );
    expect(body.querySelector("h1")?.textContent).toBe("Not known, 16 points");
  });

  it("holds whole blocks, figures, rows and items", () => {
    const body = render(
      "{{known lost.one}}\n\n## Gone\n\n{{figure one}}\n\n{{unknown}}\n\n- a\n{{known lost.one}}\n- b\n{{end}}\n- c\n\n{{end}}\n\nEnd",
    );
    expect(body.querySelector("h2, figure")).toBe(null);
    expect([...body.querySelectorAll("ul > li")].map((li) => li.textContent)).toEqual(["a", "c"]);
    expect(body.textContent).not.toContain("{{");
  });

  it("stands in raw HTML, and brings its numbers to the page's list", () => {
    const body = render('<p class="x">{{unknown lost.one}}{{the.gap}}{{end}}</p>\n\n{{numbers}}');
    expect(body.querySelector("p.x a")?.textContent).toBe("16 points");
    expect([...body.querySelectorAll("tbody tr")].map((tr) => tr.id)).toEqual(["number-the-gap"]);
  });

  it.each([
    [
      "an unknown id",
      "a\n\nb {{known no.such}}x{{end}}",
      "nothing is named no.such; expected a value, base or result",
    ],
    ["no end", "a\n\n{{known the.gap}}x", "{{known the.gap}} is not closed; expected {{end}}"],
  ])("with %s fails a build by file and line, and is marked in preview", (_, text, problem) => {
    expect(() => render(text)).toThrow(`src/findings/page.md:3: ${problem}`);
    expect(render(text, { mode: "preview" }).querySelector("mark.unknown")?.textContent).toContain(problem);
  });

  it("is found at its line in a page with front matter", () => {
    mkdirSync(join(folder, "src", "findings"), { recursive: true });
    writeFileSync(join(folder, "src", "findings", "fronted.md"), "---\ntitle: A page\n---\n\nb {{end}}\n");
    expect(() => render("\nb {{end}}\n", { path: "/findings/fronted" })).toThrow(
      "src/findings/fronted.md:5: {{end}} closes nothing",
    );
  });
});

describe("an unknown name", () => {
  it.each([
    ["a result", "A {{no.such}}.", "no.such"],
    ["a form", "A {{the.gap|long}}.", "the.gap|long"],
    ["a form that the result has not", "A {{only.range|bare}}.", "only.range|bare"],
    ["a figure", "{{figure none}}", "none"],
    ["a block", "{{block none}}", "none"],
    ["a result in raw HTML", "<p>{{no.such}}</p>", "no.such"],
  ])("of %s fails a build, by page and name, and is marked in preview", (_, text, name) => {
    expect(() => render(text)).toThrow(`src/findings/page.md: nothing is named ${name}`);
    expect(render(text, { mode: "preview" }).querySelector("mark.unknown")?.textContent).toBe(`${name}?`);
  });
});

it("problems of the raw files stand on top of a page in preview, and in no build", () => {
  writeFileSync(PROBLEMS_FILE, 'values.csv:4:1: "<47&x" is no number; expected one\n');
  try {
    const body = render("Text", { mode: "preview" });
    expect(body.firstElementChild?.className).toBe("problems");
    expect(body.querySelector("pre")?.textContent).toContain('values.csv:4:1: "<47&x" is no number');
    expect(render("Text").querySelector(".problems")).toBe(null);
  } finally {
    rmSync(PROBLEMS_FILE);
  }
  expect(render("Text", { mode: "preview" }).querySelector(".problems")).toBe(null);
});
