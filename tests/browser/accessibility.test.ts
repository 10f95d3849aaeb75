import { describe, expect, it } from "vitest";
import { axeProblems, axeProblemsEverywhere } from "./axe.js";
import { onPage, placedFigures, showView, sitePages } from "./site.js";

const FULL = process.env.FULL === "1";

describe("axe finds nothing, in light and dark, on a desk and on a phone", () => {
  it.each(sitePages())("on %s with its lists opened", async (path) => {
    await onPage(path, { width: 1200 }, async ({ page }) => {
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      expect(await axeProblemsEverywhere(page)).toEqual([]);
    });
  });

  const views = ["table", "how", "download", "link"];
  const paths = [...new Set(placedFigures().map(({ path }) => path))];

  it.each(views)("in the %s of figures", async (view) => {
    // Frames are alike on every page: each view on every fourth page, all with FULL=1.
    const chosen = paths.filter((_, i) => FULL || i % views.length === views.indexOf(view));
    for (const path of chosen) {
      await onPage(path, { width: 1200 }, async ({ page }) => {
        for (const figure of placedFigures()) {
          if (figure.path === path) await showView(page, figure.id, view);
        }
        await page.evaluate(() => {
          for (const details of document.querySelectorAll<HTMLDetailsElement>(".figure details"))
            details.open = true;
        });
        expect(await axeProblemsEverywhere(page, ".figure")).toEqual([]);
      });
    }
  });

  it("but finds what was planted", async () => {
    await onPage("index.html", {}, async ({ page }) => {
      await page.evaluate(() => {
        document.querySelector("main")?.append(document.createElement("img"));
      });
      expect((await axeProblems(page)).join()).toMatch(/image-alt/);
    });
  });
});
