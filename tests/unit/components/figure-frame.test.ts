import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import type { AnyFigure } from "../../../src/charts/figure.js";
import { DOWNLOADS, figureFrame } from "../../../src/components/figure-frame.js";
import { DIMENSIONS } from "../../../src/model/dimensions.js";
import { FIGURES } from "../../../tools/site/figures.js";
import { built, rowsOf } from "../site/fixture.js";
import { result, resultsOf } from "./results.js";

const { document } = new JSDOM("").window;
const results = new Map(built().results.map((r) => [r.id, r]));
const frameOf = (figure: AnyFigure, rows: readonly unknown[] = rowsOf(figure.id)) =>
  figureFrame(figure, rows, {
    document,
    results,
    downloads: "../downloads",
    readCode: (path) => `// ${path} <b>`,
  });

describe.each(FIGURES.map((figure) => ({ id: figure.id, figure })))("the frame of $id", ({ id, figure }) => {
  const frame = frameOf(figure);
  const all = (selector: string) => [...frame.querySelectorAll(selector)];

  it("has its parts: those that the live figure looks for, and one view each", () => {
    expect(all("[data-part]").map((e) => e.getAttribute("data-part"))).toEqual([
      ...(figure.controls.length > 0 ? ["reset"] : []),
      "chart",
      ...(figure.readout === undefined ? [] : ["readout"]),
      "table",
      "how",
      "download",
      "link",
      "address",
      "copy",
    ]);
    expect(all(".views input").map((e) => e.getAttribute("value"))).toEqual([
      "chart",
      "table",
      "how",
      "download",
      "link",
    ]);
    expect(all(".views input:checked").map((e) => e.getAttribute("value"))).toEqual(["chart"]);
    expect(all("[data-control]").map((e) => e.getAttribute("data-control"))).toEqual(
      figure.controls.map(({ name }) => name),
    );
  });

  it("is a figure with an anchor, named by its title, which cites its numbers", () => {
    expect([frame.tagName, frame.id, frame.dataset.figure]).toEqual(["FIGURE", `figure-${id}`, id]);
    const title = frame.querySelector(`[id="${frame.getAttribute("aria-labelledby")}"]`);
    expect(title?.textContent).not.toBe("");
    expect(frame.textContent).not.toContain("{{");
    // The ages of an age group are its name.
    const ages = Object.values(DIMENSIONS.age.codes).map((label) => label.replace(/^Aged /, ""));
    const text = ages.reduce((left, label) => left.replaceAll(label, ""), title?.textContent ?? "");
    for (const number of text.match(/\d[\d,.]*/g) ?? [])
      expect(all("figcaption [data-result]").some((e) => e.textContent?.includes(number))).toBe(true);
  });

  it("has the chart at both widths with one height, and its rows as a table", () => {
    const [wide, narrow] = ["wide", "narrow"].map((name) => frame.querySelector(`.${name} > svg`));
    expect([wide?.getAttribute("width"), narrow?.getAttribute("width")]).toEqual(["680", "332"]);
    expect(wide?.getAttribute("height")).toBe(narrow?.getAttribute("height"));
    expect(all('[data-part="table"] tbody tr').length).toBeGreaterThan(0);
  });

  it("links to four downloads and shows its code as text", () => {
    expect(all('[data-part="download"] a').map((e) => e.getAttribute("href"))).toEqual(
      DOWNLOADS.map(({ extension }) => `../downloads/${id}.${extension}`),
    );
    expect(all(".view-how code").map((e) => e.textContent)).toEqual(
      figure.code.map((path) => `// ${path} <b>`),
    );
  });

  it("says where its numbers come from and what kinds they are", () => {
    expect(frame.querySelector(".figure-source")?.textContent).toBe(`Source: ${figure.source}`);
    expect(all(".kinds .key").map((e) => e.className)).toEqual(figure.kinds.map((kind) => `key ${kind}`));
  });

  it("has no inline style, no script and no id twice", () => {
    expect(all("[style], style, script, [onclick]")).toEqual([]);
    const ids = all("[id]").map((e) => e.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it("a figure that cites an unknown result is refused", () => {
  const figure = { ...(FIGURES[0] as AnyFigure), subtitle: "{{no.such}}" };
  expect(() => frameOf(figure)).toThrow("no result is named no.such");
  expect(() =>
    figureFrame(figure, rowsOf(figure.id), {
      document,
      results: resultsOf(result({ id: "no.such" })),
      downloads: "",
      readCode: () => "",
    }),
  ).toThrow("no result is named");
});
