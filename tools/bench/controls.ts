import { readdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { browserArguments } from "../browser.js";
import { serveFolder } from "../serve.js";
import { timeControls } from "./controls-page.js";
import { median } from "./measure.js";

/** The controls of a page: milliseconds from the event to charts that are drawn again and laid out. */
export interface ControlRow {
  readonly page: string;
  readonly control: string;
  readonly options: number;
  readonly events: number;
  readonly median: number;
  readonly p95: number;
  readonly slowest: number;
}

const ROUNDS = 8;
/** Rounds that are not counted: scripts are compiled as they are first used. */
const WARMUPS = 1;

/** Times every option of every control of the findings in the built site, each event on its own. */
export async function measureControls(dist: string, executablePath: string): Promise<ControlRow[]> {
  const pages = readdirSync(join(dist, "findings"), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? [`findings/${entry.name}/`]
      : entry.name.endsWith(".html") && entry.name !== "index.html"
        ? [`findings/${entry.name.replace(/\.html$/, "")}`]
        : [],
  );
  const served = await serveFolder(dist);
  const browser = await chromium.launch({ executablePath, args: [...browserArguments] });
  try {
    const rows: ControlRow[] = [];
    for (const path of pages) {
      const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
      await page.goto(served.url + path);
      await page.waitForFunction(
        '[...document.querySelectorAll("[data-figure]")].every((f) => f.dataset.live === "yes" || !f.querySelector("[data-control]"))',
      );
      const timed = (await page.evaluate(`(${String(timeControls)})(${ROUNDS}, ${WARMUPS})`)) as Awaited<
        ReturnType<typeof timeControls>
      >;
      for (const { control, options, times } of timed) {
        rows.push({
          ...{ page: path, control, options, events: times.length },
          ...{ median: tenth(median(times)), p95: tenth(percentile(times, 0.95)) },
          slowest: tenth(Math.max(...times)),
        });
      }
      await page.close();
    }
    return rows;
  } finally {
    await browser.close();
    await served.close();
  }
}

/** The least of the values that so much of them does not exceed. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
  if (found === undefined) throw new RangeError("there is no percentile of no values");
  return found;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
