import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { ClaimRow } from "../../src/analysis/review/schema.js";
import { closeCallsBehind } from "../../src/analysis/review/what-rests.js";
import { KINDS } from "../../src/model/kind.js";
import { axeProblemsEverywhere } from "./axe.js";
import { built, citedNumbers, FINDING, onPage, readings, sitePages, tableOf } from "./site.js";

const results = new Map(built().results.map((result) => [result.id, result]));
const behind = closeCallsBehind(built().results, tableOf("claims").rows as readonly unknown[] as ClaimRow[]);
const toggle = (page: Page) => page.locator('[data-part="annotate"]');

/** Every cited number of the text as it stands: its id, the kind it is marked as, and where it leads. */
const marked = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("main [data-result]:is(a.num, span)")].map((number) => {
      const next = number instanceof HTMLAnchorElement ? number : (number.closest("a") ?? number);
      const marks = [];
      for (let e = next.nextElementSibling; e?.matches(".number-mark, .would-read"); e = e.nextElementSibling)
        marks.push(e);
      const own = marks.find((mark) => mark.matches(".number-mark:not(.close)"));
      return {
        id: number.dataset.result ?? "",
        kind: number.dataset.annotated ?? null,
        href: (number.matches("a") ? number : own)?.getAttribute("href") ?? null,
        close: marks.find((mark) => mark.matches(".close"))?.getAttribute("href") ?? null,
      };
    }),
  );

describe.each(sitePages())("the annotated view of %s", (path) => {
  it("is off, marks every cited number by its kind when asked for, and leaves the text as it is", async () => {
    await onPage(path, { width: 1200 }, async ({ page, problems }) => {
      const address = page.url();
      const before = await marked(page);
      const text = await page.locator("main").evaluate((main) => main.textContent);
      expect(before.every(({ kind, close }) => kind === null && close === null)).toBe(true);
      expect(await toggle(page).getAttribute("aria-pressed")).toBe("false");

      await toggle(page).focus();
      await page.keyboard.press("Enter");
      expect(await toggle(page).getAttribute("aria-pressed")).toBe("true");
      const after = await marked(page);
      for (const { id, kind, href, close } of after) {
        const result = results.get(id);
        expect(kind, id).toBe(result?.kind);
        expect(href, id).toMatch(
          result?.madeBy === "as printed"
            ? new RegExp(`all-the-numbers\\.html#value-${id.replaceAll(".", "-")}$`)
            : new RegExp(`^#number-${id.replaceAll(".", "-")}$`),
        );
        expect(close !== null, `${id} has a close call about it`).toBe(behind.has(id));
      }
      const says = await page.locator(".annotate-key").innerText();
      if (after.length === 0) expect(says).toBe("This page cites no number.");
      for (const kind of KINDS) {
        const count = after.filter((number) => number.kind === kind).length;
        const shown = page.locator(`.annotate-key [data-kind="${kind}"]`);
        if (count === 0) expect(await shown.count()).toBe(0);
        else expect(await shown.innerText()).toMatch(new RegExp(`: ${count}$`));
      }
      expect(page.url()).toBe(address);

      await page.keyboard.press("Space");
      expect(await marked(page)).toEqual(before);
      expect(await page.locator("main").evaluate((main) => main.textContent)).toBe(text);
      expect(problems).toEqual([]);
    });
  });
});

it("the choice is kept from page to page until the window is closed, and is not in the link", async () => {
  await onPage(FINDING, {}, async ({ page }) => {
    await toggle(page).click();
    await page.goto(new URL("../index.html", page.url()).href);
    await expect.poll(() => toggle(page).getAttribute("aria-pressed")).toBe("true");
    expect(await page.locator("[data-annotated]").count()).toBeGreaterThan(0);
    await toggle(page).click();
    await page.reload();
    await expect.poll(() => toggle(page).getAttribute("aria-pressed")).toBe("false");
  });
  await onPage("index.html", {}, async ({ page }) => {
    expect(await toggle(page).getAttribute("aria-pressed")).toBe("false");
  });
});

it("a number with one close call leads to its card, one with several to its row, which names them", async () => {
  await onPage(FINDING, {}, async ({ page }) => {
    await toggle(page).click();
    const numbers = (await marked(page)).filter(({ close }) => close !== null);
    expect(numbers.length).toBeGreaterThan(3);
    for (const { id, close } of numbers) {
      const calls = behind.get(id) ?? [];
      if (calls.length === 1) expect(close, id).toMatch(/sentence-by-sentence\.html#claim-/);
      else expect(close, id).toBe(`#number-${id.replaceAll(".", "-")}`);
    }
    const several = numbers.find(({ close }) => close?.startsWith("#"));
    await page.locator(`.number-mark.close[href="${several?.close}"]`).first().click();
    await expect.poll(() => page.locator(several?.close ?? "").isVisible()).toBe(true);
  });
});

it("what assumptions change is marked with it on as with it off, whichever comes first", async () => {
  const age = "findings/age-and-ethnicity.html";
  await onPage(`${age}?v=1&silence=yes`, {}, async ({ page }) => {
    const off = await readings(page);
    expect(off.length).toBeGreaterThan(0);
    const cited = await citedNumbers(page);
    await toggle(page).click();
    expect(await readings(page)).toEqual(off);
    expect((await citedNumbers(page)).map(({ text }) => text)).toEqual(cited.map(({ text }) => text));
    await page.locator('[data-part="reset-all"]').click();
    expect(await readings(page)).toEqual([]);
    expect(await page.locator(".would-read").count()).toBe(0);
  });
  await onPage(age, {}, async ({ page }) => {
    await toggle(page).click();
    await page.goto(`${page.url().replace(/[?#].*$/, "")}?v=1&silence=yes`);
    await expect.poll(() => page.locator(".num.changed").count()).toBeGreaterThan(0);
    expect(await page.locator(".would-read").count()).toBe(await page.locator(".num.changed").count());
  });
});

it("a figure that is drawn again keeps its marks", async () => {
  await onPage(FINDING, {}, async ({ page }) => {
    await toggle(page).click();
    await page.evaluate(() => {
      const title = document.querySelector(".figure-title:has(.num)");
      title?.replaceWith(Object.assign(title.cloneNode(true), { id: "again" }));
      const number = document.querySelector<HTMLElement>("#again .num");
      delete number?.dataset.annotated;
    });
    await expect
      .poll(() => page.locator("#again .num").first().getAttribute("data-annotated"))
      .toBe("calculated");
  });
});

it("without scripts there is no such control", async () => {
  await onPage(FINDING, { javaScript: false }, async ({ page }) => {
    expect(await toggle(page).count()).toBe(0);
  });
});

it.each([FINDING, "review/all-the-numbers.html", "index.html"])(
  "axe finds nothing on %s with it on, in light and dark",
  async (path) => {
    await onPage(path, { width: 1200 }, async ({ page }) => {
      await toggle(page).click();
      expect(await axeProblemsEverywhere(page)).toEqual([]);
    });
  },
);
