import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { numberText } from "../../src/components/data-table.js";
import { defaultState } from "../../src/model/control.js";
import { formatEnd, formatNumber } from "../../src/model/format.js";
import type { ShownColumn } from "../../src/model/table.js";
import { differenceOfProportions } from "../../src/stats/index.js";
import { type OpenPage, openPage } from "./browser.js";
import { allLive, FINDING, onPage, placedFigures, shownByDefault, showView } from "./site.js";

const FIGURES = placedFigures();

/** Every way in which a chart may show the size of a row's numbers: to the nearest, or outwards, up to two decimals. */
function waysToShow(numbers: readonly number[]): Set<string> {
  return new Set(
    numbers.flatMap((number) => [
      ...[0, 1, 2].flatMap((decimals) =>
        (["nearest", "down", "up"] as const).map((rounding) =>
          formatNumber(Math.abs(number), decimals, rounding),
        ),
      ),
      ...(["low", "high"] as const).map((end) => formatEnd(Math.abs(number), end)),
    ]),
  );
}

/** The numbers of rows whose cells are lists of ranges, or names with numbers in them. */
function numbersWithin(cell: unknown): { numbers: number[]; texts: string[] } {
  if (typeof cell === "number") return { numbers: [cell], texts: [] };
  if (typeof cell === "string") return { numbers: [], texts: numbersIn(cell) };
  const parts = cell !== null && typeof cell === "object" ? Object.values(cell).map(numbersWithin) : [];
  return { numbers: parts.flatMap((p) => p.numbers), texts: parts.flatMap((p) => p.texts) };
}

/** What a row is called in its table; a row that is worked out on demand has a name of its own kind. */
const nameOf = (row: Readonly<Record<string, unknown>>, onDemand?: true) =>
  row.label ?? (onDemand || typeof row.part !== "string" ? undefined : row.part);

function numbersIn(text: string): string[] {
  return text.match(/\d(?:[\d,]*\d)?(?:\.\d+)?/g) ?? [];
}

