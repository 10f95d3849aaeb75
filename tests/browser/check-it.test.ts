import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { parse } from "yaml";
import { dataHash } from "../../data-loaders/tables/data-hash.js";
import { DRAWN, draw, FIRST_SEED } from "../../src/analysis/review/draw.js";
import { markName } from "../../src/analysis/review/marks.js";
import { built, onPage, RAW, tableOf } from "./site.js";

const PAGE = "review/check-it.html";
const pool = built()
  .results.filter(({ kind }) => kind === "published")
  .map(({ id }) => id)
  .sort();
const close = tableOf("claims").rows.filter((row) => row.close === true);

const shown = (page: Page) =>
  page
    .locator('[data-marked="value"]:visible')
    .evaluateAll((all) => all.map((element) => (element as HTMLElement).dataset.id ?? ""));
const live = (page: Page) => page.locator('[data-part="drawn"][data-live="yes"]').waitFor();
const answer = (page: Page, id: string, code: string) =>
  page.locator(`[data-id="${id}"] input[value="${code}"]`);
const certificate = async (page: Page) =>
  parse((await page.locator('[data-part="certificate"]').textContent()) ?? "");

describe("the draw", () => {
  it("shows the values of the first seed without scripts, and no controls", async () => {
    await onPage(PAGE, { javaScript: false }, async ({ page }) => {
      expect(await shown(page)).toEqual(draw(pool, FIRST_SEED));
      expect(await page.locator(".needs-script:visible").count()).toBe(0);
    });
  });

  it("follows the seed that a reviewer types, and the link holds it", async () => {
    await onPage(PAGE, {}, async ({ page, problems }) => {
      await live(page);
      expect(await shown(page)).toEqual(draw(pool, FIRST_SEED));
      await page.locator('[data-text="seed"]').fill("rain on Tuesday");
      const drawn = draw(pool, "rain on Tuesday");
      expect(drawn.length).toBe(DRAWN);
      expect(await shown(page)).toEqual(drawn);
      await answer(page, drawn[3] ?? "", "found").check();
      await answer(page, drawn[4] ?? "", "not").check();
      // A load that a reload cuts off is no fault of the page.
      await page.waitForLoadState("networkidle");
      await page.reload();
      await live(page);
      expect(await shown(page)).toEqual(drawn);
      expect(await answer(page, drawn[3] ?? "", "found").isChecked()).toBe(true);
      expect(await answer(page, drawn[4] ?? "", "not").isChecked()).toBe(true);
      await answer(page, drawn[4] ?? "", "not").uncheck();
      expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
        v: "1",
        seed: "rain on Tuesday",
        [markName("value", drawn[3] ?? "")]: "found",
      });
      expect(problems).toEqual([]);
    });
  });
});

describe("the certificate", () => {
  it("lists all as not checked until something is marked, and then what was answered", async () => {
    await onPage(PAGE, {}, async ({ page, problems }) => {
      await live(page);
      const first = await certificate(page);
      expect(first.versions.data).toBe(dataHash(RAW).slice(0, 12));
      expect(first.summary.values).toEqual({ "not checked": DRAWN });
      expect(first.summary.close_calls).toEqual({ "not checked": close.length });
      expect(first.duration_minutes).toBe("not recorded");

      const [one, two] = close.map(({ id }) => String(id));
      await answer(page, one ?? "", "disagree").check();
      await answer(page, two ?? "", "could-not").check();
      await answer(page, "r", "could-not").check();
      await page.locator('[data-text="reviewer"]').fill("A Reviewer");
      await page.locator('[data-part="start"]').click();
      await page.locator('[data-part="stop"]').click();
      const second = await certificate(page);
      expect(second.codechecker).toEqual([{ name: "A Reviewer" }]);
      expect(second.summary.close_calls).toEqual({
        disagree: 1,
        "could not check": 1,
        "not checked": close.length - 2,
      });
      expect(second.steps.find(({ id }: { id: string }) => id === "r").outcome).toBe("could not");
      expect([0, 1]).toContain(second.duration_minutes);

      // The link gives the same certificate.
      await page.reload();
      await live(page);
      expect(await certificate(page)).toEqual(second);
      await answer(page, one ?? "", "").check();
      expect((await certificate(page)).summary.close_calls.disagree).toBe(undefined);
      expect(problems).toEqual([]);
    });
  });

  it("can be copied", async () => {
    await onPage(PAGE, {}, async ({ page }) => {
      await live(page);
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.locator('[data-part="copy-certificate"]').click();
      await page.locator('[data-part="copied"]:has-text("Copied.")').waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(parse(copied)).toEqual(await certificate(page));
    });
  });
});

it("the package is where the page says, and the two pages link to each other", async () => {
  await onPage(PAGE, {}, async ({ page }) => {
    const href = await page
      .locator('a[download="review.zip"]')
      .evaluate((a) => (a as HTMLAnchorElement).href);
    expect(href).toBe(new URL("downloads/review.zip", inject("site").url).href);
    expect((await fetch(href)).headers.get("content-length")).not.toBe("0");
    expect(await page.locator('main a[href*="sentence-by-sentence"]').count()).toBeGreaterThan(close.length);
  });
  await onPage("review/sentence-by-sentence.html", { javaScript: false }, async ({ page }) => {
    expect(await page.locator('main a[href*="check-it"]').count()).toBe(1);
  });
});
