import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Found {
  id: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/** The rules about colours, which the theme decides, and not the width. */
const COLOURS = ["color-contrast", "link-in-text-block"];

type Rules = { readonly only: readonly string[] } | { readonly without: readonly string[] };

/**
 * What axe finds on the page once nothing on it is being worked out, since an old answer is greyed until then; each as a line.
 * Evaluated by the browser, so that the policy stays on.
 */
export async function axeProblems(
  page: Page,
  within = "html",
  rules: Rules = { without: [] },
): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
  await page.waitForFunction(
    () =>
      document.querySelector('[aria-busy="true"]') === null &&
      document.getAnimations().every(({ playState }) => playState === "finished"),
  );
  const options = {
    resultTypes: ["violations"],
    ...("only" in rules
      ? { runOnly: { type: "rule", values: rules.only } }
      : { rules: Object.fromEntries(rules.without.map((rule) => [rule, { enabled: false }])) }),
  };
  const found = await page.evaluate(
    async ({ selector, options }) => {
      const { axe } = globalThis as unknown as {
        axe: { run(context: string, options: object): Promise<{ violations: Found[]; passes: unknown[] }> };
      };
      const { violations, passes } = await axe.run(selector, options);
      return { violations, passes: passes.length };
    },
    { selector: within, options },
  );
  if (found.passes === 0) throw new Error("axe checked nothing");
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}

/** The same in light and dark and at the width of a desk and of a phone, each rule where it can differ. */
export async function axeProblemsEverywhere(page: Page, within?: string): Promise<string[]> {
  const problems: string[] = [];
  for (const [width, colorScheme, rules] of [
    [1200, "light", { without: [] }],
    [1200, "dark", { only: COLOURS }],
    [390, "light", { without: COLOURS }],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    for (const problem of await axeProblems(page, within, rules))
      problems.push(`${width} ${colorScheme}: ${problem}`);
  }
  return problems;
}
