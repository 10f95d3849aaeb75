import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { barText, onPage, readings } from "./site.js";

const PAGE = "findings/age-and-ethnicity.html";
const ETHNICITY = "satisfaction-by-ethnicity";
const AGES = "satisfaction-by-age";
const CHARTS = "flattest-and-steepest-ages";

const alt = async (page: Page, id: string) =>
  (await page.locator(`#figure-${id} .view-chart svg`).getAttribute("aria-label")) ?? "";
const readout = (page: Page, id: string) => page.locator(`#figure-${id} .readout`).innerText();
const choose = (page: Page, id: string, code: string) =>
  page.locator(`#figure-${id} .control label:has(input[value="${code}"])`).click();
const tick = (page: Page, id: string) => page.locator(`#figure-${id} input[type="checkbox"]`);

describe("how much an interview was worth", () => {
  // Black: the inner ends of its two bands, from the command line's engine on the same statements.
  it.each([
    ["full", "19 to 34 or 45 to 61"],
    ["two-thirds", "19 to 32 or 47 to 61"],
    ["half", "19 to 31 or 48 to 61"],
    ["third", "19 to 29 or 51 to 61"],
  ])("%s: the Black group is %s, in both charts of the link", async (code, black) => {
    await onPage(PAGE, {}, async ({ page, problems }) => {
      await choose(page, ETHNICITY, code === "full" ? "half" : "full");
      await choose(page, ETHNICITY, code);
      expect(await alt(page, ETHNICITY)).toContain(`Black anywhere from ${black}%`);
      expect(await readout(page, ETHNICITY)).toContain(`Black ${black}%`);
      // One control for both halves.
      expect(await page.locator(`#figure-${AGES} input[value="${code}"]`).isChecked()).toBe(true);
      expect(new URL(page.url()).search).toBe(code === "full" ? "" : `?v=1&interview=${code}`);
      expect(problems).toEqual([]);
    });
  });
});

describe("silence read as not significant", () => {
  it("leaves no chart of ethnicity, narrows the ages, and can be reset", async () => {
    await onPage(PAGE, {}, async ({ page, problems }) => {
      const before = await Promise.all([ETHNICITY, AGES, CHARTS].map((id) => alt(page, id)));
      expect(before[1]).toContain("Aged 25 to 34 anywhere from 39 to 57%");
      await tick(page, ETHNICITY).check();
      expect(await readout(page, ETHNICITY)).toContain("No chart fits");
      expect(await tick(page, AGES).isChecked()).toBe(true);
      expect(await alt(page, AGES)).toContain("Aged 25 to 34 anywhere from 42 to 52%");
      expect(await alt(page, CHARTS)).not.toBe(before[2]);
      await page.locator(`#figure-${AGES} [data-part="reset"]`).click();
      expect(await Promise.all([ETHNICITY, AGES, CHARTS].map((id) => alt(page, id)))).toEqual(before);
      expect(new URL(page.url()).search).toBe("");
      expect(problems).toEqual([]);
    });
  });
});

describe("“35-54” as both groups in one", () => {
  it("is restored from a link, and widens what ages 25 to 34 can be", async () => {
    await onPage(`${PAGE}?v=1&interview=half&older=together`, {}, async ({ page }) => {
      expect(await page.locator(`#figure-${AGES} input[value="together"]`).isChecked()).toBe(true);
      expect(await alt(page, AGES)).toContain("Aged 25 to 34 anywhere from 40 to 57%");
      await choose(page, AGES, "each");
      expect(await alt(page, AGES)).toContain("Aged 25 to 34 anywhere from 41 to 57%");
      // The half on ethnicity does not hang on it.
      expect(await alt(page, ETHNICITY)).toContain("Black anywhere from 19 to 31 or 48 to 61%");
    });
  });
});

it("prose keeps both directions and the default world, and says beside them what it would read", async () => {
  await onPage(`${PAGE}?v=1&interview=third&silence=yes`, {}, async ({ page }) => {
    const text = await page.locator('main > p [data-result="ethnicity.black"]').innerText();
    expect(text).toBe("19 to 34 or 45 to 61%");
    const would = async (id: string) => (await readings(page)).find((reading) => reading.id === id)?.would;
    expect(await would("ethnicity.black")).toBe("nothing fits");
    expect(await would("age.16-24.interval")).toBe("36 to 74%");
    await tick(page, ETHNICITY).uncheck();
    expect(await would("ethnicity.black")).toBe("19 to 29 or 51 to 61%");
    expect(await barText(page)).toMatch(
      /^You changed 1 assumption; \d+ sentences would now read differently$/,
    );
  });
});

it("the page asks for no engine, no Arquero and no distributions at first", async () => {
  await onPage(PAGE, {}, async ({ page }) => {
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType("resource").map(({ name }) => name),
    );
    expect(loaded.filter((name) => /yalps|arquero|stdlib|\/bounds\//.test(name))).toEqual([]);
  });
});
