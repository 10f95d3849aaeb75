import { describe, expect, it } from "vitest";
import { FINDING, onPage, placedFigures } from "./site.js";

const FIGURES = placedFigures().filter(({ path }) => path === FINDING);

describe.each([1200, 390])("without scripts, at %i pixels, the finding", (width) => {
  const reading = (use: Parameters<typeof onPage>[2]) => onPage(FINDING, { javaScript: false, width }, use);

  it("shows its charts and tables", async () => {
    await reading(async ({ page }) => {
      for (const { id } of FIGURES) {
        expect(await page.locator(`#figure-${id} .view-chart svg:visible`).count(), id).toBe(1);
        expect(await page.locator(`#figure-${id} table:visible`).count(), id).toBe(1);
      }
      const first = page.locator(".figure").first();
      const texts = await first.locator(".view-chart svg:visible text").allTextContents();
      expect(texts).toContain("Receiving Parents");
      expect(texts.some((text) => /^47\b/.test(text))).toBe(true);
      expect(await first.locator("table").innerText()).toContain("1,152");
    });
  });

  it("has its numbers in the prose", async () => {
    await reading(async ({ page }) => {
      const prose = await page.locator("main > p").allInnerTexts();
      for (const number of ["39%", "16 points", "×16", "13.0 points", "12.0 to 20.0 points"])
        expect(prose.join("\n")).toContain(number);
    });
  });

  it("has the calculation and the downloads, and no control that does nothing", async () => {
    await reading(async ({ page }) => {
      expect(await page.locator(".view-how:visible").count()).toBe(FIGURES.length);
      expect(await page.locator(".view-download a:visible").count()).toBe(4 * FIGURES.length);
      expect(await page.locator("input:visible, button:visible").count()).toBe(0);
      expect(await page.locator("input, button").count()).toBeGreaterThan(0);
    });
  });
});
