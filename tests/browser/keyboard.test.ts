import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { FINDING, onPage, showView, sitePages } from "./site.js";

/** Numbers everything that Tab should reach: what is visible and can have the focus, one of each group of radio buttons. */
const markStops = () => {
  const all = [
    ...document.querySelectorAll<HTMLElement>('a[href], button, input, summary, select, [tabindex="0"]'),
  ].filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    // What is folded away has a size and cannot be reached.
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    const unchecked = element instanceof HTMLInputElement && element.type === "radio" && !element.checked;
    return width > 0 && height > 0 && !unchecked;
  });
  for (const [index, element] of all.entries()) element.dataset.stop = String(index);
  return all.map((element) => element.outerHTML.slice(0, 140));
};

/** What has the focus: its number, and whether a reader sees that it has it. */
const focused = () => {
  const element = document.activeElement as HTMLElement | null;
  if (element === null || element === document.body) return null;
  const shown = (e: Element | null) => {
    if (e === null) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(e);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  };
  // Radio buttons are laid over their labels, unseen: the label shows the focus.
  const seen = getComputedStyle(element).opacity === "0" ? element.nextElementSibling : element;
  const box = element.getBoundingClientRect();
  return {
    stop: element.dataset.stop ?? null,
    outline: shown(seen),
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    name: element.outerHTML.slice(0, 140),
  };
};

/** Presses Tab from the top to the end of the page: what was reached, and what had the focus without showing it. */
async function tabThrough(page: Page): Promise<{ missed: string[]; unseen: string[] }> {
  const stops = await page.evaluate(markStops);
  const reached = new Set<string>();
  const unseen: string[] = [];
  for (let i = 0; i < stops.length + 40; i++) {
    await page.keyboard.press("Tab");
    let found = await page.evaluate(focused);
    if (found === null) break;
    if (!found.outline || !found.inView) {
      // A card is laid out as it comes on screen, which moves what is below it: what counts is where it then stands.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
      found = (await page.evaluate(focused)) ?? found;
    }
    if (found.stop !== null) reached.add(found.stop);
    if (!found.outline || !found.inView) unseen.push(found.name);
  }
  return { missed: stops.filter((_, index) => !reached.has(String(index))), unseen };
}

describe("the keyboard alone", () => {
  it.each(sitePages())("reaches everything on %s, and the focus is seen", async (path) => {
    await onPage(path, { width: 1000 }, async ({ page }) => {
      expect(await tabThrough(page)).toEqual({ missed: [], unseen: [] });
    });
  });

  it.each(["how", "download", "link"])("reaches everything in the %s of a figure", async (view) => {
    await onPage(FINDING, { width: 1000 }, async ({ page }) => {
      await showView(page, "gaps-by-parent-and-contact", view);
      await page.evaluate(() => {
        for (const e of document.querySelectorAll("main > :not(#figure-gaps-by-parent-and-contact)"))
          e.remove();
        (document.activeElement as HTMLElement).blur();
      });
      const stops = await page.evaluate(markStops);
      expect(stops.length).toBeGreaterThan(6);
      await page.evaluate(() => scrollTo(0, 0));
      await page.locator(".skip").focus();
      const { missed, unseen } = await tabThrough(page);
      // The focus began at the skip link itself.
      expect(missed.filter((name) => !name.includes("skip"))).toEqual([]);
      expect(unseen).toEqual([]);
    });
  });

  it("skips the menu with the first link", async () => {
    await onPage(FINDING, {}, async ({ page }) => {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
    });
  });

  it("chooses an option with the arrow keys, and the chart follows", async () => {
    await onPage(FINDING, {}, async ({ page }) => {
      const figure = page.locator("#figure-gaps-by-parent-and-contact");
      const drawn = () => figure.locator(".view-chart svg").innerHTML();
      const before = await drawn();
      await figure.locator(".control input:checked").focus();
      await page.keyboard.press("ArrowRight");
      expect(await figure.locator(".control input:checked").getAttribute("value")).toBe("two-thirds");
      expect(await drawn()).not.toBe(before);
      await page.keyboard.press("ArrowLeft");
      expect(await drawn()).toBe(before);
    });
  });

  it("ticks the box with the space bar, and the chart follows", async () => {
    await onPage(FINDING, {}, async ({ page }) => {
      const figure = page.locator("#figure-parent-by-contact-cells");
      const before = await figure.locator(".view-chart svg").innerHTML();
      await figure.locator('input[type="checkbox"]').focus();
      await page.keyboard.press("Space");
      expect(await figure.locator(".view-chart svg").innerHTML()).not.toBe(before);
    });
  });

  it("switches the views of a figure with the arrow keys", async () => {
    await onPage(FINDING, {}, async ({ page }) => {
      const figure = page.locator("#figure-weighted-shares");
      await figure.locator(".views input:checked").focus();
      for (const view of ["table", "how", "download", "link"]) {
        await page.keyboard.press("ArrowRight");
        expect(await figure.locator(".view:visible").getAttribute("data-part")).toBe(view);
      }
    });
  });

  it("opens a folded list with Enter", async () => {
    await onPage(FINDING, {}, async ({ page }) => {
      await page.locator("#every-number-on-this-page ~ details summary").focus();
      await page.keyboard.press("Enter");
      expect(await page.locator("table.numbers tbody tr").first().isVisible()).toBe(true);
    });
  });
});
