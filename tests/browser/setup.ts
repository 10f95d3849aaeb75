import { spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { serialize } from "node:v8";
import type { TestProject } from "vitest/node";
import { readRaw } from "../../data-loaders/read/index.js";
import { type Built, build } from "../../data-loaders/tables/index.js";
import { ensureBrowser } from "../../tools/browser.js";
import { serveFolder } from "../../tools/serve.js";

/** The built site that all browser tests share, and what to open it with. */
export interface Site {
  /** Address of the site's root, a folder below the host's, with a slash at the end. */
  url: string;
  /** The browser's program. */
  executablePath: string;
  /** The folder that is served. */
  dist: string;
  /** The file with what is made of the raw files. */
  made: string;
}

/** What is made of the raw files, with every row. */
export type Made = Pick<Built, "tables" | "results">;

declare module "vitest" {
  interface ProvidedContext {
    site: Site;
  }
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Builds the site once (not if SITE_BUILT is 1) and serves it below a sub-path. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dist = join(root, "dist");
  const executablePath = ensureBrowser();
  // Two projects share the site and what it is made of: the second must not make them again.
  const building = process.env.SITE_BUILT === "1" ? null : buildSite();
  process.env.MADE_FOR_TESTS ??= writeMade();
  await building;
  process.env.SITE_BUILT = "1";
  if (!existsSync(join(dist, "index.html")))
    throw new Error("dist/index.html is missing: build the site first.");
  // It stays as it is while it is tested: to load its scripts anew for each page took most of the time.
  const served = await serveFolder(dist, { path: "/some/folder/", cache: "max-age=86400" });
  project.provide("site", { url: served.url, executablePath, dist, made: process.env.MADE_FOR_TESTS });
  return () => served.close();
}

/** Works out once what each worker would: the other processor is free while the site is built. */
function writeMade(): string {
  const { tables, results } = build(readRaw(join(root, "data-loaders/raw")));
  const file = join(root, ".generated/made-for-tests");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, serialize({ tables, results } satisfies Made));
  return file;
}

function buildSite(): Promise<void> {
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
