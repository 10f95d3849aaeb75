import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { browserArguments } from "../browser.js";
import { serveFolder } from "../serve.js";
import type { TimedControl } from "./controls-page.js";
import { median } from "./measure.js";

/** Controls of a page: milliseconds from the event to redrawn charts. */
export interface ControlRow {
  readonly page: string;
  readonly control: string;
  readonly options: number;
  readonly events: number;
  readonly median: number;
  readonly p95: number;
  readonly slowest: number;
  /** CPU time of the page's thread per event, in milliseconds: independent of machine load. */
  readonly processor: number;
}

const ROUNDS = 8;

/** Times every option of every control of the findings in the built site, one event at a time. */
export async function measureControls(dist: string, executablePath: string): Promise<ControlRow[]> {
  const pages = readdirSync(join(dist, "findings"))
    .filter((name) => name.endsWith(".html") && name !== "index.html")
    .map((name) => `findings/${name}`);
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("controls-page.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "bench",
    platform: "browser",
    target: "es2022",
  });
  const served = await serveFolder(dist);
  const browser = await chromium.launch({ executablePath, args: [...browserArguments] });
  try {
    const rows: ControlRow[] = [];
    for (const path of pages) {
      const page = await browser.newPage({ viewport: { width: 1200, height: 900 }, bypassCSP: true });
      await page.goto(served.url + path);
      await page.waitForFunction(
        '[...document.querySelectorAll("[data-figure]")].every((f) => f.dataset.live === "yes" || !f.querySelector("[data-control]"))',
      );
      const script = outputFiles[0]?.text ?? "";
      const bench = (call: string) => page.evaluate(`(() => { ${script}; return bench.${call}; })()`);
      const devtools = await page.context().newCDPSession(page);
      await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
      const spent = async () => {
        const { metrics } = await devtools.send("Performance.getMetrics");
        return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
      };
      const count = (await bench("countControls()")) as number;
      for (let at = 0; at < count; at++) {
        // Warm-up: scripts are compiled on first use.
        await bench(`timeControl(${at}, 1)`);
        const before = await spent();
        const { control, options, times } = (await bench(`timeControl(${at}, ${ROUNDS})`)) as TimedControl;
        const processor = ((await spent()) - before) / times.length;
        rows.push({
          ...{ page: path, control, options, events: times.length },
          ...{ median: tenth(median(times)), p95: tenth(percentile(times, 0.95)) },
          ...{ slowest: tenth(Math.max(...times)), processor: tenth(processor) },
        });
      }
      await page.close();
    }
    if (rows.length === 0) throw new Error(`${dist} has no controls`);
    return rows;
  } finally {
    await browser.close();
    await served.close();
  }
}

/** A percentile: the least value that this part does not exceed. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
  if (found === undefined) throw new RangeError("there is no percentile of no values");
  return found;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
