import { describe, expect, inject, it } from "vitest";
import { FINDING, onPage, sitePages } from "./site.js";

const pages = new Map<string, Promise<{ status: number; anchors: Set<string> }>>();

/** The status of an address of the site, and the anchors that its page has. */
function visit(address: string): Promise<{ status: number; anchors: Set<string> }> {
  let found = pages.get(address);
  if (found === undefined) {
    found = fetch(address).then(async (response) => ({
      status: response.status,
      anchors: new Set(
        [...(await response.text()).matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? ""),
      ),
    }));
    pages.set(address, found);
  }
  return found;
}

describe("every link", () => {
  it.each(sitePages())("of %s leads somewhere", async (path) => {
    await onPage(path, {}, async ({ page }) => {
      const links = await page.evaluate(() => [...document.querySelectorAll("a")].map((a) => a.href));
      expect(links.length).toBeGreaterThan(3);
      const inside = links.filter((href) => href.startsWith(new URL(inject("site").url).origin));
      const broken: string[] = [];
      for (const href of new Set(inside)) {
        const url = new URL(href);
        const anchor = decodeURIComponent(url.hash.slice(1));
        url.hash = "";
        const { status, anchors } = await visit(url.href);
        if (status !== 200 || (anchor !== "" && !anchors.has(anchor))) broken.push(href);
        if (!href.startsWith(inject("site").url)) broken.push(`${href} leaves the folder`);
      }
      expect(broken).toEqual([]);
      // No link is empty: each says where it leads.
      expect(links.filter((href) => href === "")).toEqual([]);
    });
  });
});

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

  it("has a row for each number that the page cites, and no others", async () => {
    for (const path of sitePages()) {
      await onPage(path, {}, async ({ page }) => {
        const { cited, listed } = await page.evaluate(() => ({
          cited: [...document.querySelectorAll<HTMLElement>("main [data-result]")].map((e) =>
            `number-${e.dataset.result ?? ""}`.replaceAll(".", "-"),
          ),
          listed: [...document.querySelectorAll("tr[id^=number-]")].map((e) => e.id),
        }));
        if (cited.length > 0) expect(new Set(listed), path).toEqual(new Set(cited));
        expect(new Set(listed).size, path).toBe(listed.length);
      });
    }
  });
});
