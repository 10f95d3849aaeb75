import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeProblemsEverywhere } from "./axe.js";
import { onPage } from "./site.js";

const AGE_PAGE = "findings/age-and-ethnicity.html";
const FEE = "findings/fee-impact.html";
const AGE = "satisfaction-by-age";
const AGES =
  "Age\tSatisfied\tBase\n16-24\t56%\t65\n25-34\t47.6%\t506\n35-44\t38.2%\t970\n45-54\t34%\t575\n55+\t33.1%\t115";
const SERIES = [66.1, 66.4, 67.2, 63, 62.5, 60, 59.6, 60.2, 61, 60, 59, 60.7];
const MONTHS = ["Nov 2013", "Feb 2014", "May 2014", "Aug 2014", "Nov 2014", "Feb 2015"].concat([
  "May 2015",
  "Aug 2015",
  "Nov 2015",
  "Feb 2016",
  "May 2016",
  "Aug 2016",
]);
const quarters = (series: readonly number[]) =>
  ["Quarter ending,Satisfied", ...MONTHS.map((month, i) => `${month},${series[i]}`)].join("\n");

const part = (page: Page, figure: string) => page.locator(`#figure-${figure} .own-table`);
const alt = (page: Page, figure: string) =>
  page.locator(`#figure-${figure} .view-chart svg:visible`).getAttribute("aria-label");
const status = (page: Page, figure: string) => part(page, figure).locator(".own-status");
const answer = (page: Page, figure: string) => part(page, figure).locator(".own-answer > div");

async function open(page: Page, figure: string): Promise<void> {
  await part(page, figure).locator("> summary").click();
  await part(page, figure).locator("textarea").waitFor();
}

async function paste(page: Page, figure: string, table: string): Promise<void> {
  await part(page, figure).locator("textarea").fill(table);
  await part(page, figure).getByRole("button", { name: "Read the table" }).click();
}

describe("a made-up complete table of ages", () => {
  it("is drawn on both figures of ages, scored, and follows the controls; forgotten, all is as before", async () => {
    await onPage(AGE_PAGE, {}, async ({ page, problems }) => {
      const before = [await alt(page, AGE), await alt(page, "flattest-and-steepest-ages")];
      await open(page, AGE);
      await paste(page, AGE, AGES);
      expect(await status(page, AGE).innerText()).toBe("4 of 4 numbers taken and drawn.");
      await answer(page, AGE).waitFor();
      expect(await answer(page, AGE).locator(".own-score").innerText()).toBe(
        "4 of 4 numbers lie inside our ranges.",
      );
      expect(await answer(page, AGE).innerText()).toContain("Your table agrees with all 10 statements");
      const words =
        "From your table, as diamonds: Aged 25 to 34 47.6; Aged 35 to 44 38.2; Aged 45 to 54 34; Aged 55 and over 33.1.";
      expect(await alt(page, AGE)).toBe(`${before[0]} ${words}`);
      expect(await alt(page, "flattest-and-steepest-ages")).toBe(`${before[1]} ${words}`);
      expect(await page.locator(`#figure-${AGE} .kinds`).innerText()).toContain("Printed, from your table");
      expect(await alt(page, "satisfaction-by-ethnicity")).not.toContain("your table");

      // The least difference from 25 to 34 that a third of an interview each allows is wider than 47.6 less 38.2.
      await page.locator(`#figure-${AGE} [data-control="interview"] label:has(input[value="third"])`).click();
      await page.waitForFunction(
        () => document.querySelector("#figure-satisfaction-by-age .own-broken") !== null,
      );
      expect(await answer(page, AGE).innerText()).toContain("that our ranges rest on");
      expect(await alt(page, AGE)).toContain(words);
      // The numbers are not in the link.
      expect(new URL(page.url()).search).toBe("?v=1&interview=third");
      expect(page.url()).not.toMatch(/47/);
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);

      await page.locator(`#figure-${AGE} .reset`).click();
      await part(page, AGE).getByRole("button", { name: "Forget it" }).click();
      expect([await alt(page, AGE), await alt(page, "flattest-and-steepest-ages")]).toEqual(before);
      expect(await answer(page, AGE).count()).toBe(0);
      expect(await page.locator(`#figure-${AGE} .kinds`).innerText()).not.toContain("your table");
      expect(problems).toEqual([]);
    });
  });

  it("with ages 45 to 54 above the youngest names the four statements that it breaks", async () => {
    await onPage(AGE_PAGE, { width: 390 }, async ({ page, problems }) => {
      await open(page, AGE);
      await paste(page, AGE, AGES.replace("34%", "60%"));
      await answer(page, AGE).waitFor();
      const said = await answer(page, AGE).innerText();
      expect(said).toContain("3 of 4 numbers lie inside our ranges.");
      expect(said).toContain("outside, 16.2 points above");
      expect(said).toContain("Your table does not agree with 4 statements");
      const broken = await answer(page, AGE).locator(".own-broken b").allInnerTexts();
      expect(broken).toEqual([
        "“39% of everyone were satisfied, the weighted mean of the groups”",
        "“the youngest are the most satisfied”",
        "“the youngest differ significantly from each group of 35 and over”",
        "“ages 25 to 34 are significantly more satisfied than 35 to 54”",
      ]);
      expect(await axeProblemsEverywhere(page, `#figure-${AGE}`)).toEqual([]);
      expect(problems).toEqual([]);
    });
  });

  it("with bad cells is not taken: each is listed by line and column, and nothing is drawn", async () => {
    await onPage(AGE_PAGE, {}, async ({ page }) => {
      const before = await alt(page, AGE);
      await open(page, AGE);
      await paste(page, AGE, "25-34,0.48\n35-44,forty\n45-54,101\n55+,35");
      expect(await status(page, AGE).innerText()).toMatch(/^Nothing was taken: 3 problems/);
      expect(await part(page, AGE).locator(".own-problems li").allInnerTexts()).toEqual([
        '1:7: "0.48" can be a share or a percentage; expected a percent sign, as in 48% or 0.48%',
        '2:7: "forty" is no percentage; expected a percentage from 0 to 100, such as 39, 39.4 or 39%',
        '3:7: "101" is above 100; expected a percentage from 0 to 100, such as 39, 39.4 or 39%',
      ]);
      expect(await alt(page, AGE)).toBe(before);
    });
  });
});