describe.each([...new Set(FIGURES.map(({ path }) => path))])("on %s", (path) => {
  // Figures change nothing of each other: one load of the page does for all, and one with a choice for each control.
  const figures = FIGURES.filter((placed) => placed.path === path);
  const chosen = new Map(
    figures.flatMap(({ figure }) =>
      figure.controls.map(({ name, options, default: usual }) => [
        name,
        options.find(({ code }) => code !== usual)?.code ?? "",
      ]),
    ),
  );
  const query = chosen.size === 0 ? "" : `?${new URLSearchParams([["v", "1"], ...chosen])}`;
  let opened: OpenPage;
  let changed: OpenPage;
  beforeAll(async () => {
    opened = await openPage(path);
    await allLive(opened.page);
    changed = await openPage(`${path}${query}`);
    await allLive(changed.page);
  });
  afterAll(async () => {
    await opened.close();
    await changed.close();
  });

  describe.each(figures)("the figure $id", (placed) => {
    const { id, figure } = placed;
    const rows = shownByDefault(placed);

    it("has a text alternative whose numbers are those of its rows", async () => {
      const given = rows.flatMap((row) => Object.values(row).filter((v) => typeof v === "number"));
      const gaps =
        id === "gaps-by-parent-and-contact"
          ? rows.flatMap((row) => {
              const group = (name: string) => ({
                p: Number(row[name]) / 100,
                n: Number(row[`${name}_interviews`]),
              });
              const { low, high } = differenceOfProportions(group("higher"), group("lower"), { deff: 1 });
              return [100 * low, 100 * high, 1];
            })
          : [];
      const within = figure.onDemand ? numbersWithin(rows) : { numbers: [], texts: [] };
      // What is chosen may have numbers in its name: "within 2½ points".
      const chosen = figure.controls.flatMap((control) =>
        control.options
          .filter(({ code }) => code === control.default)
          .flatMap(({ label }) => numbersIn(label)),
      );
      const known = new Set([
        ...waysToShow([...given, ...gaps, ...within.numbers, 95]),
        ...within.texts,
        ...chosen,
        // So may the words of a row: "like May 2014", "70% in May 2014".
        ...rows.flatMap((row) =>
          Object.values(row).flatMap((cell) => (typeof cell === "string" ? numbersIn(cell) : [])),
        ),
      ]);
      const { page } = opened;
      const svg = page.locator(`#figure-${id} .view-chart svg:visible`);
      expect(await svg.getAttribute("role")).toBe("img");
      const alt = (await svg.getAttribute("aria-label")) ?? "";
      const numbers = numbersIn(
        rows.reduce(
          (text, row) => text.replaceAll(String(nameOf(row, figure.onDemand) ?? "no name"), ""),
          alt,
        ),
      );
      expect(numbers.length).toBeGreaterThanOrEqual(rows.length);
      expect(numbers.filter((number) => !known.has(number))).toEqual([]);
      for (const row of rows) {
        const [name, key] = [
          String(nameOf(row, figure.onDemand) ?? ""),
          row.value ?? row.needed ?? row.held ?? row.low ?? row.on_top ?? row.likely_up_to ?? row.deff_1,
        ];
        expect(alt).toContain(name);
        // A row of words alone, such as an event, has no number.
        if (typeof key === "number")
          expect(numbers.some((number) => waysToShow([key]).has(number))).toBe(true);
      }
    });

    it("shows a table of its rows instead of the chart", async () => {
      const { page } = opened;
      const frame = page.locator(`#figure-${id}`);
      expect(await frame.locator(".view-chart svg").isVisible()).toBe(true);
      expect(await frame.locator("table").isVisible()).toBe(false);
      await showView(page, id, "table");
      expect(await frame.locator(".view-chart svg").isVisible()).toBe(false);
      expect(await frame.locator("table").isVisible()).toBe(true);
      const cells = await frame
        .locator("tbody tr")
        .evaluateAll((trs) => trs.map((tr) => [...tr.children].map((c) => c.textContent)));
      const columns: readonly ShownColumn<unknown>[] = figure.columns(defaultState(figure.controls));
      expect(cells).toEqual(
        rows.map((row) =>
          columns.map((column) => {
            const cell = column.value(row);
            return typeof cell === "number" ? numberText(cell, column) : (cell ?? "–none");
          }),
        ),
      );
      // The rows' own numbers stand there, whatever the columns make of them.
      const shown = cells.flat().join(" ");
      for (const row of rows) {
        const name = nameOf(row, figure.onDemand);
        if (name !== undefined) expect(shown).toContain(String(name));
        for (const name of ["interviews", "value", "held"]) {
          const number = row[name];
          if (typeof number !== "number") continue;
          expect([...waysToShow([number])].some((text) => shown.includes(text))).toBe(true);
        }
      }
    });

    it("says how it was worked out, with the code as it is", async () => {
      const { page } = opened;
      const frame = page.locator(`#figure-${id}`);
      await showView(page, id, "how");
      expect(await frame.locator(".view-how p:visible").count()).toBeGreaterThan(0);
      expect(await frame.locator(".view-how code").allTextContents()).toEqual(
        figure.code.map((path) => readFileSync(path, "utf8")),
      );
    });

    it("has a link that holds what was chosen", async () => {
      for (const [{ page }, holds] of [
        [opened, ""],
        [changed, query],
      ] as const) {
        const address = page.locator(`#figure-${id} [data-part="address"]`);
        const { origin, pathname } = new URL(page.url());
        const held = new URL(await address.inputValue());
        expect(`${held.origin}${held.pathname}${held.hash}`).toBe(`${origin}${pathname}#figure-${id}`);
        // In whatever order the page has its controls.
        const sorted = (search: string) => [...new URLSearchParams(search)].sort();
        expect(sorted(held.search)).toEqual(sorted(holds));
      }
    });
  });
});

it("the link of a figure is copied", async () => {
  const permissions = ["clipboard-read", "clipboard-write"];
  await onPage(FINDING, { permissions }, async ({ page }) => {
    const frame = page.locator("#figure-weighted-shares");
    await showView(page, "weighted-shares", "link");
    await frame.locator('[data-part="copy"]').click();
    await expect.poll(() => frame.locator('[data-part="copy"]').innerText()).toBe("Copied");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      await frame.locator('[data-part="address"]').inputValue(),
    );
  });
});

it("figures are drawn again when the window changes, with the same height", async () => {
  await onPage(FINDING, { width: 1200 }, async ({ page }) => {
    const svg = page.locator("#figure-weighted-shares .view-chart svg");
    const wide = await svg.boundingBox();
    await page.setViewportSize({ width: 390, height: 800 });
    await expect.poll(async () => (await svg.boundingBox())?.width).toBe(358);
    expect((await svg.boundingBox())?.height).toBe(wide?.height);
  });
});

it("on paper each figure has its chart and its table, and no controls", async () => {
  await onPage(FINDING, {}, async ({ page }) => {
    expect(await page.locator(".control:visible, .views:visible").count()).toBeGreaterThan(0);
    await page.emulateMedia({ media: "print" });
    for (const { id } of FIGURES.filter(({ path }) => path === FINDING)) {
      expect(await page.locator(`#figure-${id} table`).isVisible(), id).toBe(true);
      expect(await page.locator(`#figure-${id} .view-chart svg`).isVisible(), id).toBe(true);
    }
    expect(
      await page.locator(".control:visible, .views:visible, input:visible, button:visible").count(),
    ).toBe(0);
  });
});
