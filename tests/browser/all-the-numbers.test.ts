import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { NumberUse } from "../../data-loaders/tables/number-uses.js";
import { isUnused } from "../../data-loaders/tables/number-uses.js";
import { onPage, tableOf } from "./site.js";

const PAGE = "review/all-the-numbers.html";
const uses = tableOf("number-uses").rows as readonly unknown[] as readonly NumberUse[];
const count = (page: Page) => page.locator('[data-part="count"]').innerText();
const said = (rows: readonly NumberUse[]) => `${rows.length} of ${uses.length} numbers`;

describe("the list of all numbers", () => {
  it("has a row for each number in the text, and counts every other", async () => {
    await onPage(PAGE, { javaScript: false }, async ({ page }) => {
      const found = await page.evaluate(() => ({
        held: document.querySelectorAll('tr[data-held="yes"][id^="value-"]').length,
        lost: [...document.querySelectorAll<HTMLElement>('tr[data-held="no"]')].reduce(
          (sum, row) => sum + Number(row.dataset.count),
          0,
        ),
      }));
      expect(found.held).toBe(uses.filter(({ held }) => held).length);
      expect(found.lost).toBe(uses.filter(({ held }) => !held).length);
    });
  });

  it("is filtered by publication, status and use, together and alone", async () => {
    await onPage(PAGE, {}, async ({ page }) => {
      expect(await count(page)).toBe(said(uses));
      await page.locator('[data-filter="status"]').selectOption("no");
      expect(await count(page)).toBe(said(uses.filter(({ held }) => !held)));
      await page.locator('[data-filter="publication"]').selectOption("options-2016");
      const options = uses.filter(({ held, publication }) => !held && publication === "options-2016");
      expect(await count(page)).toBe(said(options));
      await page.locator('[data-filter="used"]').selectOption("no");
      expect(await count(page)).toBe(said(options.filter(isUnused)));
      expect(await page.locator("details.publication:visible").count()).toBe(1);
    });
  });

  it("shows the unused numbers of the text unfolded, and folds them again", async () => {
    await onPage(PAGE, {}, async ({ page }) => {
      await page.locator('[data-filter="status"]').selectOption("yes");
      await page.locator('[data-filter="used"]').selectOption("no");
      const unused = uses.filter((use) => use.held && isUnused(use));
      expect(unused.length).toBeGreaterThan(0);
      expect(await page.locator("tr[data-held]:visible").count()).toBe(unused.length);
      await page.locator('[data-filter="status"]').selectOption("");
      await page.locator('[data-filter="used"]').selectOption("");
      expect(await page.locator("tr[data-held]:visible").count()).toBe(0);
    });
  });

  it.each([1200, 390])("is searched at %i pixels, and the link holds search and filters", async (width) => {
    await onPage(PAGE, { width }, async ({ page }) => {
      await page.locator('[data-filter="q"]').fill("access internet receiving");
      const row = page.locator("tr[data-held]:visible");
      expect(await row.count()).toBe(1);
      expect(await row.getAttribute("id")).toBe("value-ces-2023-24-internet-access-parent-receiving");
      expect(await row.innerText()).toMatch(/95%[\s\S]*94\.5 to 95\.5[\s\S]*1,179/);
      const address = page.url();
      expect(address).toMatch(/\?v=1&q=access/);
      await page.goto("about:blank");
      await page.goto(address);
      await expect.poll(() => row.count()).toBe(1);
      expect(await page.locator('[data-filter="q"]').inputValue()).toBe("access internet receiving");
    });
  });

  it("opens the folds of the number that a link names", async () => {
    await onPage(`${PAGE}#value-ces-2023-24-satisfied`, {}, async ({ page }) => {
      await expect.poll(() => page.locator("#value-ces-2023-24-satisfied").isVisible()).toBe(true);
    });
  });

  it("leads to the card of a claim that uses a number", async () => {
    await onPage(`${PAGE}?v=1&q=access+internet+receiving`, {}, async ({ page }) => {
      await page.locator("tr[data-held]:visible summary").first().click();
      const link = page.locator("tr[data-held]:visible .uses a").first();
      const text = await link.innerText();
      await link.click();
      await expect.poll(() => page.url()).toMatch(/sentence-by-sentence\.html#claim-/);
      const card = page.locator(new URL(page.url()).hash);
      // A card that is not on the screen yet is not drawn.
      expect(await card.locator(".claim-says").textContent()).toBe(text);
    });
  });
});

it("every pair of measures has an answer with a reason", async () => {
  await onPage(PAGE, { javaScript: false }, async ({ page }) => {
    const rows = tableOf("comparisons").rows;
    expect(await page.locator(".allowed").count()).toBe(rows.length);
    for (const answer of ["yes", "care", "no"])
      expect(await page.locator(`.allowed.${answer}`).count()).toBe(
        rows.filter(({ allowed }) => allowed === answer).length,
      );
  });
});