describe("a made-up table of quarters", () => {
  it("as a file is drawn on three figures, gives the fall and the regression, and is never sent", async () => {
    const sent: string[] = [];
    const before = async (page: Page) =>
      void page.on("request", (request) => {
        if (
          request.method() !== "GET" ||
          request.postData() !== null ||
          /67/.test(
            request
              .url()
              .replace(/.*\//, "")
              .replace(/[-.][0-9a-zA-Z]{8}\./, ""),
          )
        )
          sent.push(request.url());
      });
    await onPage(FEE, { before }, async ({ page, problems }) => {
      await open(page, "what-was-said");
      await part(page, "what-was-said")
        .locator('input[type="file"]')
        .setInputFiles({
          name: "table-1.csv",
          mimeType: "text/csv",
          buffer: Buffer.from(`\uFEFF${quarters(SERIES)}`),
        });
      await answer(page, "what-was-said").waitFor();
      const said = await answer(page, "what-was-said").innerText();
      expect(said).toContain("12 of 12 numbers lie inside our ranges.");
      expect(said).toContain("Your table agrees with all 11 statements");
      expect(said).toMatch(/May 2014 less February 2015\s+7\.2 points\s+0 to 42\.5\s+inside/);
      expect(said).toMatch(/Level and slope in your table/);
      expect(said).toMatch(/Change a quarter, before the fee\s+0\.6/);
      expect(await alt(page, "what-was-said")).toContain("March to May 2014 67.2");
      expect(await alt(page, "fall-by-assumption")).toContain("All quarters weigh the same 7.2");
      expect(await alt(page, "before-less-after")).toContain("All quarters weigh the same 6.5");

      expect(await page.locator("#figure-fall-by-assumption .kinds").innerText()).toContain(
        "Worked out, from your table",
      );

      // The ladder's own part scores the fall on each rung.
      await open(page, "fall-by-assumption");
      await answer(page, "fall-by-assumption").waitFor();
      expect(await answer(page, "fall-by-assumption").locator(".own-score").innerText()).toBe(
        "The fall in your table, 7.2 points, lies inside 8 of 8 ranges.",
      );
      expect(sent).toEqual([]);
      expect(problems).toEqual([]);
    });
  });

  it("in which the autumn rose breaks that it fell, with the place in the report", async () => {
    await onPage(FEE, {}, async ({ page }) => {
      await open(page, "what-was-said");
      await paste(page, "what-was-said", quarters(SERIES.with(4, 70)));
      await answer(page, "what-was-said").waitFor();
      expect(await answer(page, "what-was-said").locator(".own-broken").innerText()).toMatch(
        /“satisfaction fell in 3 quarters in a row” \(.+\): November 2014 70% and August 2014 63%\./,
      );
    });
  });
});

it("the template can be filled in with the keyboard alone, and is read", async () => {
  await onPage(AGE_PAGE, {}, async ({ page }) => {
    await part(page, AGE).locator("> summary").focus();
    await page.keyboard.press("Enter");
    await part(page, AGE).locator("textarea").waitFor();
    await part(page, AGE).getByRole("button", { name: "Start from a template" }).focus();
    await page.keyboard.press("Enter");
    // The box has the focus, at its start: to the end of the first row of a number.
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("End");
    await page.keyboard.type("48.2");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await status(page, AGE).innerText()).toBe(
      "1 of 4 numbers taken and drawn. Not in your table: Aged 35 to 44; Aged 45 to 54; Aged 55 and over.",
    );
    expect(await alt(page, AGE)).toContain("From your table, as diamonds: Aged 25 to 34 48.2.");
    await answer(page, AGE).waitFor();
    await part(page, AGE).getByRole("button", { name: "Forget it" }).focus();
    await page.keyboard.press("Space");
    expect(await alt(page, AGE)).not.toContain("your table");
  });
});

