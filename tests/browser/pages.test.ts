import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { type OpenPage, openPage } from "./browser.js";
import { labelsOutside, overflow } from "./overflow.js";
import {
  allLive,
  FINDING,
  onPage,
  type PlacedFigure,
  placedFigures,
  shownByDefault,
  showView,
  sitePages,
} from "./site.js";

const PAGES = sitePages();

const pages = new Map<string, Promise<{ status: number; anchors: Set<string> }>>();

/** The status of an address of the site, and the anchors that its page has. */
function visit(address: string): Promise<{ status: number; anchors: Set<string> }> {
  let found = pages.get(address);
  if (found === undefined) {
    found = fetch(address).then(async (response) => ({
      status: response.status,
      anchors: new Set(
        [...(await response.text()).matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? ""),
      ),
    }));
    pages.set(address, found);
  }
  return found;
}

it("the site has its pages", () => {
  expect(PAGES).toContain("index.html");
  expect(PAGES).toContain(FINDING);
  expect(PAGES.length).toBeGreaterThanOrEqual(8);
});

/** Holds that a page came whole: everything it asked for, one title, and no sign of an error in its text. */
async function expectWhole({ page, problems }: OpenPage): Promise<void> {
  expect(problems).toEqual([]);
  expect(await page.locator("h1").count()).toBe(1);
  expect(await page.locator("h1").innerText()).not.toBe("");
  expect(await page.locator(".observablehq--error, .unknown, .figure-note, .problems").count()).toBe(0);
  expect(await page.locator("main").innerText()).not.toMatch(/\{\{|undefined|NaN|\[object/);
}

/** The text outside of figures and folded lists. */
const words = async ({ page }: OpenPage) =>
  (await page.locator("main > :is(h1, h2, p, aside, .note, ul, dl)").allInnerTexts()).map((text) =>
    text.replace(/\s+/g, " "),
  );

describe.each(PAGES)("%s", (path) => {
  // The tests of this load only read.
  let opened: OpenPage;
  beforeAll(async () => {
    opened = await openPage(path, { width: 1200 });
    await allLive(opened.page);
  });
  afterAll(() => opened.close());

  it("loads whole on a desk", async () => {
    await opened.page.waitForLoadState("networkidle");
    await expectWhole(opened);
  });

  it("has links that lead somewhere", async () => {
    const links = await opened.page.evaluate(() => [...document.querySelectorAll("a")].map((a) => a.href));
    expect(links.length).toBeGreaterThan(3);
    const inside = links.filter((href) => href.startsWith(new URL(inject("site").url).origin));
    const broken: string[] = [];
    for (const href of new Set(inside)) {
      const url = new URL(href);
      const anchor = decodeURIComponent(url.hash.slice(1));
      url.hash = "";
      const { status, anchors } = await visit(url.href);
      if (status !== 200 || (anchor !== "" && !anchors.has(anchor))) broken.push(href);
      if (!href.startsWith(inject("site").url)) broken.push(`${href} leaves the folder`);
    }
    expect(broken).toEqual([]);
    // No link is empty: each says where it leads.
    expect(links.filter((href) => href === "")).toEqual([]);
  });

  it("has a row for each number that it cites, and no others", async () => {
    const { cited, listed } = await opened.page.evaluate(() => ({
      cited: [...document.querySelectorAll<HTMLElement>("main [data-result]")].map((e) =>
        `number-${e.dataset.result ?? ""}`.replaceAll(".", "-"),
      ),
      listed: [...document.querySelectorAll("tr[id^=number-]")].map((e) => e.id),
    }));
    if (cited.length > 0) expect(new Set(listed)).toEqual(new Set(cited));
    expect(new Set(listed).size).toBe(listed.length);
  });

  it("has the same text without scripts, and no bar and no marks, whatever its link says", async () => {
    const link = `${path}?v=1&interview=half&falling=november&n=60`;
    await onPage(link, { javaScript: false, width: 1200 }, async (still) => {
      expect(await still.page.locator(".assumptions, .differs, .would-read").count()).toBe(0);
      const without = await words(still);
      expect(without.join(" ").length).toBeGreaterThan(300);
      expect(without).toEqual(await words(opened));
    });
  });

  it("loads whole on a phone, and is no wider than one of 390, 360 or 320 pixels", async () => {
    await onPage(path, { width: 390 }, async (phone) => {
      const { page } = phone;
      for (const width of [390, 360, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate(() => {
          for (const details of document.querySelectorAll("details")) details.open = true;
        });
        await expect.poll(() => page.evaluate(overflow), { message: `${width} pixels` }).toEqual([]);
      }
      await expectWhole(phone);
    });
  });
});

/** Figures that draw the rows of one first column as one mark: the spread of a survey's weights. */
const SUMMARISED = new Set(["spread-of-weights"]);

/** The rows that a figure shows by default, one for each mark. */
function drawnApart(placed: PlacedFigure) {
  const rows = shownByDefault(placed);
  if (!SUMMARISED.has(placed.id)) return rows;
  const seeds = new Map(rows.map((row) => [row.seed, row]));
  return [...seeds.values()];
}

const FIGURE_PAGES = [...new Set(placedFigures().map(({ path }) => path))];

describe.each(FIGURE_PAGES)("the figures of %s", (path) => {
  const figures = placedFigures().filter((figure) => figure.path === path);

  /** Holds that each row has its mark and its labels, at the width of the window. */
  async function expectDrawn(page: Page, width: number): Promise<void> {
    expect(await page.locator(".figure").count()).toBe(figures.length);
    for (const figure of figures) {
      const { id } = figure;
      const rows = drawnApart(figure);
      expect(rows.length).toBeGreaterThan(0);
      const svg = page.locator(`#figure-${id} .view-chart svg:visible`);
      // Each row has its label; those of a grid of many have their numbers in the table.
      const labels = rows.length > 10 ? rows.length : 2 * rows.length;
      // A chart is drawn anew after the window has changed.
      await vi.waitFor(async () => {
        expect(await svg.count(), id).toBe(1);
        expect(await svg.locator("text").count(), id).toBeGreaterThanOrEqual(labels);
        expect(await svg.locator("circle, rect").count(), id).toBeGreaterThanOrEqual(rows.length);
        const { width: drawn } = (await svg.boundingBox()) ?? { width: 0 };
        expect(drawn, id).toBeGreaterThan(0.85 * Math.min(width - 48, 680));
      }, 60_000);
    }
  }

  it("have a mark and labels for each row, inside the window at every width", async () => {
    await onPage(path, { width: 1200 }, async ({ page }) => {
      for (const width of [1200, 700, 390, 360, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await expect.poll(() => page.evaluate(labelsOutside), { message: `${width} pixels` }).toEqual([]);
        await expectDrawn(page, width);
      }
    });
  });

  it("are drawn on a phone of 320 pixels, and stay inside it whatever is shown", async () => {
    await onPage(path, { width: 320 }, async ({ page }) => {
      await expectDrawn(page, 320);
      for (const view of ["table", "how", "download", "link"]) {
        for (const { id } of figures) await showView(page, id, view);
        expect(await page.evaluate(overflow), view).toEqual([]);
      }
    });
  });
});
