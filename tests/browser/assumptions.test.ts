import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeProblemsEverywhere } from "./axe.js";
import { barText, citedNumbers, FINDING, onPage, readings } from "./site.js";

const FEE = "findings/fee-impact.html";
const AGE = "findings/age-and-ethnicity.html";
const CLOSURE = "findings/case-closure.html";
const INTERVALS = "methods/intervals.html";

/** A link with a state for each page of findings, and what the bar says of it: counted by hand in the page. */
const LINKS = [
  { path: FEE, query: "?v=1&around=two", assumptions: 1, sentences: 17 },
  { path: FEE, query: "?v=1&falling=november&around=five", assumptions: 2, sentences: 17 },
  { path: AGE, query: "?v=1&interview=third&silence=yes&older=together", assumptions: 3, sentences: 31 },
  { path: AGE, query: "?v=1&silence=yes", assumptions: 1, sentences: 27 },
  { path: CLOSURE, query: "?v=1&n=60&gap=10&reading=percent", assumptions: 3, sentences: 13 },
  { path: CLOSURE, query: "?v=1&gap=0", assumptions: 1, sentences: 5 },
  { path: FINDING, query: "?v=1&interview=half&ahead=yes", assumptions: 2, sentences: 3 },
].map((link) => ({ ...link, name: `${link.path}${link.query}` }));

const said = (assumptions: number, sentences: number) =>
  `You changed ${assumptions} assumption${assumptions === 1 ? "" : "s"}; ${sentences} sentence${sentences === 1 ? "" : "s"} would now read differently`;
const choose = (page: Page, control: string, code: string) =>
  page.locator(`[data-control="${control}"] label:has(input[value="${code}"])`).first().click();
const next = (page: Page) => page.locator('[data-part="next"]');
const reset = (page: Page) => page.locator('[data-part="reset-all"]');
const shown = async (page: Page) =>
  (await page.locator(".sentence.shown").allInnerTexts()).join("").replace(/\s+/g, " ");
const marked = (page: Page) => page.locator(".sentence.differs:visible").count();

describe.each(LINKS)("$name", ({ path, query, assumptions, sentences }) => {
  it("is counted at load, keeps its numbers, and is whole again after a reset", async () => {
    let usual: unknown;
    await onPage(path, {}, async ({ page }) => {
      expect(await barText(page)).toBe(null);
      expect(await readings(page)).toEqual([]);
      usual = await citedNumbers(page);
    });
    await onPage(`${path}${query}`, {}, async ({ page, problems }) => {
      expect(await barText(page)).toBe(said(assumptions, sentences));
      expect(await citedNumbers(page)).toEqual(usual);
      expect(await marked(page)).toBe(sentences);
      for (const { text, would } of await readings(page)) expect(would).not.toBe(text);
      await reset(page).click();
      expect(await barText(page)).toBe(null);
      expect(await readings(page)).toEqual([]);
      expect(await page.locator(".differs, .would-read, .shown").count()).toBe(0);
      expect(new URL(page.url()).search).toBe("");
      expect(problems).toEqual([]);
    });
  });
});

