import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { openPage } from "./browser.js";
import { FINDING } from "./site.js";
import { statsAnswers } from "./stats-answers.js";

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

it("the survey statistics give the same numbers in the browser as in Node", async () => {
  const { outputFiles } = await build({
    entryPoints: [path("stats-answers.ts")],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "stats",
    platform: "browser",
    target: "es2022",
  });
  const script = outputFiles[0]?.text ?? "";
  const { datasets } = JSON.parse(readFileSync(path("../reference/fixtures/survey.json"), "utf8")) as {
    datasets: { households: Parameters<typeof statsAnswers>[0] };
  };
  const here = statsAnswers(datasets.households);
  const { page, close } = await openPage(FINDING);
  try {
    const there = (await page.evaluate(
      `(() => { ${script}; return stats.statsAnswers(${JSON.stringify(datasets.households)}); })()`,
    )) as Record<string, number[]>;
    expect(Object.keys(there)).toEqual(Object.keys(here));
    const numbers = Object.values(here).flat();
    expect(numbers.length).toBeGreaterThan(200);
    expect(numbers.filter((value) => value !== -1 && Number.isFinite(value)).length).toBeGreaterThan(200);
    for (const [name, values] of Object.entries(here)) {
      values.forEach((value, i) => {
        // exp and log may differ in the last place between versions of V8.
        const apart = Math.abs((there[name]?.[i] ?? Number.NaN) - value);
        expect(apart <= 1e-12 * Math.abs(value) || Object.is(there[name]?.[i], value), `${name} ${i}`).toBe(
          true,
        );
      });
    }
  } finally {
    await close();
  }
});
