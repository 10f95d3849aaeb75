import { chromium, type Page } from "playwright-core";
import { inject } from "vitest";

export interface OpenPage {
  page: Page;
  /** Console errors, uncaught errors and requests to other hosts so far. */
  problems: string[];
  close(): Promise<void>;
}

/** Opens a page of the built site by its path from the site's root, in a browser context of its own. */
export async function openPage(
  path: string,
  {
    width = 1280,
    height = 800,
    dark = false,
    javaScript = true,
  }: { width?: number; height?: number; dark?: boolean; javaScript?: boolean } = {},
): Promise<OpenPage> {
  const site = inject("site");
  const browser = await chromium.connect(site.wsEndpoint);
  try {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: dark ? "dark" : "light",
      javaScriptEnabled: javaScript,
    });
    const page = await context.newPage();
    const problems: string[] = [];
    const origin = new URL(site.url).origin;
    page.on("console", (message) => {
      if (message.type() !== "error") return;
      const { url } = message.location();
      problems.push(`console: ${message.text()}${url ? ` (${url})` : ""}`);
    });
    page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
    context.on("request", (request) => {
      const url = new URL(request.url());
      if (url.protocol !== "data:" && url.protocol !== "blob:" && url.origin !== origin) {
        problems.push(`request to another host: ${request.url()}`);
      }
    });
    await page.goto(new URL(path.replace(/^\/+/, ""), site.url).href);
    return { page, problems, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