it("a dropped table is read, and a dropped spreadsheet is said to be none", async () => {
  await onPage("findings/case-closure.html", {}, async ({ page, problems }) => {
    const figure = "words-by-csa-past-and-letter";
    await open(page, figure);
    const drop = (name: string, content: string) =>
      part(page, figure)
        .locator(".own-form")
        .evaluate(
          (form, [name = "", content = ""]) => {
            const data = new DataTransfer();
            data.items.add(new File([content], name));
            form.dispatchEvent(
              new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }),
            );
          },
          [name, content],
        );
    await drop("table.xlsx", "PK\u0003\u0004");
    await page.waitForFunction(() =>
      /spreadsheet file/.test(document.querySelector(".own-status")?.textContent ?? ""),
    );
    await drop("table.csv", ",Nov 2014,Feb 2015\nWith CSA history,55,54\nNo CSA history,60,53");
    await answer(page, figure).waitFor();
    expect(await answer(page, figure).innerText()).toContain(
      "“With a CSA past” is lower than “Without a CSA past” in 1 of 2 quarters, by 2.0 points on average over all.",
    );
    expect(problems).toEqual([]);
  });
});

it("without scripts the table is named and nothing is offered", async () => {
  await onPage(FEE, { javaScript: false }, async ({ page }) => {
    const summary = part(page, "what-was-said").locator("> summary");
    expect(await summary.innerText()).toBe("Which table has these numbers");
    await summary.click();
    const text = await part(page, "what-was-said").innerText();
    expect(text).toContain("Table 1 (separate tables document, Tables 1 to 12)");
    expect(text).toContain("npm run missing -- --csv");
    expect(await part(page, "what-was-said").locator("textarea, button, input").count()).toBe(0);
  });
});

it("nothing that reads tables is loaded before a reader opens the part", async () => {
  const loaded: string[] = [];
  const before = async (page: Page) => void page.on("request", (request) => loaded.push(request.url()));
  await onPage(AGE_PAGE, { before }, async ({ page }) => {
    await page.waitForLoadState("networkidle");
    const first = loaded.length;
    expect(loaded.filter((url) => /values\.[0-9a-f]+\.arrow/.test(url))).toEqual([]);
    await open(page, AGE);
    expect(loaded.length).toBeGreaterThan(first);
    expect(loaded.filter((url) => /values\.[0-9a-f]+\.arrow/.test(url))).toEqual([]);
    await paste(page, AGE, AGES);
    await answer(page, AGE).waitFor();
    expect(loaded.filter((url) => /values\.[0-9a-f]+\.arrow/.test(url))).toHaveLength(1);
  });
});
