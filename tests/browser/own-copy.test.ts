import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { arrowBytes } from "../../data-loaders/tables/index.js";
import { fingerprintOf } from "../../src/analysis/align/index.js";
import { column, madePdf, wrapped } from "../unit/analysis/align/made-pdf.js";
import { axeProblems } from "./axe.js";
import type { OpenOptions, OpenPage } from "./browser.js";
import { onPage, tableOf } from "./site.js";

const PAGE = "review/sentence-by-sentence.html";

/** Made-up sentences in place of real ones: two with a claim, one that is left out. */
const MADE_UP = [
  "Every harbour master whom we asked was content with the lights.",
  "Ferries were late on nine days out of ten in the made-up winter.",
  "We thank the harbour masters for their time.",
] as const;

const table = tableOf("sentences");
const own = table.rows.filter(({ publication }) => publication === "ces-2023-24");
const chosen = [
  ...own.filter(({ claims }) => claims !== "").slice(3, 5),
  ...own.filter(({ claims }) => claims === "").slice(-1),
];
/** The table of sentences with the fingerprints of the made-up ones. */
const made = arrowBytes(
  {
    ...table,
    rows: table.rows.map((row) => {
      const index = chosen.indexOf(row);
      return index < 0 ? row : { ...row, ...fingerprintOf(MADE_UP[index] as string) };
    }),
  },
  "",
);
const claimOf = (index: number) => String(chosen[index]?.claims).split(";")[0] as string;

const TEXT = MADE_UP.join("\n\n");
const HTML = `<!doctype html><style>p { color: red }</style><p style="color: red">${MADE_UP.join("<p>")}<img src="https://example.org/x.png"><script>document.title = "run"</script>`;
const PDF = madePdf([
  column(
    MADE_UP.flatMap((sentence) => wrapped(sentence, 40)),
    30,
    500,
  ),
]);

const onForm = (options: OpenOptions, use: (opened: OpenPage) => Promise<void>) =>
  onPage(
    PAGE,
    {
      ...options,
      before: async (page) => {
        await page.route(/\/sentences\b[^/]*\.arrow$/, (route) => route.fulfill({ body: Buffer.from(made) }));
      },
    },
    use,
  );
const choose = (page: Page, ...files: { name: string; content: string | Uint8Array }[]) =>
  page.setInputFiles(
    "#own-copy-file",
    files.map(({ name, content }) => ({
      name,
      mimeType: "application/octet-stream",
      buffer: Buffer.from(content),
    })),
  );
const status = (page: Page) => page.locator('[data-part="own-copy"] [role="status"] p');
const card = (page: Page, index: number) =>
  page.locator(`[data-claim="${claimOf(index)}"] [data-part="own-words"]`);
const shown = (page: Page) => page.locator(".own-words:not([hidden])").count();

