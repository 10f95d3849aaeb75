import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { INTERVIEW } from "../../src/analysis/interview-worth.js";
import { formatEnd, formatRange } from "../../src/model/format.js";
import { formatResult } from "../../src/model/result.js";
import { differenceOfProportions, wilsonInterval } from "../../src/stats/index.js";
import { barText, built, citedNumbers, FINDING, onPage, placedFigures, readings, tableOf } from "./site.js";

const GAPS = "gaps-by-parent-and-contact";
const SATISFACTION = "satisfaction-by-parent-and-contact";
const CELLS = "parent-by-contact-cells";
const DRIVERS = "driver-questions-by-parent";
const FIGURES = placedFigures().filter(({ path }) => path === FINDING);

/** From the printed percentages and interviews (CES CMS 2023/24, Figure 2): what each option makes of the parents' gap. */
const INTERVALS = [
  { code: "full", deff: 1, text: "12.0 to 20.0 points" },
  { code: "two-thirds", deff: 1.5, text: "11.1 to 20.9 points" },
  { code: "half", deff: 2, text: "10.3 to 21.7 points" },
  { code: "third", deff: 3, text: "9.0 to 23.0 points" },
];

const interval = (page: Page) => page.locator('main > p [data-result="parents.gap.interval"]');
const choose = (page: Page, code: string) =>
  page.locator(`#figure-${GAPS} .control label:has(input[value="${code}"])`).click();
const tick = (page: Page) => page.locator(`#figure-${CELLS} input[type="checkbox"]`);

/** What each figure shows: its text alternative, its drawing and its table. */
async function figuresOf(page: Page): Promise<Record<string, { alt: string; drawn: string; table: string }>> {
  const shown = await page.locator(".figure").evaluateAll((figures) =>
    figures.map((figure) => {
      const svg = figure.querySelector(".view-chart svg");
      return [
        figure.getAttribute("data-figure") ?? "",
        {
          alt: svg?.getAttribute("aria-label") ?? "",
          drawn: svg?.innerHTML ?? "",
          table: figure.querySelector("table")?.textContent ?? "",
        },
      ] as const;
    }),
  );
  return Object.fromEntries(shown);
}

describe("how much an interview was worth", () => {
  it("is offered with the options that the calculation knows", async () => {
    expect(INTERVIEW.options.map(({ code, deff }) => ({ code, deff }))).toEqual(
      INTERVALS.map(({ code, deff }) => ({ code, deff })),
    );
    await onPage(FINDING, {}, async ({ page }) => {
      const inputs = page.locator(`#figure-${GAPS} .control input`);
      expect(await inputs.evaluateAll((all) => all.map((i) => (i as HTMLInputElement).value))).toEqual(
        INTERVALS.map(({ code }) => code),
      );
    });
  });

  it.each(INTERVALS)(
    "$code: the prose would read $text, and only what hangs on it changes",
    async ({ code, deff, text }) => {
      const row = tableOf(GAPS).rows.find((r) => r.gap === "parent") ?? {};
      const group = (name: string) => ({ p: Number(row[name]) / 100, n: Number(row[`${name}_interviews`]) });
      const { low, high } = differenceOfProportions(group("higher"), group("lower"), { deff });
      expect(`${formatRange(100 * low, 100 * high)} points`).toBe(text);
      await onPage(FINDING, {}, async ({ page, problems }) => {
        const before = await citedNumbers(page);
        const figures = await figuresOf(page);
        await choose(page, code === "full" ? "half" : "full");
        await choose(page, code);
        expect(await interval(page).innerText()).toBe("12.0 to 20.0 points");
        expect(await citedNumbers(page)).toEqual(before);
        const changed = await readings(page);
        const hanging = before.filter(({ variants }) => `interview=${code}` in JSON.parse(variants));
        expect(changed.map(({ id }) => id)).toEqual(hanging.map(({ id }) => id));
        expect(changed).toEqual(
          code === "full"
            ? []
            : [
                { id: "parents.gap.interval", text: "12.0 to 20.0 points", would: text },
                { id: "contact.gap.interval", text: "19.9 to 28.1 points", would: expect.any(String) },
                { id: "drivers.least-gap", text: "3.8 to 6.4 points", would: expect.any(String) },
              ],
        );
        expect(await barText(page)).toBe(
          code === "full" ? null : "You changed 1 assumption; 2 sentences would now read differently",
        );
        const now = await figuresOf(page);
        for (const { id } of FIGURES) {
          const follows = code !== "full" && [GAPS, SATISFACTION, DRIVERS].includes(id);
          for (const part of ["alt", "drawn", "table"] as const)
            expect(now[id]?.[part] !== figures[id]?.[part], `${id} ${part}`).toBe(follows);
        }
        expect(now[GAPS]?.alt).toContain(text.replace(" points", ""));
        expect(now[GAPS]?.table).toContain(formatEnd(100 * low, "low"));
        const everyone = tableOf(SATISFACTION).rows[0] ?? {};
        const wilson = wilsonInterval(Number(everyone.value) / 100, Number(everyone.interviews), { deff });
        expect(now[SATISFACTION]?.table).toContain(formatEnd(100 * wilson.low, "low"));
        expect(new URL(page.url()).search).toBe(code === "full" ? "" : `?v=1&interview=${code}`);
        expect(problems).toEqual([]);
      });
    },
  );

  it("is restored from a link, with what is marked as changed", async () => {
    await onPage(`${FINDING}?v=1&interview=half`, {}, async ({ page }) => {
      expect((await readings(page))[0]?.would).toBe("10.3 to 21.7 points");
      expect(await page.locator(`#figure-${GAPS} .control input:checked`).getAttribute("value")).toBe("half");
      expect((await figuresOf(page))[GAPS]?.alt).toContain("10.3 to 21.7");
    });
  });

  it.each([
    ["an unknown key", "?v=1&interview=half&colour=red", "10.3 to 21.7 points"],
    ["an unknown option", "?v=1&interview=tenth", "12.0 to 20.0 points"],
    ["an unknown option beside a known one", "?v=1&interview=half&ahead=perhaps", "10.3 to 21.7 points"],
    ["a wrong version", "?v=2&interview=half", "12.0 to 20.0 points"],
    ["no version", "?interview=half", "12.0 to 20.0 points"],
    [
      "what would be a property of every object",
      "?v=1&interview=constructor&__proto__=x",
      "12.0 to 20.0 points",
    ],
    ["markup", "?v=1&interview=%3Cimg%20src%3Dx%3E", "12.0 to 20.0 points"],
  ])("ignores %s in a link", async (_, query, text) => {
    await onPage(`${FINDING}${query}`, {}, async ({ page, problems }) => {
      expect((await readings(page))[0]?.would ?? (await interval(page).innerText())).toBe(text);
      expect(await tick(page).isChecked()).toBe(false);
      expect(problems).toEqual([]);
    });
  });
});

