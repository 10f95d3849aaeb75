import { describe, expect, it } from "vitest";
import { labelsOutside, overflow } from "./overflow.js";
import {
  FINDING,
  onPage,
  type PlacedFigure,
  placedFigures,
  shownByDefault,
  showView,
  sitePages,
} from "./site.js";

const PAGES = sitePages();

it("the site has its pages", () => {
  expect(PAGES).toContain("index.html");
  expect(PAGES).toContain(FINDING);
  expect(PAGES.length).toBeGreaterThanOrEqual(8);
});

describe.each(PAGES)("%s", (path) => {
  it.each([1200, 390])("loads whole at %i pixels", async (width) => {
    await onPage(path, { width }, async ({ page, problems }) => {
      await page.waitForLoadState("networkidle");
      expect(problems).toEqual([]);
      expect(await page.locator("h1").count()).toBe(1);
      expect(await page.locator("h1").innerText()).not.toBe("");
      expect(await page.locator(".observablehq--error, .unknown, .figure-note, .problems").count()).toBe(0);
      expect(await page.locator("main").innerText()).not.toMatch(/\{\{|undefined|NaN|\[object/);
    });
  });

  it("is no wider than a phone of 390, 360 or 320 pixels", async () => {
    await onPage(path, { width: 390 }, async ({ page }) => {
      for (const width of [390, 360, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate(() => {
          for (const details of document.querySelectorAll("details")) details.open = true;
        });
        expect(await page.evaluate(overflow), `${width} pixels`).toEqual([]);
      }
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

  it.each([1200, 390, 320])("are drawn with a mark and labels for each row at %i pixels", async (width) => {
    await onPage(path, { width }, async ({ page }) => {
      expect(await page.locator(".figure").count()).toBe(figures.length);
      for (const figure of figures) {
        const { id } = figure;
        const rows = drawnApart(figure);
        expect(rows.length).toBeGreaterThan(0);
        const svg = page.locator(`#figure-${id} .view-chart svg:visible`);
        expect(await svg.count(), id).toBe(1);
        // Each row has its label; those of a grid of many have their numbers in the table.
        const labels = rows.length > 10 ? rows.length : 2 * rows.length;
        expect(await svg.locator("text").count(), id).toBeGreaterThanOrEqual(labels);
        expect(await svg.locator("circle, rect").count(), id).toBeGreaterThanOrEqual(rows.length);
        const { width: drawn } = (await svg.boundingBox()) ?? { width: 0 };
        expect(drawn, id).toBeGreaterThan(0.85 * Math.min(width - 48, 680));
      }
    });
  });

  it("stay inside a phone of 320 pixels whatever is shown", async () => {
    await onPage(path, { width: 320 }, async ({ page }) => {
      for (const view of ["table", "how", "download", "link"]) {
        for (const { id } of figures) await showView(page, id, view);
        expect(await page.evaluate(overflow), view).toEqual([]);
      }
    });
  });

  it("keep their labels inside the window at every width", async () => {
    await onPage(path, { width: 1200 }, async ({ page }) => {
      for (const width of [1200, 700, 390, 360, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await expect.poll(() => page.evaluate(labelsOutside), { message: `${width} pixels` }).toEqual([]);
      }
    });
  });
});
