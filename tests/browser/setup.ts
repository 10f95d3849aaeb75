import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { browserArguments, ensureBrowser } from "../../tools/browser.js";
import { serveFolder } from "../../tools/serve.js";

/** The built site and the browser that all browser tests share. */
export interface Site {
  /** Address of the site's root, a folder below the host's, with a slash at the end. */
  url: string;
  /** Where to connect to the browser. */
  wsEndpoint: string;
  /** The folder that is served. */
  dist: string;
}

declare module "vitest" {
  interface ProvidedContext {
    site: Site;
  }
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Builds the site once (not if SITE_BUILT is 1), serves it below a sub-path and starts one browser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dist = join(root, "dist");
  const executablePath = ensureBrowser();
  if (process.env.SITE_BUILT !== "1") await build();
  // Two projects share the site: the second must not build it again.
  process.env.SITE_BUILT = "1";
  if (!existsSync(join(dist, "index.html")))
    throw new Error("dist/index.html is missing: build the site first.");
  const browser = await chromium.launchServer({ executablePath, args: browserArguments });
  const served = await serveFolder(dist, { path: "/some/folder/" });
  project.provide("site", { url: served.url, wsEndpoint: browser.wsEndpoint(), dist });
  return async () => {
    await browser.close();
    await served.close();
  };
}

function build(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", "tools/site.ts", "build"], {
      cwd: root,
      env: { ...process.env, SITE_OUT: "dist" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const end = () => child.kill();
    process.once("exit", end);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    child.once("error", reject).once("close", (code) => {
      process.off("exit", end);
      if (code === 0) resolve();
      else reject(new Error(`The site does not build (exit code ${code}):\n${output}`));
    });
  });
}