describe("the bar", () => {
  it("follows each control on the fee's page, in one and in many", async () => {
    await onPage(FEE, {}, async ({ page }) => {
      await choose(page, "around", "two");
      expect(await barText(page)).toBe(said(1, 17));
      expect(await readings(page)).toContainEqual({
        id: "fee.fall.most",
        text: "42.5 points",
        would: "42 points",
      });
      await choose(page, "falling", "november");
      expect(await barText(page)).toBe(said(2, 17));
      // By hand: 12 × 60.5 in all, seven at 62, two at 100, a third of the rest 30.67; less 62.
      expect(await readings(page)).toContainEqual({
        id: "fee.change.same",
        text: "−30.5 to 16 points",
        would: "−31.4 to 14 points",
      });
      await choose(page, "around", "recorded");
      await choose(page, "falling", "august");
      expect(await barText(page)).toBe(null);
    });
  });

  it("says that no sentence would read differently where none would, and has nothing to show", async () => {
    await onPage(`${INTERVALS}?v=1&truth=50`, {}, async ({ page }) => {
      expect(await barText(page)).toBe("You changed 1 assumption; no sentence would now read differently");
      expect(await next(page).isVisible()).toBe(false);
      await reset(page).click();
      expect(await barText(page)).toBe(null);
    });
  });

  it("counts neither new made-up data nor what is only looked at", async () => {
    await onPage(`${CLOSURE}?v=1&draw=5&round=3&guess=2`, {}, async ({ page }) => {
      expect(await barText(page)).toBe(null);
      await choose(page, "n", "60");
      expect(await barText(page)).toMatch(/^You changed 1 assumption; /);
    });
    await onPage(`${FEE}?v=1&history=flattest`, {}, async ({ page }) => {
      expect(await barText(page)).toBe(null);
    });
  });

  it("counts what a figure shows once it is opened", async () => {
    await onPage(`${AGE}?v=1&interview=half`, {}, async ({ page }) => {
      const count = async () => Number(/; (\d+) sentences/.exec((await barText(page)) ?? "")?.[1]);
      const before = await count();
      await page.locator('#figure-flattest-and-steepest-ages .views label:has(input[value="how"])').click();
      expect(await count()).toBe(before + 1);
      await page.locator('#figure-flattest-and-steepest-ages .views label:has(input[value="chart"])').click();
      expect(await count()).toBe(before);
    });
  });

  it("shows the sentences in turn by the keyboard alone, says each, and begins anew after the last", async () => {
    await onPage(`${FINDING}?v=1&interview=half&ahead=yes`, { height: 600 }, async ({ page }) => {
      await next(page).focus();
      const places: string[] = [];
      const heard: string[] = [];
      for (let i = 0; i < 4; i++) {
        await page.keyboard.press("Enter");
        const sentence = page.locator(".sentence.shown");
        expect(await sentence.count()).toBe(1);
        places.push(await shown(page));
        const { top, bottom, bar } = await page.evaluate(() => {
          const box = document.querySelector(".sentence.shown")?.getBoundingClientRect();
          const bar = document.querySelector(".assumptions")?.getBoundingClientRect();
          return { top: box?.top ?? -1, bottom: box?.bottom ?? 0, bar: bar?.top ?? 0 };
        });
        expect(top).toBeGreaterThan(0);
        expect(bottom).toBeLessThan(bar);
        const where = (await page.locator('.assumptions .where[role="status"]').textContent()) ?? "";
        expect(where).toMatch(new RegExp(`^${(i % 3) + 1} of 3: `));
        heard.push(where);
      }
      expect(heard[0]).toContain("10.3 to 21.7 points");
      expect(places[0]).toContain("12.0 to 20.0 points");
      const cells = heard.findIndex((where) => where.includes("52.5 to 69.8%"));
      expect(places[cells]).toContain("31.1 to 98.1%");
      expect(new Set(places).size).toBe(3);
      expect(places[3]).toBe(places[0]);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      expect(await barText(page)).toBe(null);
      // The focus is not lost with the bar.
      expect(await page.evaluate(() => document.activeElement?.getAttribute("data-result"))).toBe(
        "parents.gap.interval",
      );
    });
  });

  it("covers nothing that has the focus", async () => {
    await onPage(`${FEE}?v=1&falling=november`, { width: 390, height: 700 }, async ({ page }) => {
      const covered = new Set<string>();
      for (let i = 0; i < 90; i++) {
        await page.keyboard.press("Tab");
        const found = await page.evaluate(() => {
          const element = document.activeElement;
          const bar = document.querySelector(".assumptions");
          if (!element || element === document.body || !bar || bar.contains(element)) return null;
          const [own, other] = [element.getBoundingClientRect(), bar.getBoundingClientRect()];
          const overlaps = own.bottom > other.top + 1 && own.top < other.bottom - 1;
          return overlaps ? element.outerHTML.slice(0, 120) : null;
        });
        if (found !== null) covered.add(found);
      }
      expect([...covered]).toEqual([]);
    });
  });

  it("is small, and lies at the bottom of the window wherever the page is", async () => {
    for (const width of [1200, 390])
      await onPage(`${AGE}?v=1&interview=half`, { width, height: 800 }, async ({ page }) => {
        for (const share of [0, 0.5]) {
          await page.evaluate((s) => scrollTo(0, s * document.documentElement.scrollHeight), share);
          const box = await page.locator(".assumptions").boundingBox();
          expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(800, 0);
          expect(box?.height).toBeLessThan(130);
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      });
  });

  it("says to screen readers what the eye sees by its arrow", async () => {
    await onPage(`${FINDING}?v=1&interview=half`, {}, async ({ page }) => {
      const note = page.locator(".would-read").first();
      expect((await note.textContent())?.replace(/\s+/g, " ")).toBe(
        " (with what you chose: → 10.3 to 21.7 points)",
      );
      expect(await note.locator('[aria-hidden="true"]').textContent()).toMatch(/^\s→\s$/);
    });
  });
});

describe("axe finds nothing at the bar and the marks, in light and dark, on a desk and on a phone", () => {
  it.each(LINKS)("$name", async ({ path, query }) => {
    await onPage(`${path}${query}`, { width: 1200 }, async ({ page }) => {
      await next(page).click();
      expect(await axeProblemsEverywhere(page)).toEqual([]);
    });
  });
});
