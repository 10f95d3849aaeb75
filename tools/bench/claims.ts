import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { ledgerOf } from "../../data-loaders/ledger/ledger.js";
import { readRaw } from "../../data-loaders/read/index.js";
import { DEFAULT_ASSUMPTIONS, judgeOf } from "../../src/claims/index.js";
import { browserArguments } from "../browser.js";
import { serveFolder } from "../serve.js";
import { median } from "./measure.js";

const RAW = fileURLToPath(new URL("../../data-loaders/raw", import.meta.url));
const PAGE = "review/sentence-by-sentence.html";

/** Milliseconds to judge all claims under one set of assumptions, and a single claim. */
export interface JudgingRow {
  readonly world: string;
  readonly claims: number;
  readonly all: number;
  readonly median: number;
  readonly p95: number;
  readonly slowest: number;
  readonly slowestClaim: string;
}

const WORLDS = {
  default: {},
  "an interview worth a half": { deff: 2 },
  "groups weigh half to double": { shares: "double" },
} as const;

/** Times every claim under each set of assumptions, with a judge that caches earlier ones, as in the page's worker. */
export function measureJudging(): JudgingRow[] {
  const ledger = ledgerOf(readRaw(RAW));
  const judge = judgeOf(ledger);
  return Object.entries(WORLDS).map(([world, changed]) => {
    const times = ledger.claims.map(({ id }) => {
      const start = performance.now();
      judge.judge(id, { ...DEFAULT_ASSUMPTIONS, ...changed });
      return { id, time: performance.now() - start };
    });
    const sorted = [...times].sort((a, b) => a.time - b.time);
    const last = sorted.at(-1);
    return {
      world,
      claims: times.length,
      all: tenth(times.reduce((sum, { time }) => sum + time, 0)),
      median: tenth(median(times.map(({ time }) => time))),
      p95: tenth(sorted[Math.floor(0.95 * sorted.length)]?.time ?? Number.NaN),
      slowest: tenth(last?.time ?? Number.NaN),
      slowestClaim: last?.id ?? "",
    };
  });
}

/** Milliseconds from a reader's choice in the panel of assumptions to the page's answers. */
export interface PanelRow {
  readonly choice: string;
  /** Until the visible claims are judged, and until all are. */
  readonly onScreen: number;
  readonly all: number;
}

/** Times choices in the built page, in a browser, including the page's worker. */
export async function measurePanel(dist: string, executablePath: string): Promise<PanelRow[]> {
  const served = await serveFolder(dist);
  const browser = await chromium.launch({ executablePath, args: [...browserArguments] });
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 }, bypassCSP: true });
    await page.addInitScript(() => {
      const seen = new WeakSet<Worker>();
      const times: { asked: number; answers: number[]; done: boolean } = {
        asked: 0,
        answers: [],
        done: false,
      };
      Object.assign(globalThis, { judging: times });
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]) {
        if (!seen.has(this)) {
          seen.add(this);
          this.addEventListener("message", ({ data }) => {
            times.answers.push(performance.now());
            times.done ||= data?.done === true;
          });
        }
        if ((args[0] as { run?: number } | null)?.run !== undefined)
          Object.assign(times, { answers: [], done: false });
        Reflect.apply(post, this, args);
      };
    });
    await page.goto(served.url + PAGE);
    await page.waitForFunction(
      '[...document.querySelectorAll("[data-figure]")].every((f) => f.dataset.live === "yes")',
    );
    const rows: PanelRow[] = [];
    // The first choice also starts the worker.
    for (const [name, code] of [
      ["interview", "two-thirds"],
      ["interview", "half"],
      ["shares", "double"],
      ["rounding", "half-even"],
      ["pairs", "half-opposed"],
    ] as const) {
      const start = await page.evaluate(
        ([name, code]) => {
          const input = document.querySelector<HTMLInputElement>(
            `[data-figure] input[name$="${name}"][value="${code}"]`,
          );
          if (input === null) throw new Error(`no choice ${name}: ${code}`);
          const now = performance.now();
          input.click();
          return now;
        },
        [name, code],
      );
      await page.waitForFunction("judging.done");
      const answers = (await page.evaluate("judging.answers")) as number[];
      rows.push({
        choice: `${name}: ${code}`,
        onScreen: tenth((answers[0] ?? Number.NaN) - start),
        all: tenth((answers.at(-1) ?? Number.NaN) - start),
      });
    }
    return rows;
  } finally {
    await browser.close();
    await served.close();
  }
}

function tenth(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
