import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { seeded } from "../../src/analysis/seeded.js";
import { drawPictures } from "../../src/findings/case-closure/guess.js";
import { drawGroups, monthsOnTop } from "../../src/findings/case-closure/repeated-survey.js";
import type { GuessRow } from "../../src/findings/case-closure/schema.js";
import { FIRST_DRAW } from "../../src/findings/case-closure/settings.js";
import { barText, citedNumbers, onPage, placedFigures, readings, tableOf } from "./site.js";

const PAGE = "findings/case-closure.html";
const WORDS = "words-by-csa-past-and-letter";
const GUESS = "which-picture-has-no-gap";
const NOISE = "steady-gap-in-a-small-sample";
const FALL = "fall-by-chance";
const SIZES = "interviews-to-see-a-gap";
const FIGURES = [WORDS, GUESS, NOISE, FALL, SIZES];

const choose = (page: Page, figure: string, control: string, code: string) =>
  page.locator(`#figure-${figure} [data-control="${control}"] label:has(input[value="${code}"])`).click();
const press = (page: Page, figure: string, control: string) =>
  page.locator(`#figure-${figure} [data-control="${control}"] button`).click();
const readout = (page: Page, figure: string) => page.locator(`#figure-${figure} .readout`).innerText();
const alt = async (page: Page, figure: string) =>
  (await page.locator(`#figure-${figure} .view-chart svg`).getAttribute("aria-label")) ?? "";
const table = async (page: Page, figure: string) =>
  (await page.locator(`#figure-${figure} table`).textContent()) ?? "";
const search = (page: Page) => new URL(page.url()).search;
const cited = async (page: Page, id: string) =>
  (await citedNumbers(page)).find((number) => number.id === id)?.text;
/** What each figure says now. */
const all = async (page: Page) =>
  Object.fromEntries(
    await Promise.all(
      FIGURES.map(async (id) => [id, `${await alt(page, id)} ${await table(page, id)}`] as const),
    ),
  );

it("the page begins with the words, and has its five figures in order", () => {
  expect(
    placedFigures()
      .filter(({ path }) => path === PAGE)
      .map(({ id }) => id),
  ).toEqual(FIGURES);
});

describe("the guess", () => {
  const pictures = (round: number) =>
    drawPictures(tableOf(GUESS).rows as unknown as readonly GuessRow[], round, null);
  const answer = (round: number) => pictures(round).find((picture) => picture.true_gap === 0)?.picture ?? 0;
  const wrong = (round: number) => (answer(round) % 4) + 1;

  it("shows no answer before, and says whether a choice was right", async () => {
    await onPage(PAGE, {}, async ({ page, problems }) => {
      const before = await all(page);
      expect(before[GUESS]).not.toMatch(/no gap|a gap of/);
      expect(await readout(page, GUESS)).toMatch(/^Choose a picture/);
      await choose(page, GUESS, "guess", String(wrong(1)));
      expect(await readout(page, GUESS)).toContain(`No: picture ${wrong(1)} has a steady gap of 5 points`);
      expect(search(page)).toBe(`?v=1&guess=${wrong(1)}`);
      await choose(page, GUESS, "guess", String(answer(1)));
      expect(await readout(page, GUESS)).toContain(`Yes: picture ${answer(1)} has no gap`);
      expect(await alt(page, GUESS)).toContain(`Picture ${answer(1)}, your guess`);
      expect(await table(page, GUESS)).toContain("a gap of 5 points");
      // Nothing else hangs on it.
      const after = await all(page);
      for (const id of FIGURES) expect(after[id] !== before[id], id).toBe(id === GUESS);
      expect(problems).toEqual([]);
    });
  });

  it("takes the guess back with four new pictures, and gives each round the same ones", async () => {
    await onPage(`${PAGE}?v=1&guess=${answer(1)}`, {}, async ({ page }) => {
      expect(await readout(page, GUESS)).toContain("Yes: ");
      await press(page, GUESS, "round");
      expect(await readout(page, GUESS)).toMatch(/^Choose a picture/);
      expect(search(page)).toBe("?v=1&round=2");
      expect(await alt(page, GUESS)).toContain(
        `Picture 1: the small group on top in ${pictures(2)[0]?.on_top} of 30 months`,
      );
      await choose(page, GUESS, "guess", String(answer(2)));
      expect(await readout(page, GUESS)).toContain(`Yes: picture ${answer(2)}`);
      expect(search(page)).toBe(`?v=1&guess=${answer(2)}&round=2`);
    });
    await onPage(`${PAGE}?v=1&guess=${wrong(99)}&round=99`, {}, async ({ page }) => {
      expect(await readout(page, GUESS)).toContain(`The one without is picture ${answer(99)}`);
      await press(page, GUESS, "round");
      expect(search(page)).toBe("");
    });
  });

  it("is made with the keyboard alone", async () => {
    await onPage(PAGE, {}, async ({ page }) => {
      await page.locator(`#figure-${GUESS} .control input:checked`).focus();
      await page.keyboard.press("ArrowUp");
      expect(search(page)).toBe("?v=1&guess=4");
      expect(await readout(page, GUESS)).toMatch(/picture 4/);
      await page.locator(`#figure-${GUESS} [data-control="round"] button`).focus();
      await page.keyboard.press("Enter");
      expect(search(page)).toBe("?v=1&round=2");
    });
  });
});

