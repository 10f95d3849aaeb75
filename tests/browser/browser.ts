import {
  type Browser,
  type ConsoleMessage,
  chromium,
  type Page,
  type Request,
  type Response,
} from "playwright-core";
import { inject } from "vitest";
import { browserArguments } from "../../tools/browser.js";

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

/**
 * Opens any address of this machine. A page that is closed is used again for the next test, which takes half the time, unless
 * a test asked for what cannot be taken back.
 */
export async function openAddress(address: string, options: OpenOptions = {}): Promise<OpenPage> {
  const { width = 1280, height = 800, dark = false, javaScript = true, waitUntil = "load" } = options;
  const isPlain = options.before === undefined && (options.permissions ?? []).length === 0;
  const { browser, idle } = await sharedBrowser();
  const unused = idle[javaScript ? "scripts" : "none"];
  const page = (isPlain ? unused.pop() : undefined) ?? (await newPage(browser, options));
  const context = page.context();
  const problems: string[] = [];
  const origin = new URL(address).origin;
  const listening = [
    listen(page, "console", (message: ConsoleMessage) => {
      if (message.type() !== "error" && message.type() !== "warning") return;
      const { url } = message.location();
      problems.push(`console: ${message.text()}${url ? ` (${url})` : ""}`);
    }),
    listen(page, "pageerror", (error: Error) => problems.push(`error: ${error.message}`)),
    listen(context, "request", (request: Request) => {
      const url = new URL(request.url());
      if (url.protocol !== "data:" && url.protocol !== "blob:" && url.origin !== origin) {
        problems.push(`request to another host: ${request.url()}`);
      }
    }),
    listen(context, "requestfailed", (request: Request) => {
      problems.push(`failed: ${request.url()}: ${request.failure()?.errorText}`);
    }),
    listen(context, "response", (response: Response) => {
      if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
    }),
  ];
  const close = async () => {
    for (const end of listening) end();
    if (isPlain && (await isCleared(page))) unused.push(page);
    else await context.close();
  };
  try {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: dark ? "dark" : "light", media: null });
    await options.before?.(page);
    await page.goto(address, { waitUntil });
    return { page, problems, close };
  } catch (error) {
    await context.close();
    throw error;
  }
}

interface SharedBrowser {
  readonly browser: Browser;
  /** Pages that no test has open, with scripts and without. */
  readonly idle: { readonly scripts: Page[]; readonly none: Page[] };
}

let started: Promise<SharedBrowser> | undefined;

/** The browser of this worker, which ends with it. */
function sharedBrowser(): Promise<SharedBrowser> {
  const { executablePath } = inject("site");
  started ??= chromium
    .launch({ executablePath, args: browserArguments })
    .then((browser) => ({ browser, idle: { scripts: [], none: [] } }));
  return started;
}

async function newPage(browser: Browser, { javaScript = true, permissions = [] }: OpenOptions) {
  const context = await browser.newContext({ javaScriptEnabled: javaScript, permissions });
  // A busy machine takes its time.
  context.setDefaultTimeout(300_000);
  return context.newPage();
}

/** Leaves nothing of a test in its page; false where the page is of no more use. */
async function isCleared(page: Page): Promise<boolean> {
  try {
    if (page.context().pages().length > 1) return false;
    for (const name of ["request", "response", "console"] as const) page.removeAllListeners(name);
    await page.unrouteAll();
    await page.evaluate(() => sessionStorage.clear()).catch(() => {});
    await page.goto("about:blank");
    return true;
  } catch {
    return false;
  }
}

/** Listens until the returned function is called. */
function listen<Event>(
  to: { on(name: string, heard: (event: Event) => void): unknown; off: typeof to.on },
  name: string,
  heard: (event: Event) => void,
): () => void {
  to.on(name, heard);
  return () => void to.off(name, heard);
}
