import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { onPage } from "./site.js";

const FEE = "findings/fee-impact.html";
const AGES = "findings/age-and-ethnicity.html";
const FALL = "fall-by-statement";
const ETHNICITY = "ethnicity-by-statement";
const AGE = "age-by-statement";

const label = (figure: string, code: string) => `#figure-${figure} label:has(input[value="${code}"])`;
const tick = (figure: string) => `#figure-${figure} label:has(input[type="checkbox"])`;
const hand = (page: Page, figure: string) => page.locator(`[data-by-hand="${figure}"]`);
const readout = (page: Page, figure: string) => page.locator(`#figure-${figure} .readout`).innerText();
const alt = async (page: Page, figure: string) =>
  (await page.locator(`#figure-${figure} .view-chart svg:visible`).getAttribute("aria-label")) ?? "";

/** Clicks, sees the old answer greyed in the same moment, and waits for the new one; milliseconds until then. */
async function ask(page: Page, figure: string, selector: string): Promise<number> {
  return page.evaluate(
    async ({ figure, selector }) => {
      const frame = document.querySelector(`#figure-${figure}`);
      const check = document.querySelector(`[data-by-hand="${figure}"]`);
      const start = performance.now();
      document.querySelector<HTMLElement>(selector)?.click();
      const greyed = [frame, check].map((element) => element?.getAttribute("aria-busy"));
      const said = frame?.querySelector(".recalculating")?.textContent;
      if (greyed.join() !== "true,true" || said !== "Recalculating…")
        throw new Error(`not greyed: ${greyed.join()} ${said}`);
      while (frame?.hasAttribute("aria-busy")) {
        if (performance.now() - start > 200_000) throw new Error("no answer");
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return performance.now() - start;
    },
    { figure, selector },
  );
}

describe("which sentence matters for the fall", () => {
  it.each([
    // The words alone, with the fall a quarter later, and with "around" 58 to 62 or 55 to 65.
    ["falling", "november", "−62.5 to 42.5 points"],
    ["around", "two", "0 to 42 points"],
    ["around", "five", "0 to 45 points"],
    // Neither assumption alone narrows anything; both leave 58/3.
    ["assumed", "before", "0 to 42.5 points"],
    ["assumed", "same", "0 to 42.5 points"],
    ["assumed", "both", "0 to 19.4 points"],
  ])("%s: %s gives %s, from a worker", async (control, code, range) => {
    await onPage(FEE, {}, async ({ page, problems }) => {
      expect(page.workers()).toEqual([]);
      expect(await readout(page, FALL)).toContain("Given all statements: 0 to 42.5 points.");
      const before = await Promise.all([alt(page, FALL), hand(page, FALL).innerHTML()]);
      await ask(page, FALL, label(FALL, code));
      expect(await readout(page, FALL)).toContain(`Given all statements: ${range}.`);
      const [worker] = page.workers();
      expect(worker?.url()).toMatch(new RegExp(`^${inject("site").url}_scripts/bounds-worker`));
      expect(new URL(page.url()).search).toBe(`?v=1&${control}=${code}`);
      expect(await hand(page, FALL).innerHTML()).not.toBe(before[1]);
      await page.locator(`#figure-${FALL} .reset`).click();
      expect(await Promise.all([alt(page, FALL), hand(page, FALL).innerHTML()])).toEqual(before);
      expect(problems).toEqual([]);
    });
  });

  it("with both assumptions: the range goes back to that of the words without either", async () => {
    await onPage(`${FEE}?v=1&assumed=both`, {}, async ({ page }) => {
      await expect.poll(() => readout(page, FALL)).toContain("0 to 19.4");
      const text = await alt(page, FALL);
      expect(text).toContain("without “all quarters weigh the same”: 0 to 42.5");
      expect(text).toContain("points of each other”: 0 to 42.5");
      expect(await page.locator(`#figure-${FALL} input[value="both"]`).isChecked()).toBe(true);
    });
  });
});

describe("which sentence matters for a group", () => {
  it.each([
    [ETHNICITY, label(ETHNICITY, "white"), "White. Given all statements: 35.4 to 42.6%."],
    [ETHNICITY, label(ETHNICITY, "other-mixed"), "Other or Mixed. Given all statements: 19.5 to 60.5%."],
    [ETHNICITY, label(ETHNICITY, "third"), "19.5 to 28.1 or 51.3 to 60.5%."],
    [AGE, label(AGE, "55-plus"), "Aged 55 and over. Given all statements: 0 to 41.5%."],
    [AGE, label(AGE, "half"), "Given all statements: 41.1 to 56.5%."],
    [AGE, label(AGE, "together"), "Given all statements: 39.1 to 56.5%."],
    [AGE, tick(AGE), "Given all statements: 42.6 to 51.5%."],
  ])("%s, %s: %s", async (figure, selector, text) => {
    await onPage(AGES, {}, async ({ page, problems }) => {
      const before = await alt(page, figure);
      await ask(page, figure, selector);
      expect(await readout(page, figure)).toContain(text);
      expect(await alt(page, figure)).not.toBe(before);
      expect(problems).toEqual([]);
    });
  });

  it("where silence is read, the smallest conflict is shown with its places, and goes with the tick", async () => {
    await onPage(AGES, { width: 390 }, async ({ page, problems }) => {
      await ask(page, ETHNICITY, tick(ETHNICITY));
      expect(await readout(page, ETHNICITY)).toContain("No figures fit");
      await page.locator(`details:has(> [data-by-hand="${ETHNICITY}"]) > summary`).click();
      const items = await hand(page, ETHNICITY).locator("li").allInnerTexts();
      expect(items.map((item) => item.replace(/\s+/g, " "))).toEqual([
        "Asian: “six out of ten” were satisfied Figure 12 and its text",
        "Prefer not to say: 20% were satisfied Figure 12 and its text",
        "Asian and Prefer not to say do not differ significantly an assumption",
      ]);
      await page.locator(`#figure-${ETHNICITY} input[type="checkbox"]`).uncheck();
      expect(await readout(page, ETHNICITY)).toContain("19.5 to 33.2 or 45.3 to 60.5%");
      expect(problems).toEqual([]);
    });
  });

  it("a choice made while one is worked out takes its place", async () => {
    await onPage(AGES, {}, async ({ page, problems }) => {
      await page.evaluate(
        (selectors) => {
          for (const s of selectors) document.querySelector<HTMLElement>(s)?.click();
        },
        [label(ETHNICITY, "white"), label(ETHNICITY, "other-mixed")],
      );
      await expect.poll(() => readout(page, ETHNICITY)).toContain("Other or Mixed. Given all");
      await page.waitForTimeout(300);
      expect(await readout(page, ETHNICITY)).toContain("Other or Mixed. Given all");
      expect(problems).toEqual([]);
    });
  });
});

describe("the check by hand", () => {
  it("adds up to the ends, and is copied for a spreadsheet", async () => {
    const permissions = ["clipboard-read", "clipboard-write"];
    await onPage(AGES, { permissions }, async ({ page, problems }) => {
      for (const figure of [ETHNICITY, AGE])
        await page.locator(`details:has(> [data-by-hand="${figure}"]) > summary`).click();
      const check = hand(page, ETHNICITY);
      for (const fold of await check.locator("summary").all()) await fold.click();
      const tables = check.locator(".proof table");
      for (let i = 0; i < (await tables.count()); i++) {
        const gives = await tables.nth(i).locator("tbody tr td:last-child").allInnerTexts();
        const numbers = gives.map((text) => Number(text.replace("−", "-").replace(",", "")));
        const sum = numbers.slice(0, -1).reduce((total, x) => total + x, 0);
        expect(Math.abs(sum - (numbers.at(-1) ?? Number.NaN))).toBeLessThan(0.01);
      }
      await check.locator('[data-part="copy-sheet"]').click();
      await expect.poll(() => check.locator('[data-part="copy-sheet"]').innerText()).toBe("Copied");
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(await check.locator('pre[data-part="sheet"]').textContent());
      expect(copied.split("\n")[0]?.split("\t").length).toBe(5);
      expect(copied).toContain("=SUMPRODUCT(");
      expect(problems).toEqual([]);
    });
  });

  it("stands on the page without scripts, with the first answer in the chart and its table", async () => {
    await onPage(AGES, { javaScript: false }, async ({ page }) => {
      expect(await page.locator(`#figure-${ETHNICITY} .view-table`).innerText()).toContain(
        "19.5 to 33.2 or 45.3 to 60.5",
      );
      await page.locator(`details:has(> [data-by-hand="${ETHNICITY}"]) > summary`).click();
      expect(await hand(page, ETHNICITY).innerText()).toContain("33.127");
      expect(await page.locator('[data-part="copy-sheet"]:visible').count()).toBe(0);
    });
  });
});

it("where the worker cannot start, the old answer stays greyed and the page says so", async () => {
  const before = async (page: Page) => {
    await page.route(/bounds-worker/, (route) => route.abort());
  };
  await onPage(FEE, { before }, async ({ page }) => {
    await page.locator(label(FALL, "both")).click();
    await expect
      .poll(() => page.locator(`#figure-${FALL} .recalculating`).innerText())
      .toContain("Not recalculated; this is the last answer.");
    expect(await page.locator(`#figure-${FALL}`).getAttribute("aria-busy")).toBe("true");
    expect(await readout(page, FALL)).toContain("0 to 42.5 points");
  });
});

describe("an answer that needs a search arrives from a worker, the old one greyed until then", () => {
  it.each([
    ["the fall under both assumptions", FEE, FALL, label(FALL, "both")],
    ["the Black group, an interview worth a third", AGES, ETHNICITY, label(ETHNICITY, "third")],
    ["a conflict of ethnicity", AGES, ETHNICITY, tick(ETHNICITY)],
    ["ages, silence read", AGES, AGE, tick(AGE)],
  ])("%s", async (name, path, figure, selector) => {
    await onPage(path, {}, async ({ page }) => {
      const before = await readout(page, figure);
      const taken = await ask(page, figure, selector);
      console.info(`milliseconds until ${name} is there: ${taken.toFixed(0)}`);
      expect(await readout(page, figure)).not.toBe(before);
    });
  });
});