describe("the noise machine", () => {
  const drawn = (n: number, gap: number, draw: number) =>
    monthsOnTop(drawGroups(seeded(draw), { interviews: n, others: 10 * n, level: 93, gap, months: 30 }));

  it.each([
    // On top and swing over all draws: exact, from the table of the figure.
    { n: 30, gap: 5, search: "", says: "on top in 6.2 months and swings over 23 points on average" },
    { n: 15, gap: 5, search: "?v=1&n=15", says: "on top in 8.8 months and swings over 31 points on average" },
    {
      n: 120,
      gap: 5,
      search: "?v=1&n=120",
      says: "on top in 1.3 months and swings over 12 points on average",
    },
    {
      n: 30,
      gap: 0,
      search: "?v=1&gap=0",
      says: "on top in 15.6 months and swings over 18 points on average",
    },
    {
      n: 60,
      gap: 10,
      search: "?v=1&n=60&gap=10",
      says: "on top in 0.44 months and swings over 20 points on average",
    },
    {
      n: 15,
      gap: 3,
      search: "?v=1&n=15&gap=3",
      says: "on top in 11.1 months and swings over 28 points on average",
    },
  ])(
    "at $n interviews and a gap of $gap says what is known of it",
    async ({ n, gap, search: link, says }) => {
      await onPage(PAGE, {}, async ({ page, problems }) => {
        const before = await all(page);
        const prose = await citedNumbers(page);
        await choose(page, NOISE, "n", String(n));
        await choose(page, NOISE, "gap", String(gap));
        const said = await readout(page, NOISE);
        expect(said).toContain(says);
        expect(said).toContain(
          `In this draw the small group is on top in ${drawn(n, gap, FIRST_DRAW)} of 30 months`,
        );
        expect(await alt(page, NOISE)).toContain(`Small group, ${n} interviews a month, truly ${93 - gap}%`);
        expect(search(page)).toBe(link);
        const after = await all(page);
        for (const id of FIGURES) expect(after[id] !== before[id], id).toBe(id === NOISE && link !== "");
        // The prose keeps the survey that it speaks of.
        expect(await citedNumbers(page)).toEqual(prose);
        expect(problems).toEqual([]);
      });
    },
  );

  it("draws again with a seed that the link keeps, and changes nothing that holds over all draws", async () => {
    await onPage(PAGE, {}, async ({ page }) => {
      const over = async () => (await readout(page, NOISE)).split(". ")[1];
      const [first, always] = [await readout(page, NOISE), await over()];
      await press(page, NOISE, "draw");
      expect(search(page)).toBe(`?v=1&draw=${FIRST_DRAW + 1}`);
      expect(await alt(page, NOISE)).toContain(`draw ${FIRST_DRAW + 1}:`);
      expect(await over()).toBe(always);
      await page.reload();
      await expect
        .poll(() => readout(page, NOISE))
        .toContain(`on top in ${drawn(30, 5, FIRST_DRAW + 1)} of 30`);
      await page.locator(`#figure-${NOISE} .reset`).click();
      expect(await readout(page, NOISE)).toBe(first);
      expect(search(page)).toBe("");
    });
  });

  it.each(["?v=1&draw=100", "?v=1&draw=0", "?v=1&draw=1e1", "?v=1&n=31&gap=five"])(
    "ignores what no control offers: %s",
    async (query) => {
      await onPage(`${PAGE}${query}`, {}, async ({ page, problems }) => {
        expect(await readout(page, NOISE)).toContain(`in ${drawn(30, 5, FIRST_DRAW)} of 30 months`);
        expect(problems).toEqual([]);
      });
    },
  );
});

