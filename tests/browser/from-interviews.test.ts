import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { FIGURES_OF_INTERVIEWS } from "../../tools/site/figures.js";
import { onPage, tableOf } from "./site.js";

const PAGE = "review/from-interviews.html";

it.each([true, false])(
  "a build without interviews says so in place of the chart, scripts on: %s",
  async (javaScript) => {
    await onPage(PAGE, { javaScript }, async ({ page, problems }) => {
      for (const { id, none } of FIGURES_OF_INTERVIEWS) {
        const place = page.locator(`#figure-${id}`);
        expect(await place.innerText()).toBe(none);
        expect(await page.locator(`[data-figure="${id}"], #figure-${id} svg`).count()).toBe(0);
      }
      expect(await page.locator('[data-part="no-interviews"]').innerText()).toBe(
        "This build had no interviews.",
      );
      expect(await page.locator('[data-part="rules"]').innerText()).toContain(
        "Fewer than 10 interviews are not shown",
      );
      if (javaScript) expect(problems).toEqual([]);
    });
  },
);

it("has the columns of the chart to download, without rows, and no picture of nothing", () => {
  for (const { id } of FIGURES_OF_INTERVIEWS) {
    expect(tableOf(id).rows).toEqual([]);
    const has = (extension: string) => existsSync(join(inject("site").dist, `downloads/${id}.${extension}`));
    expect(["csv", "arrow", "svg", "png"].map(has)).toEqual([true, true, false, false]);
  }
});

it("leads from the codebooks to what interviews can do, and back", async () => {
  await onPage("methods/codebooks.html", {}, async ({ page }) => {
    await page.locator("main a", { hasText: "From interviews" }).click();
    await page.waitForURL(/from-interviews/);
    await page.locator("main a", { hasText: /^codebook$/ }).click();
    await page.waitForURL(/methods\/codebooks/);
  });
});
