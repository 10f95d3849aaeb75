import { spawnSync } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const commands = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser"];

/** Command-line flags for every browser started here: no sandbox (for containers), no background work. */
export const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * The browser to use: CHROMIUM_PATH; else the first of google-chrome, google-chrome-stable, chromium and
 * chromium-browser on the PATH; else Playwright's own, if it is installed; else null. Throws if CHROMIUM_PATH names
 * no file.
 */
export function findBrowser({
  env = process.env,
  bundled = playwrightBrowser,
}: {
  env?: NodeJS.ProcessEnv;
  bundled?: () => string;
} = {}): string | null {
  const named = env.CHROMIUM_PATH;
  if (named) {
    if (!isFile(named)) throw new Error(`CHROMIUM_PATH is "${named}", which does not exist.`);
    return named;
  }
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  for (const command of commands) {
    for (const folder of folders) {
      const path = join(folder, command);
      if (isExecutable(path)) return path;
    }
  }
  const path = bundled();
  return isFile(path) ? path : null;
}

/** The browser to use; installs one if necessary. Without one, prints instructions and exits with 1. */
export function ensureBrowser(): string {
  try {
    const found = findBrowser() ?? installBrowser();
    if (found !== null) return found;
    console.error(instructions);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  process.exit(1);
}

const instructions = `No browser was found and none could be installed. Type one of these, then try again:
  Debian, as root:   apt-get update && apt-get install -y --no-install-recommends chromium
  macOS:             brew install --cask google-chrome && export CHROMIUM_PATH="/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
  any system:        npx playwright-core install chromium
  one you have:      export CHROMIUM_PATH=/path/to/chromium`;

function installBrowser(): string | null {
  const apt = spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0;
  if (apt && process.getuid?.() === 0) {
    console.error("No browser found; installing chromium with apt-get.");
    // Old package lists may still suffice.
    run("apt-get", "update");
    run("apt-get", "install", "-y", "--no-install-recommends", "chromium");
  } else {
    console.error("No browser found; installing chromium with Playwright.");
    run("npx", "playwright-core", "install", "chromium");
  }
  return findBrowser();
}

function run(command: string, ...args: string[]): boolean {
  // Output goes to stderr: stdout is the path only.
  return spawnSync(command, args, { stdio: ["ignore", 2, 2] }).status === 0;
}

function playwrightBrowser(): string {
  try {
    return chromium.executablePath();
  } catch {
    return ""; // Playwright has no browser for this system.
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isExecutable(path: string): boolean {
  if (!isFile(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(ensureBrowser());
