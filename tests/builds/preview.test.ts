import { type ChildProcess, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { DOWNLOADS, GENERATED, MANIFEST_FILE, SITE_FILE } from "../../tools/site/paths.js";
import { type OpenPage, openAddress } from "../browser/browser.js";
import { allLive } from "../browser/site.js";
import { endPreview, freePort, startPreview } from "./preview-process.js";
import { copyProject, edit, hashes, removeCopy, setReceiving } from "./project-copy.js";

let folder = "";
let preview: ChildProcess | null = null;
let opened: OpenPage | null = null;
let port = 0;

beforeAll(() => {
  folder = copyProject({ warm: true });
});
afterAll(async () => {
  await opened?.close();
  if (preview !== null) await stop("SIGKILL");
  for (const pid of processesIn(folder)) process.kill(pid, "SIGKILL");
  removeCopy(folder);
});

/** Every process that works in a folder, with its command. */
function commandsIn(place: string): string[] {
  return processesIn(place).map(
    (pid) => `${pid} ${readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")}`,
  );
}

function processesIn(place: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return (
          readlinkSync(`/proc/${pid}/cwd`) === place && !/ Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"))
        );
      } catch {
        return false;
      }
    })
    .map(Number);
}

async function start(args: readonly string[], env: Record<string, string> = {}): Promise<void> {
  preview = await startPreview(folder, port, args, env);
}

/** Ends the preview as Ctrl-C does for the process itself, and gives its exit code. */
async function stop(signal: NodeJS.Signals): Promise<number | null> {
  const ending = preview as ChildProcess;
  preview = null;
  return await endPreview(ending, signal);
}

/** The processes that make the pages. */
const makers = () => commandsIn(folder).filter((command) => command.includes("tools/site/maker.ts"));

/** Waits until everything is made from the files as they are, downloads and pictures last. */
async function allMade(): Promise<void> {
  await expect
    .poll(
      () =>
        !existsSync(join(folder, GENERATED, "refresh.lock")) &&
        statSync(join(folder, MANIFEST_FILE)).mtimeMs >= statSync(join(folder, SITE_FILE)).mtimeMs,
      { timeout: 90_000, interval: 100 },
    )
    .toBe(true);
}

const cited = (page: Page, id: string) =>
  page
    .locator(`main [data-result="${id}"]`)
    .first()
    .textContent({ timeout: 1000 })
    .catch(() => null);
const alt = (page: Page, figure: string) =>
  page
    .locator(`#figure-${figure} .view-chart svg`)
    .first()
    .getAttribute("aria-label", { timeout: 1000 })
    .catch(() => null);

/** Seconds from an edit until prose and chart of the open page show a number. */
async function secondsUntil(page: Page, change: () => void, prose: string, drawn: string): Promise<number> {
  const start = performance.now();
  change();
  await expect
    .poll(
      async () => [
        (await cited(page, "ces-2023-24.satisfied.parent-receiving")) === prose,
        (await alt(page, "satisfaction-by-parent-and-contact"))?.includes(drawn) ?? false,
      ],
      { timeout: 90_000, interval: 20 },
    )
    .toEqual([true, true]);
  return (performance.now() - start) / 1000;
}

