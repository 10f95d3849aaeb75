import { type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { inject } from "vitest";

export interface OpenPage {
  page: Page;
  /** Console errors and warnings, uncaught errors, requests to other hosts and failed requests so far. */
  problems: string[];
  close(): Promise<void>;
}

export interface OpenOptions {
  width?: number;
  height?: number;
  dark?: boolean;
  javaScript?: boolean;
  /** What the page may do without asking. */
  permissions?: string[];
  /** Runs on the page before it has an address. */
  before?: (page: Page) => Promise<void>;
  waitUntil?: "load" | "commit";
}

/** Opens a page of the built site by its path from the site's root, in a browser context of its own. */
export function openPage(path: string, options: OpenOptions = {}): Promise<OpenPage> {
  return openAddress(new URL(path.replace(/^\/+/, ""), inject("site").url).href, options);
}

/** Opens any address of this machine, in a browser context of its own. */
export async function openAddress(
  address: string,
  {
    width = 1280,
    height = 800,
    dark = false,
    javaScript = true,
    permissions = [],
    before = async () => {},
    waitUntil = "load",
  }: OpenOptions = {},
): Promise<OpenPage> {
  const browser = await chromium.connect(inject("site").wsEndpoint);
  try {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: dark ? "dark" : "light",
      javaScriptEnabled: javaScript,
      permissions,
    } satisfies BrowserContextOptions);
    const page = await context.newPage();
    const problems: string[] = [];
    const origin = new URL(address).origin;
    page.on("console", (message) => {
      if (message.type() !== "error" && message.type() !== "warning") return;
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
    context.on("requestfailed", (request) => {
      problems.push(`failed: ${request.url()}: ${request.failure()?.errorText}`);
    });
    context.on("response", (response) => {
      if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
    });
    await before(page);
    await page.goto(address, { waitUntil });
    return { page, problems, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