describe("the month that fell", () => {
  it("is read as points or as per cent of the month before, in chart, and beside title and prose", async () => {
    await onPage(PAGE, {}, async ({ page, problems }) => {
      const before = await all(page);
      expect(await alt(page, FALL)).toContain(
        "90% satisfied: likely up to 18 interviews a month, possible up to 37",
      );
      expect(await alt(page, FALL)).toContain(
        "60% satisfied: likely up to 41 interviews a month, possible up to 88",
      );
      expect(await cited(page, "closure.fall.likely")).toBe("18 to 41");
      await choose(page, FALL, "reading", "percent");
      expect(await alt(page, FALL)).toContain(
        "90% satisfied: likely up to 18 interviews a month, possible up to 38",
      );
      expect(await alt(page, FALL)).toContain(
        "60% satisfied: likely up to 93 interviews a month, possible up to 199",
      );
      expect(await cited(page, "closure.fall.likely")).toBe("18 to 41");
      const title = await page.locator(`#figure-${FALL} .figure-title`).innerText();
      expect(title).toContain("18 to 41");
      expect(title).toContain("→\u00a018 to 93");
      expect((await readings(page)).map(({ text, would }) => [text, would])).toEqual([
        ["18 to 41", "18 to 93"],
        ["37 to 88", "38 to 199"],
        ["18 to 41", "18 to 93"],
        ["37 to 88", "38 to 199"],
        ["23.4 to 90.6%", "29.8 to 99.9%"],
        ["0.0 to 2.6%", "0.0 to 44.2%"],
      ]);
      // A title, two sentences with one number each and one with two.
      expect(await barText(page)).toBe("You changed 1 assumption; 4 sentences would now read differently");
      expect(await table(page, FALL)).toContain("44.2");
      expect(search(page)).toBe("?v=1&reading=percent");
      const after = await all(page);
      for (const id of FIGURES) expect(after[id] !== before[id], id).toBe(id === FALL);
      await choose(page, FALL, "reading", "points");
      expect(await all(page)).toEqual(before);
      expect(await page.locator(".num.changed").count()).toBe(0);
      expect(problems).toEqual([]);
    });
  });
});

it("every control together is restored from a link", async () => {
  await onPage(`${PAGE}?v=1&guess=2&round=5&n=60&gap=3&draw=7&reading=percent`, {}, async ({ page }) => {
    const checked = await page
      .locator(".control input:checked")
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    expect(checked).toEqual(["2", "60", "3", "percent"]);
    expect(await alt(page, GUESS)).toContain("round 5");
    expect(await alt(page, NOISE)).toContain("draw 7");
    expect(await alt(page, FALL)).toContain("per cent of the month before");
  });
});

it("what made-up data show stands under their watermark, with scripts and without", async () => {
  for (const javaScript of [true, false])
    await onPage(PAGE, { javaScript }, async ({ page }) => {
      for (const [id, marks] of [
        [GUESS, 4],
        [NOISE, 1],
      ] as const) {
        const svg = page.locator(`#figure-${id} .view-chart svg:visible`);
        expect(await svg.locator('text:text-is("REPEATED SURVEY")').count()).toBe(marks);
        expect(await page.locator(`#figure-${id} .kinds`).innerText()).toContain("never parents");
      }
    });
});

it("first needs no distributions: nothing of @stdlib is loaded", async () => {
  const loaded: string[] = [];
  await onPage(
    PAGE,
    {
      before: async (page) => {
        page.on("response", (response) => void loaded.push(response.url()));
      },
    },
    async ({ page }) => {
      await page.waitForLoadState("networkidle");
      expect(loaded.filter((url) => /stdlib|distributions|arquero/.test(url))).toEqual([]);
      expect(loaded.length).toBeLessThan(40);
    },
  );
});
