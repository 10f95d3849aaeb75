import { type ChildProcess, spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenPage, openAddress } from "../browser/browser.js";
import { allLive } from "../browser/site.js";
import { endPreview, freePort, startPreview } from "./preview-process.js";
import { copyProject, removeCopy, setReceiving } from "./project-copy.js";

const ID = "ces-2023-24.satisfied.parent-receiving";
let folder = "";
let port = 0;
let preview: ChildProcess | null = null;
let opened: OpenPage | null = null;

beforeAll(async () => {
  folder = copyProject();
  port = await freePort();
  const start = performance.now();
  preview = await startPreview(folder, port, ["--port", String(port)]);
  console.info(`cold preview: first page in ${((performance.now() - start) / 1000).toFixed(1)} seconds`);
});
afterAll(async () => {
  await opened?.close();
  if (preview !== null) await endPreview(preview, "SIGTERM");
  removeCopy(folder);
});

const page = () => (opened as OpenPage).page;
const cited = () => page().locator(`main [data-result="${ID}"]`).first().innerText();

describe.sequential("the preview of a fresh clone", () => {
  it("has the text with its numbers before any table is made, and says what is to come", async () => {
    opened = await openAddress(`http://127.0.0.1:${port}/findings/parents-and-contact`);
    expect(await cited()).toBe("47%");
    expect(await page().locator("main").innerText()).toContain("This figure is being worked out");
    expect(await page().locator("main .unknown").count()).toBe(0);
  });

  it("shows a number that is saved meanwhile, with live figures, on the page that is open", async () => {
    setReceiving(folder, "46");
    await expect.poll(cited, { timeout: 200_000 }).toBe("46%");
    await page().locator(".figure").first().waitFor();
    await allLive(page());
    const svg = page().locator("#figure-satisfaction-by-parent-and-contact .view-chart svg").first();
    await expect.poll(() => svg.getAttribute("aria-label")).toContain("Receiving Parents 46%");
    expect(await page().locator("main").innerText()).not.toContain("being worked out");
  });

  it("says in one line that its port is in use", () => {
    const args = ["--import", "tsx", "tools/site.ts", "preview", "--port", String(port)];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(
      new RegExp(`^Port ${port} is in use; choose another one: .*--port ${port + 1}\\n$`),
    );
  });
});