describe.sequential("the preview", () => {
  afterEach(({ task }) => {
    if (task.result?.state === "fail" && preview?.exitCode !== null) console.info("the preview has ended");
  });

  it("opens on the port that it is given", async () => {
    port = await freePort();
    await start(["--port", String(port)], { PORT: "1" });
    opened = await openAddress(`http://127.0.0.1:${port}/findings/parents-and-contact`);
    await allLive(opened.page);
    expect(await cited(opened.page, "ces-2023-24.satisfied.parent-receiving")).toBe("47%");
  });

  it("shows a number of the raw files on the open page, made by one process whatever the number of edits", async () => {
    const { page } = opened as OpenPage;
    await allMade();
    const [maker] = makers();
    const seconds: number[] = [];
    for (const value of ["46", "47", "48", "47", "46"]) {
      seconds.push(
        await secondsUntil(
          page,
          () => setReceiving(folder, value),
          `${value}%`,
          `Receiving Parents ${value}%`,
        ),
      );
      // The page still shows itself; the next edit finds downloads and pictures in the making.
      await wait(1500);
    }
    console.info(
      `seconds from an edit of a raw file to the open page: ${seconds.map((s) => s.toFixed(2)).join(", ")}`,
    );
    expect(await cited(page, "parents.gap")).toBe("15 points");
    // Nothing of what the page showed before is left on it.
    const numbers = page.locator('main [data-result="ces-2023-24.satisfied.parent-receiving"]');
    expect(await numbers.allInnerTexts()).toEqual(["46%"]);
    // One process made them all.
    expect(maker).toBeDefined();
    expect(makers()).toEqual([maker]);
  });

  it("keeps the last good numbers when a raw file is broken, and shows where; then all is well again", async () => {
    const { page } = opened as OpenPage;
    setReceiving(folder, "46x");
    const problems = page.locator(".problems");
    await problems.waitFor({ timeout: 90_000 });
    expect(await problems.innerText()).toMatch(/data-loaders\/raw\/ces-2023-24\/values\.csv:4:\d+/);
    expect(await problems.innerText()).toContain("46x");
    expect(await cited(page, "ces-2023-24.satisfied.parent-receiving")).toBe("46%");
    expect(await alt(page, "satisfaction-by-parent-and-contact")).toContain("Receiving Parents 46%");
    const seconds = await secondsUntil(
      page,
      () => setReceiving(folder, "47"),
      "47%",
      "Receiving Parents 47%",
    );
    console.info(`seconds from mending to the open page: ${seconds.toFixed(2)}`);
    await expect.poll(() => problems.count()).toBe(0);
  });

  it("takes away what it said about a broken file when the file becomes again what it was", async () => {
    const { page } = opened as OpenPage;
    setReceiving(folder, "");
    await page.locator(".problems").waitFor({ timeout: 90_000 });
    setReceiving(folder, "47");
    await expect.poll(() => page.locator(".problems").count()).toBe(0);
    expect(await cited(page, "ces-2023-24.satisfied.parent-receiving")).toBe("47%");
  });

  it("leaves after many edits what a fresh process makes of the raw files", async () => {
    await allMade();
    const written = () => ({
      site: readFileSync(join(folder, SITE_FILE), "utf8"),
      downloads: hashes(join(folder, DOWNLOADS)),
    });
    const kept = written();
    const generate = ["--import", "tsx", "tools/site/generate.ts"];
    expect(spawnSync(process.execPath, generate, { cwd: folder }).status).toBe(0);
    expect(kept).toEqual(written());
  });

  it("shows what an edited module of src/stats makes of the numbers, in prose and chart", async () => {
    const { page } = opened as OpenPage;
    const start = performance.now();
    edit(folder, "src/stats/numeric/constants.ts", "1.959963984540054", "2.5758293035489");
    await expect
      .poll(
        async () => [
          await cited(page, "parents.gap.interval"),
          await alt(page, "gaps-by-parent-and-contact"),
        ],
        {
          timeout: 90_000,
          interval: 20,
        },
      )
      .toEqual(["10.7 to 21.3 points", expect.stringContaining("interval 10.7 to 21.3;")]);
    console.info(
      `seconds from an edit of src/stats to the open page: ${((performance.now() - start) / 1000).toFixed(2)}`,
    );
  });

  it("ends on SIGINT with all that it started, and leaves its port", async () => {
    await opened?.close();
    opened = null;
    expect(processesIn(folder).length).toBeGreaterThan(1);
    expect(await stop("SIGINT")).toBe(130);
    await expect.poll(() => commandsIn(folder)).toEqual([]);
    expect(await freePort(port)).toBe(port);
  });

  it("takes its port from PORT, and starts from the last good numbers when the raw files are broken", async () => {
    setReceiving(folder, "46x");
    port = await freePort();
    await start([], { PORT: String(port) });
    const page = await (await fetch(`http://127.0.0.1:${port}/findings/parents-and-contact`)).text();
    expect(page).toContain("values.csv:4:");
    expect(page).toMatch(/data-result="ces-2023-24\.satisfied\.parent-receiving"[^>]*>47%/);
    expect(await stop("SIGTERM")).toBe(143);
    await expect.poll(() => commandsIn(folder)).toEqual([]);
  });
});
