import { join } from "node:path";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { checkSignificance } from "../../../data-loaders/audit/significance.js";
import { readRaw } from "../../../data-loaders/read/index.js";
import { DOWNLOADS, figureFrame } from "../../../src/components/figure-frame.js";
import { type AnyFigure, isDrawn, kindsOf } from "../../../src/figures/figure.js";
import { DIMENSIONS } from "../../../src/model/groups.js";
import { FIGURES, FIGURES_OF_INTERVIEWS } from "../../../tools/site/figures.js";
import { namedNumbers } from "../../../tools/site/site-file.js";
import { built, ROOT, rowsOf, withInterviews } from "../site/fixture.js";
import { result, resultsOf } from "./results.js";

const { document } = new JSDOM("").window;
const results = namedNumbers(built());
const frameOf = (figure: AnyFigure, rows: readonly unknown[] = rowsOf(figure.id), of = results) =>
  figureFrame(figure, rows, {
    document,
    results: of,
    downloads: "../downloads",
    readCode: (path) => `// ${path} <b>`,
  });

const interviewed = withInterviews();
const interviewedNumbers = namedNumbers(interviewed);
const FRAMES = [
  ...FIGURES.map((figure) => ({ figure, rows: rowsOf(figure.id), of: results })),
  ...FIGURES_OF_INTERVIEWS.map((figure) => ({
    ...{ figure, rows: rowsOf(figure.id, interviewed), of: interviewedNumbers },
  })),
].map((one) => ({ id: one.figure.id, ...one }));

describe.each(FRAMES)("the frame of $id", ({ id, figure, rows, of }) => {
  const frame = frameOf(figure, rows, of);
  const all = (selector: string) => [...frame.querySelectorAll(selector)];

  it("has its parts: those that the live figure looks for, and one view each", () => {
    const reset = figure.controls.length > 0 ? ["reset"] : [];
    expect(all("[data-part]").map((e) => e.getAttribute("data-part"))).toEqual([
      ...(figure.controlsBelow ? [] : reset),
      "chart",
      ...(figure.readout === undefined ? [] : ["readout"]),
      ...(figure.controlsBelow ? reset : []),
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
    expect(all(".kinds .key").map((e) => e.className)).toEqual(
      kindsOf(figure, rows).map((kind) => `key ${kind}`),
    );
  });

  it("has no inline style, no script and no id twice", () => {
    expect(all("[style], style, script, [onclick]")).toEqual([]);
    const ids = all("[id]").map((e) => e.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("a control of design effects", () => {
  const placed = FIGURES.filter(({ controls }) =>
    controls.some(({ options }) => options.some(({ deff }) => deff !== undefined)),
  );
  const marked = (figure: AnyFigure) =>
    [...frameOf(figure).querySelectorAll("label.beyond")].map((e) => e.textContent);

  it("says up to where the report’s statements can be true, on every figure that has one", () => {
    expect(placed.map(({ id }) => id)).toEqual([
      "gaps-by-parent-and-contact",
      "driver-questions-by-parent",
      "satisfaction-by-ethnicity",
      "satisfaction-by-age",
      "ethnicity-by-statement",
      "age-by-statement",
      "claims-by-verdict",
    ]);
    const cited = placed.map((figure) => {
      const frame = frameOf(figure);
      const said = frame.querySelector(".ends");
      expect(frame.querySelector('[data-control="interview"]')?.getAttribute("aria-describedby")).toBe(
        said?.id,
      );
      return [...(said?.querySelectorAll("[data-result]") ?? [])].map((e) => e.textContent);
    });
    expect(cited).toEqual([
      ["16.0", "2.1", "3.8"],
      ["2.1", "3.8"],
      ["×5.7", "2.1", "3.8"],
      ["×8.7", "×3.9", "2.1", "3.8"],
      ["×5.7", "2.1", "3.8"],
      ["×8.7", "×3.9", "2.1", "3.8"],
      ["2.1", "3.8"],
    ]);
  });

  it("marks the options beyond an end, and no other", () => {
    for (const figure of placed)
      expect(marked(figure)).toEqual([" a thirdbeyond internet access"].map((t) => t.trim()));
    const [figure] = placed as [AnyFigure];
    const end = { result: "online.critical-design-effect.worst", says: "", beyond: "out" };
    expect(marked({ ...figure, ends: [end] })).toEqual([
      "one, in fullout",
      "two thirdsout",
      "halfout",
      "a thirdout",
    ]);
    expect(marked({ ...figure, ends: [{ ...end, result: "parents.critical-design-effect" }] })).toEqual([]);
  });

  it("names as the first to end what is the first of all that the audit can work out", () => {
    const printed = results.get("online.critical-design-effect")?.value ?? 0;
    const all = checkSignificance(readRaw(join(ROOT, "data-loaders/raw"))).flatMap(
      ({ id, status, because }) => {
        const found = /significant up to a design effect of ([\d.]+)/.exec(because)?.[1];
        return status !== "passed" || found === undefined || id.includes("internet-access")
          ? []
          : [Number(found)];
      },
    );
    expect(all.length).toBeGreaterThan(2);
    for (const other of [
      ...all,
      ...[
        "parents.critical-design-effect",
        "age.largest-design-effect",
        "age.largest-design-effect.shares-interviews",
        "ethnicity.largest-design-effect",
      ].map((id) => results.get(id)?.value ?? 0),
    ])
      expect(printed).toBeLessThan(other);
  });
});

it("a figure can say what a kind means in it", () => {
  const figure = FIGURES.find(({ id }) => id === "interval-coverage") as AnyFigure;
  expect(frameOf(figure).querySelector(".kinds")?.textContent).toBe(
    "Worked out: exact sums, from no printed number",
  );
});

it("a figure of what interviews give has its words for none where there are none, and nothing to switch or to download", () => {
  expect(FIGURES_OF_INTERVIEWS.length).toBeGreaterThan(0);
  for (const figure of FIGURES_OF_INTERVIEWS) {
    const none = frameOf(figure);
    expect([none.tagName, none.id, none.textContent]).toEqual(["P", `figure-${figure.id}`, figure.none]);
    expect(none.textContent).toContain("no interviews");
    expect(none.querySelectorAll("*").length).toBe(0);
    // Rows of which none is to be drawn are as good as none.
    const withheld = rowsOf(figure.id, interviewed).map((row) => ({
      ...row,
      verdict: "too few interviews [c]",
    }));
    expect(frameOf(figure, withheld, interviewedNumbers).tagName).toBe("P");
  }
  for (const figure of FIGURES) expect(isDrawn(figure, rowsOf(figure.id))).toBe(true);
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
