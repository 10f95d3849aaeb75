import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Found {
  id: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/** What axe finds on the page as it stands, each as a line. Evaluated by the browser, so that the policy stays on. */
export async function axeProblems(page: Page, within = "html"): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
  const found = await page.evaluate(async (selector) => {
    const { axe } = globalThis as unknown as {
      axe: { run(context: string, options: object): Promise<{ violations: Found[]; passes: unknown[] }> };
    };
    const { violations, passes } = await axe.run(selector, { resultTypes: ["violations"] });
    return { violations, passes: passes.length };
  }, within);
  if (found.passes === 0) throw new Error("axe checked nothing");
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}

/** The same in light and dark, at the width of a desk and of a phone. */
export async function axeProblemsEverywhere(page: Page, within?: string): Promise<string[]> {
  const problems: string[] = [];
  for (const width of [1200, 390]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const problem of await axeProblems(page, within))
        problems.push(`${width} ${colorScheme}: ${problem}`);
    }
  }
  return problems;
}
