import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { type Cube, cubeBytes } from "../../src/stats/index.js";
import { browserArguments } from "../browser.js";
import type { timeCube } from "./cube-page.js";
import type { Measured } from "./measure.js";
import type { Timing } from "./plan.js";

/**
 * Times estimates from a cube in a browser's page.
 *
 * @param executablePath of the browser
 */
export async function measureInBrowser(
  { task, rows, warmups, runs }: Timing,
  cube: Cube,
  { level, executablePath }: { readonly level: number; readonly executablePath: string },
): Promise<Measured> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("cube-page.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "bench",
    platform: "browser",
    target: "es2022",
  });
  const browser = await chromium.launch({ executablePath, args: [...browserArguments] });
  try {
    const page = await browser.newPage();
    const argument = JSON.stringify([...cubeBytes(cube)]);
    const how = JSON.stringify({ level, warmups, runs });
    const { times, values } = (await page.evaluate(
      `(() => { ${outputFiles[0]?.text ?? ""}; return bench.timeCube(${argument}, ${how}); })()`,
    )) as ReturnType<typeof timeCube>;
    return { task, rows, times, values };
  } finally {
    await browser.close();
  }
}
