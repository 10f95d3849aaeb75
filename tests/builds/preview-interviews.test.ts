import type { ChildProcess } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GENERATORS, interviewsCsv } from "../../data-loaders/made-up/index.js";
import { readRaw } from "../../data-loaders/read/index.js";
import { type OpenPage, openAddress } from "../browser/browser.js";
import { RAW } from "../browser/site.js";
import { endPreview, freePort, startPreview } from "./preview-process.js";
import { copyProject, removeCopy } from "./project-copy.js";

const survey = GENERATORS.get("compatible")?.surveys.get("ces-2023-24");
const GOOD = interviewsCsv(survey?.simulate(readRaw(RAW), { seed: 7, interviews: 2280 }) as never);
/** The sixth interview has a parent type that the codebook does not list. */
const FAULTY = GOOD.split("\n")
  .map((line, i) => (i === 6 ? line.replace(/,(?:receiving|paying),/, ",both,") : line))
  .join("\n");
const COLUMN = (FAULTY.split("\n")[6]?.indexOf(",both,") ?? 0) + 2;
const FILE = "data-loaders/microdata/ces-2023-24.csv";

let folder = "";
let preview: ChildProcess | null = null;
let opened: OpenPage | null = null;
beforeAll(async () => {
  folder = copyProject({ warm: true });
  // The preview begins with a file that is wrong.
  writeFileSync(join(folder, FILE), FAULTY);
  const port = await freePort();
  preview = await startPreview(folder, port, ["--port", String(port)]);
  opened = await openAddress(`http://127.0.0.1:${port}/review/from-interviews`);
});
afterAll(async () => {
  await opened?.close();
  if (preview !== null) await endPreview(preview, "SIGTERM");
  removeCopy(folder);
});

const page = (): Page => (opened as OpenPage).page;
const problems = () => page().locator(".problems");
const cited = (id: string) => page().locator(`main [data-result="${id}"]`).first();
const figure = () => page().locator("#figure-from-interviews");
const put = (file: string, text: string) => writeFileSync(join(folder, file), text);
/** What the page says is wrong, once it does. */
async function said(): Promise<string> {
  await problems().waitFor({ timeout: 90_000 });
  return await problems().innerText();
}
const isMended = () => expect.poll(() => problems().count(), { timeout: 90_000 }).toBe(0);
/** Every part of the page in its order: what a reader who has had it open since before an edit may see no more of than others. */
const parts = (of: Page) =>
  of.evaluate(() =>
    [...(document.querySelector("main")?.children ?? [])].map((e) => `${e.tagName} ${e.textContent}`),
  );
const marks = () => page().locator('[data-part="from-interviews"] p.quiet').allInnerTexts();

describe.sequential("the preview, with interviews", () => {
  it("shows from the start what is wrong with a file and where, over the last good numbers", async () => {
    expect(await said()).toContain(`${FILE}:7:${COLUMN}: parent is "both"; expected one of`);
    expect(await cited("interviews.files").innerText()).toBe("0");
    expect(await figure().innerText()).toContain("no interviews");
    expect(await figure().locator("svg").count()).toBe(0);
  });

  it("shows what the interviews give as soon as the file is mended", async () => {
    put(FILE, GOOD);
    await isMended();
    await expect.poll(() => cited("interviews.files").innerText(), { timeout: 90_000 }).toBe("1");
    await expect.poll(() => figure().locator(".view-chart svg:visible").count(), { timeout: 90_000 }).toBe(1);
    expect(await figure().locator(".view-chart svg:visible").getAttribute("aria-label")).toContain(
      "made-up data: compatible world, seed 7",
    );
    expect(await marks()).toContain(
      "[c] confidential: fewer than 10 interviews, or needed to protect such a count.",
    );
  });

  it("keeps these numbers when the file is broken, says where, and all is well when it is mended", async () => {
    put(FILE, FAULTY);
    expect(await said()).toContain(`${FILE}:7:${COLUMN}: parent is "both"`);
    expect(await cited("interviews.files").innerText()).toBe("1");
    expect(await figure().locator(".view-chart svg:visible").count()).toBe(1);
    put(FILE, GOOD);
    await isMended();
    expect(await cited("interviews.files").innerText()).toBe("1");
  });

  it("has on the open page just what a page has that is opened now", async () => {
    const other = await openAddress(page().url());
    try {
      await expect
        .poll(async () => await parts(other.page), { timeout: 30_000 })
        .toEqual(await parts(page()));
    } finally {
      await other.close();
    }
  });

  it("follows the rules of disclosure control, and shows what is wrong with their file", async () => {
    const rules = "data-loaders/microdata/disclosure.json";
    put(rules, '{"least": 60}');
    await expect
      .poll(marks, { timeout: 90_000 })
      .toContain("[c] confidential: fewer than 60 interviews, or needed to protect such a count.");
    put(rules, '{"least": 60, "rounded": 5}');
    expect(await said()).toContain(`${rules}:1:26: "rounded" is unknown here`);
    expect((await marks()).join()).toContain("fewer than 60 interviews");
    rmSync(join(folder, rules));
    await isMended();
    await expect
      .poll(async () => (await marks()).join(), { timeout: 90_000 })
      .toContain("fewer than 10 interviews");
  });

  it("has nothing of them left when the file is taken away", async () => {
    rmSync(join(folder, FILE));
    await expect.poll(() => cited("interviews.files").innerText(), { timeout: 90_000 }).toBe("0");
    await expect.poll(() => figure().locator("svg").count(), { timeout: 90_000 }).toBe(0);
    expect(await problems().count()).toBe(0);
  });
});