describe("a reader's own copy", () => {
  it.each([
    ["plain text", "report.txt", TEXT],
    ["HTML, without running or loading anything of it", "report.html", HTML],
    ["PDF", "report.pdf", PDF],
  ])("is read from %s and stands on the cards and beside what is left out", async (_, name, content) => {
    await onForm({}, async ({ page, problems }) => {
      const title = await page.title();
      await choose(page, { name, content });
      await expect
        .poll(() => status(page).allTextContents())
        .toEqual([`${name}: 3 of ${own.length} sentences found.`]);
      expect(await card(page, 0).textContent()).toBe(`In your copy: ${MADE_UP[0]}`);
      expect(await card(page, 1).textContent()).toBe(`In your copy: ${MADE_UP[1]}`);
      expect(await page.locator(`[data-sentence="${chosen[2]?.id}"]`).textContent()).toBe(
        `In your copy: ${MADE_UP[2]}`,
      );
      expect(await page.title()).toBe(title);
      expect(problems).toEqual([]);
    });
  });

  it("is not sent anywhere, and what reads it is loaded only when it is chosen", async () => {
    await onForm({}, async ({ page, problems }) => {
      const requests: string[] = [];
      page.on("request", (request) =>
        requests.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`),
      );
      await choose(page, { name: "report.txt", content: TEXT });
      await expect.poll(() => shown(page)).toBeGreaterThan(0);
      expect(requests.some((request) => request.includes("pdf"))).toBe(false);
      await choose(page, { name: "report.pdf", content: PDF });
      await expect
        .poll(() => status(page).allTextContents())
        .toEqual([`report.pdf: 3 of ${own.length} sentences found.`]);
      expect(requests.some((request) => request.includes("pdf-worker"))).toBe(true);
      expect(requests.some((request) => request.includes("sentences"))).toBe(true);
      for (const request of requests) {
        expect(request).toMatch(/^GET http:\/\/127\.0\.0\.1:\d+\/some\/folder\/[^?]*(?:\?sha=\w+)? $/);
        expect(request).not.toMatch(/harbour|report/);
      }
      expect(
        await page.evaluate(() => [localStorage.length, sessionStorage.length, location.search]),
      ).toEqual([0, 0, ""]);
      expect(problems).toEqual([]);
    });
  });

  it("lists what is not found with what the file has there", async () => {
    await onForm({}, async ({ page }) => {
      await choose(page, { name: "report.txt", content: TEXT.replace("nine days", "eight days") });
      await expect
        .poll(() => status(page).allTextContents())
        .toEqual([`report.txt: 2 of ${own.length} sentences found.`]);
      const list = page.locator('[data-part="not-found"]');
      expect(await list.locator("summary").textContent()).toContain(`${own.length - 2} not found`);
      await list.locator("summary").click();
      const item = list
        .locator(
          `li:has(a[href$="${claimOf(1)
            .replace(/^.*\.claim\./, "")
            .replaceAll(".", "-")}"])`,
        )
        .first();
      expect(await item.textContent()).toContain("Ferries were late on eight days");
      expect(await card(page, 1).isVisible()).toBe(false);
    });
  });

  it("that cannot be used is named with what is wrong, and the others are read", async () => {
    await onForm({}, async ({ page }) => {
      await choose(
        page,
        { name: "letter.docx", content: "PK\u0003\u0004" },
        { name: "other.txt", content: "A text of more than six words that is no publication." },
        { name: "cut.pdf", content: "%PDF-1.7" },
        { name: "report.txt", content: TEXT },
      );
      await expect.poll(() => status(page).count()).toBe(4);
      await expect.poll(() => status(page).last().textContent()).toContain("sentences found.");
      const said = await status(page).allTextContents();
      expect(said[0]).toBe(
        "letter.docx: the file is an office document or an archive; expected plain text, HTML or PDF: save it as PDF",
      );
      expect(said[1]).toContain("other.txt: the file has none of the sentences");
      expect(said[2]).toMatch(/^cut\.pdf: the PDF cannot be read \(.+\); expected a whole PDF$/);
    });
  });

  it("is taken away by keyboard, on a phone, without anything left", async () => {
    await onForm({ width: 390 }, async ({ page, problems }) => {
      const forget = page.getByRole("button", { name: "Remove it again" });
      expect(await forget.isVisible()).toBe(false);
      await choose(page, { name: "report.txt", content: TEXT });
      await expect.poll(() => shown(page)).toBeGreaterThan(2);
      await page.locator('[data-part="not-found"] summary').click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      expect(await axeProblems(page, ".own-copy")).toEqual([]);
      await page.focus("#own-copy-file");
      await page.keyboard.press("Tab");
      expect(await forget.evaluate((button) => button === document.activeElement)).toBe(true);
      await page.keyboard.press("Enter");
      expect(await shown(page)).toBe(0);
      expect((await page.textContent("main"))?.includes("harbour master")).toBe(false);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("own-copy-file");
      expect(await page.inputValue("#own-copy-file")).toBe("");
      expect(await forget.isVisible()).toBe(false);
      expect(problems).toEqual([]);
    });
  });

  it("has no form without scripts", async () => {
    await onPage(PAGE, { javaScript: false }, async ({ page }) => {
      expect(await page.locator('[data-part="own-copy"]').isVisible()).toBe(false);
    });
  });
});
