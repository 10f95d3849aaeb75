import { describe, expect, it } from "vitest";
import { FINDING, onPage } from "./site.js";

describe("a number in the prose", () => {
  it.each([true, false])("leads to its row in the folded list, with scripts: %s", async (javaScript) => {
    await onPage(FINDING, { javaScript }, async ({ page }) => {
      const row = page.locator("#number-parents-gap");
      expect(await row.isVisible()).toBe(false);
      await page.locator('main > p [data-result="parents.gap"]').first().click();
      await expect.poll(() => row.isVisible()).toBe(true);
      await expect
        .poll(async () => {
          const box = await row.boundingBox();
          return box !== null && box.y >= 0 && box.y + box.height <= 800;
        })
        .toBe(true);
      expect(new URL(page.url()).hash).toBe("#number-parents-gap");
      expect(await row.locator("th").innerText()).toMatch(/^16 points/);
    });
  });

  it("opens the list when a link from elsewhere leads to its row", async () => {
    await onPage(`${FINDING}#number-parents-gap`, {}, async ({ page }) => {
      await expect.poll(() => page.locator("#number-parents-gap").isVisible()).toBe(true);
    });
  });
});
