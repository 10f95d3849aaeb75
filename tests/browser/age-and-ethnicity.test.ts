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
const tick = (page: Page, id: string) => page.locator(`#figure-${id} [data-control="silence"] input`);

describe("how much an interview was worth", () => {
  // Black: the inner ends of its two bands, from the command line's engine on the same statements.
  it.each([
    ["full", "19.5 to 33.2 or 45.3 to 60.5"],
    ["two-thirds", "19.5 to 31.6 or 47.2 to 60.5"],
    ["half", "19.5 to 30.2 or 48.8 to 60.5"],
    ["third", "19.5 to 28.1 or 51.3 to 60.5"],
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
      expect(before[1]).toContain("Aged 25 to 34 anywhere from 39.3 to 56.5%");
      await tick(page, ETHNICITY).check();
      expect(await readout(page, ETHNICITY)).toContain("No chart fits");
      expect(await tick(page, AGES).isChecked()).toBe(true);
      expect(await alt(page, AGES)).toContain("Aged 25 to 34 anywhere from 42.6 to 51.5%");
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
      expect(await alt(page, AGES)).toContain("Aged 25 to 34 anywhere from 40.7 to 56.5%");
      await choose(page, AGES, "each");
      expect(await alt(page, AGES)).toContain("Aged 25 to 34 anywhere from 41.1 to 56.5%");
      // The half on ethnicity does not hang on it.
      expect(await alt(page, ETHNICITY)).toContain("Black anywhere from 19.5 to 30.2 or 48.8 to 60.5%");
    });
  });
});

it("prose keeps both directions and the default world, and says beside them what it would read", async () => {
  await onPage(`${PAGE}?v=1&interview=third&silence=yes`, {}, async ({ page }) => {
    const text = await page.locator('main > p [data-result="ethnicity.black"]').innerText();
    expect(text).toBe("19.5 to 33.2 or 45.3 to 60.5%");
    const would = async (id: string) => (await readings(page)).find((reading) => reading.id === id)?.would;
    expect(await would("ethnicity.black")).toBe("nothing fits");
    expect(await would("age.16-24.interval")).toBe("35.8 to 74.4%");
    await tick(page, ETHNICITY).uncheck();
    expect(await would("ethnicity.black")).toBe("19.5 to 28.1 or 51.3 to 60.5%");
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

describe("the two layers", () => {
  it("are named beside the chart, and sampling error fills the hole of the Black group", async () => {
    await onPage(PAGE, {}, async ({ page, problems }) => {
      expect(await readout(page, ETHNICITY)).toMatch(/^What was found in the survey\./);
      await choose(page, ETHNICITY, "customers");
      // 19.5 to 33.4 and 45.3 to 60.5 of 100: widened by 1.645 standard errors of 4 to 5 points they meet.
      expect(await readout(page, ETHNICITY)).toMatch(
        /^What the survey says about customers like these.*Black 13\.8 to 67\.5%/,
      );
      expect(await alt(page, ETHNICITY)).not.toContain("both fit");
      expect(await readout(page, AGES)).toContain("Aged 25 to 34 35.7 to 60.2%");
      expect(new URL(page.url()).search).toBe("?v=1&layer=customers");
      await page.locator(`#figure-${ETHNICITY} [data-part="reset"]`).click();
      expect(await readout(page, ETHNICITY)).toContain("Black 19.5 to 33.2 or 45.3 to 60.5%");
      expect(problems).toEqual([]);
    });
  });
});

describe("counting charts, not chances", () => {
  const count = (page: Page, id: string) => page.locator(`#figure-${id} [data-control="counting"] input`);
  const columns = (page: Page, id: string) =>
    page.locator(`#figure-${id} .view-chart svg:visible rect`).count();

  it("is off at first, then tells the count and why it is no evidence, per worth of an interview", async () => {
    await onPage(PAGE, {}, async ({ page, problems }) => {
      expect(await readout(page, AGES)).not.toContain("charts of whole percentages");
      const bands = await columns(page, AGES);
      await count(page, AGES).check();
      // As the search counts the ethnic charts one by one; both figures follow.
      expect(await readout(page, ETHNICITY)).toContain("3,859 charts of whole percentages fit");
      expect(await readout(page, AGES)).toContain("557,437 charts of whole percentages fit");
      expect(await readout(page, AGES)).toContain(
        "32% of those aged 35 to 44, 29% of those aged 45 to 54, 22% of those aged 55 and over",
      );
      expect(await columns(page, AGES)).toBe(bands + 19 + 45 + 45 + 42);
      await choose(page, ETHNICITY, "half");
      expect(await readout(page, ETHNICITY)).toContain("2,986 charts");
      await tick(page, AGES).check();
      expect(await readout(page, AGES)).toContain("No charts are counted under this choice");
      expect(new URL(page.url()).searchParams.get("counting")).toBe("yes");
      expect(problems).toEqual([]);
    });
  });
});
