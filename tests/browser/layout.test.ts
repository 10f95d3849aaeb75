import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { openPage } from "./browser.js";
import { allLive, FINDING } from "./site.js";

/**
 * Adds up how far things moved once the fonts were there: the score of Core Web Vitals, without its windows of time. On a busy
 * machine a preloaded font can come after the first paint.
 */
const recordShifts = () => {
  const recorded = { sum: 0, sources: [] as string[] };
  Object.assign(globalThis, { recorded });
  let ready = Number.POSITIVE_INFINITY;
  document.addEventListener("DOMContentLoaded", async () => {
    await document.fonts.ready;
    ready = performance.now();
  });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as Shift[]) {
      if (entry.startTime < ready) continue;
      recorded.sum += entry.value;
      recorded.sources.push(
        ...entry.sources.map((s) => s.node?.parentElement?.outerHTML.slice(0, 120) ?? ""),
      );
    }
  }).observe({ type: "layout-shift", buffered: true });
};

interface Shift {
  startTime: number;
  value: number;
  sources: { node: Node | null }[];
}

it.each([1200, 390])("nothing moves while the finding comes to life at %i pixels", async (width) => {
  const { page, close } = await openPage(FINDING, {
    width,
    before: async (page) => {
      await page.addInitScript(recordShifts);
    },
  });
  try {
    await allLive(page);
    await page.waitForTimeout(500);
    const moved = await page.evaluate(
      () => (globalThis as unknown as { recorded: { sum: number; sources: string[] } }).recorded,
    );
    console.info(`layout shift at ${width}: ${moved.sum.toFixed(4)}`);
    expect(moved.sum, moved.sources.join("\n")).toBeLessThan(0.02);
    // The recorder works: something that moves is recorded.
    await page.evaluate(() => {
      const block = document.createElement("div");
      block.setAttribute("style", "height:300px");
      block.style.height = "300px";
      document.querySelector("main")?.before(block);
    });
    await expect
      .poll(() =>
        page.evaluate(() => (globalThis as unknown as { recorded: Shift & { sum: number } }).recorded.sum),
      )
      .toBeGreaterThan(0.02);
  } finally {
    await close();
  }
});

it.each([1200, 700, 390, 320])("a chart keeps its height when it goes live at %i pixels", async (width) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { page, close } = await openPage(FINDING, {
    width,
    waitUntil: "commit",
    before: async (page) => {
      await page.route(/\/_scripts\/findings\//, async (route) => {
        await held;
        await route.continue();
      });
    },
  });
  const heights = () =>
    page
      .locator(".view-chart")
      .evaluateAll((boxes) => boxes.map((box) => Math.round(box.getBoundingClientRect().height * 10) / 10));
  try {
    await page.locator("#observablehq-footer").waitFor();
    await page.evaluate(() => document.fonts.ready.then(() => true));
    const before = await heights();
    expect(await page.locator(".figure[data-live]").count()).toBe(0);
    expect(Math.min(...before)).toBeGreaterThan(100);
    release();
    await allLive(page);
    expect(await heights()).toEqual(before);
  } finally {
    release();
    await close();
  }
});

it("the finding is light: few requests, few bytes", async () => {
  const bodies: Promise<{ url: string; bytes: number }>[] = [];
  const { page, close } = await openPage(FINDING, {
    before: async (page) => {
      page.on("response", (response) => {
        const url = response.url();
        bodies.push(response.body().then((body) => ({ url, bytes: gzipSync(body).length })));
      });
    },
  });
  try {
    await allLive(page);
    await page.waitForLoadState("networkidle");
    const all = await Promise.all(bodies);
    const counted = all.filter(({ url }) => /\.(html|js|css|woff2)$/.test(new URL(url).pathname));
    const total = counted.reduce((sum, { bytes }) => sum + bytes, 0);
    const list = all.map(({ url, bytes }) => `${bytes} ${url}`).join("\n");
    const sum = (ending: RegExp) =>
      counted.filter(({ url }) => ending.test(url)).reduce((s, { bytes }) => s + bytes, 0);
    console.info(
      `page weight: ${(total / 1000).toFixed(1)} kB compressed (html ${sum(/html$/)}, js ${sum(/js$/)}, css ${sum(/css$/)}, fonts ${sum(/woff2$/)}), ${all.length} requests`,
    );
    expect(counted.length).toBeGreaterThan(5);
    expect(total, list).toBeLessThan(350_000);
    expect(all.length, list).toBeLessThan(40);
  } finally {
    await close();
  }
});