describe("Receiving Parents at least as satisfied in both contact types", () => {
  const ranges = built().results.filter(({ variant }) => variant?.when.ahead !== undefined);
  const of = (ahead: boolean) =>
    ranges.map((result) => {
      const plain = built().results.find(({ id }) => id === result.variant?.of);
      if (plain === undefined) throw new Error(`${result.id} is a variant of nothing`);
      return { id: plain.id, text: formatResult(ahead ? result : plain) };
    });
  const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
  const would = async (page: Page) =>
    (await readings(page))
      .filter(({ id }) => id.startsWith("cells."))
      .map((reading) => ({ id: reading.id, text: reading.would }))
      .sort(byId);

  it("would narrow the four ranges when ticked, and no longer when not", async () => {
    expect(of(false)[0]?.text).toBe("31.1 to 98.1%");
    expect(of(true)[0]?.text).toBe("52.5 to 69.8%");
    await onPage(FINDING, {}, async ({ page, problems }) => {
      const before = await figuresOf(page);
      const prose = await citedNumbers(page);
      await tick(page).check();
      expect(await would(page)).toEqual(of(true).sort(byId));
      expect((await readings(page)).map(({ id, text }) => ({ id, text })).sort(byId)).toEqual(
        of(false).sort(byId),
      );
      expect(await citedNumbers(page)).toEqual(prose);
      expect(await barText(page)).toBe("You changed 1 assumption; 1 sentence would now read differently");
      const now = await figuresOf(page);
      expect(now[CELLS]?.alt).toContain("52.5 to 69.8");
      expect(now[CELLS]?.table).not.toBe(before[CELLS]?.table);
      expect(now[GAPS]).toEqual(before[GAPS]);
      expect(new URL(page.url()).search).toBe("?v=1&ahead=yes");
      await tick(page).uncheck();
      expect(await readings(page)).toEqual([]);
      expect(await figuresOf(page)).toEqual(before);
      expect(new URL(page.url()).search).toBe("");
      expect(problems).toEqual([]);
    });
  });

  it("is restored from a link, beside the other control", async () => {
    await onPage(`${FINDING}?v=1&ahead=yes&interview=third`, {}, async ({ page }) => {
      expect(await tick(page).isChecked()).toBe(true);
      expect(await would(page)).toEqual(of(true).sort(byId));
      expect((await readings(page))[0]?.would).toBe("9.0 to 23.0 points");
      expect(await barText(page)).toBe("You changed 2 assumptions; 3 sentences would now read differently");
    });
  });
});

describe("the driver questions", () => {
  const readout = (page: Page) => page.locator(`#figure-${DRIVERS} .readout`).innerText();
  const alt = async (page: Page) => (await figuresOf(page))[DRIVERS]?.alt ?? "";
  const box = (page: Page, name: string) => page.locator(`#figure-${DRIVERS} [data-control="${name}"] input`);

  // From the command line's engine: `bound` on the total of 35, the interviews of Figure 7 and a significant difference.
  it("have one range with the direction, and a hole around no gap where it is left open", async () => {
    await onPage(FINDING, {}, async ({ page, problems }) => {
      expect(await alt(page)).toContain(
        "No explaining twice: everyone 35%, Receiving 36.1 to 75.8%, Paying 0 to 33.7%, gap 3.8 to 75.8 points",
      );
      await box(page, "direction").check();
      expect(await alt(page)).toContain(
        "Receiving 0 to 33.8 or 36.1 to 75.8%, Paying 0 to 33.7 or 36.3 to 81.7%, gap −81.7 to −3.9 or 3.8 to 75.8 points",
      );
      expect(new URL(page.url()).search).toBe("?v=1&direction=open");
      await page.locator(`#figure-${DRIVERS} .control label:has(input[value="half"])`).click();
      expect(await alt(page)).toContain("gap −81.7 to −5.5 or 5.4 to 75.8 points");
      expect(problems).toEqual([]);
    });
  });

  it("tell how many pairs fit only behind the box that says what a count is not", async () => {
    await onPage(FINDING, {}, async ({ page }) => {
      expect(await readout(page)).not.toContain("pairs");
      await box(page, "counting").check();
      expect(await readout(page)).toContain("262 to 1,817 pairs of whole percentages fit a question");
      expect((await figuresOf(page))[DRIVERS]?.table).toContain("Pairs that fit");
      expect(new URL(page.url()).search).toBe("?v=1&counting=yes");
    });
  });
});
