import { patternOf } from "./project-files.js";

/** Files and folders (ending in `/`) of these surveys, which an empty workspace lacks. */
const OF_THE_SURVEYS: readonly string[] = [
  "README.md",
  "codecheck.yml",
  "results.lock.json",
  "data-loaders/audit/rules/ces-2023-24.ts",
  "data-loaders/codebooks/arrangement-parts.ts",
  "data-loaders/codebooks/arrangements-longitudinal.ts",
  "data-loaders/codebooks/arrangements-quarterly.ts",
  "data-loaders/codebooks/ces-2023-24.ts",
  "data-loaders/codebooks/ces-drivers.ts",
  "data-loaders/codebooks/cms-2016.ts",
  "data-loaders/codebooks/options-2016.ts",
  "data-loaders/made-up/compatible/arrangements/",
  "data-loaders/made-up/compatible/ces/",
  "data-loaders/made-up/compatible/cms/",
  "data-loaders/made-up/compatible/options/",
  "data-loaders/made-up/compatible/world-example.ts",
  "data-loaders/made-up/repeated/coverage-designs.ts",
  "data-loaders/made-up/repeated/longitudinal.ts",
  "data-loaders/made-up/repeated/models.ts",
  "data-loaders/made-up/repeated/weight-example.ts",
  "data-loaders/raw/*/*",
  "data-loaders/review/survey.R",
  "docs/satisfaction-by-parent-and-contact.svg",
  "src/claims/predicates/",
  "src/findings/",
  "src/methods/simulated-interviews.md",
  "src/methods/simulated-interviews/",
  "src/methods/weights.md",
  "src/methods/weights/",
  "src/sources/*.md",
  "tests/reference/check-script.test.ts",
  "tests/unit/data-loaders/interviews/disclosure/large.test.ts",
  "tests/unit/data-loaders/interviews/disclosure/properties.test.ts",
  "tests/unit/figures/figures.test.ts",
  "tests/unit/figures/palette.test.ts",
  "tests/unit/model/dimensions.test.ts",
  // Benchmarks use made-up interviews of these surveys.
  "tools/bench.ts",
  "tools/bench/",
  "tools/readme-picture.ts",
  // Makes an empty workspace from this one.
  "tools/new.ts",
  "tools/new/",
];

/** Exceptions, which an empty workspace has. */
const GENERAL: readonly string[] = ["src/sources/index.md"];

/** Tests that need no survey. The others are about these surveys, or use them as examples. */
const TESTS: readonly string[] = [
  "tests/README.md",
  "tests/browser/setup.ts",
  "tests/reference/",
  "tests/unit/analysis/align/",
  "tests/unit/analysis/interview-worth.test.ts",
  "tests/unit/analysis/own-table/score.test.ts",
  "tests/unit/analysis/review/certificate.test.ts",
  "tests/unit/analysis/review/draw.test.ts",
  "tests/unit/analysis/review/what-rests.test.ts",
  "tests/unit/bounds/",
  "tests/unit/claims/cases.test.ts",
  "tests/unit/claims/fair-readings.test.ts",
  "tests/unit/claims/ledger.ts",
  "tests/unit/claims/steps.test.ts",
  "tests/unit/components/by-hand.test.ts",
  "tests/unit/components/citation.test.ts",
  "tests/unit/components/conflict.test.ts",
  "tests/unit/components/data-table.test.ts",
  "tests/unit/components/mark-sentences.test.ts",
  "tests/unit/components/matching.test.ts",
  "tests/unit/components/passages.test.ts",
  "tests/unit/components/results.ts",
  "tests/unit/components/sentences.test.ts",
  "tests/unit/data-loaders/audit/lock.test.ts",
  "tests/unit/data-loaders/interviews/cubes/clickhouse-dialect.test.ts",
  "tests/unit/data-loaders/interviews/disclosure/",
  "tests/unit/data-loaders/interviews/mapping/dates.test.ts",
  "tests/unit/data-loaders/interviews/publish/kept.test.ts",
  "tests/unit/data-loaders/read/csv.test.ts",
  "tests/unit/data-loaders/read/interviews/",
  "tests/unit/data-loaders/read/problem.test.ts",
  "tests/unit/figures/",
  "tests/unit/imports.test.ts",
  "tests/unit/methods/coverage-figure.test.ts",
  "tests/unit/methods/methods.test.ts",
  "tests/unit/methods/weights/",
  "tests/unit/model/",
  "tests/unit/review/compared-chart.test.ts",
  "tests/unit/site/built.test.ts",
  "tests/unit/site/bundled-files.ts",
  "tests/unit/site/check.test.ts",
  "tests/unit/site/inputs.test.ts",
  "tests/unit/site/makers.test.ts",
  "tests/unit/site/markdown.test.ts",
  "tests/unit/site/packages.test.ts",
  "tests/unit/site/places.test.ts",
  "tests/unit/stats/",
  "tests/unit/stubs/",
  "tests/unit/tools/audit-exit-code.test.ts",
  "tests/unit/tools/bound-random.test.ts",
  "tests/unit/tools/browser.test.ts",
  "tests/unit/tools/check-pages.test.ts",
  "tests/unit/tools/check-prose.test.ts",
  "tests/unit/tools/lint-pages.test.ts",
  "tests/unit/tools/mask-code.test.ts",
  "tests/unit/tools/not-knowing.test.ts",
  "tests/unit/tools/page-code.test.ts",
  "tests/unit/tools/quick-tests.test.ts",
  "tests/unit/tools/serve.test.ts",
  "tests/unit/tools/vitest-report.test.ts",
];

const [LEFT, KEPT_TESTS] = [OF_THE_SURVEYS, TESTS].map((list) => list.map(patternOf)) as [RegExp[], RegExp[]];

/** Whether an empty workspace lacks a file. */
export function isOfTheSurveys(path: string): boolean {
  if (GENERAL.includes(path)) return false;
  const isIn = (patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(path));
  return isIn(LEFT) || (path.startsWith("tests/") && !isIn(KEPT_TESTS));
}

/** Folder of replacements for files that name these surveys, at the same paths. */
export const EMPTY = "tools/new/empty";

/** Scripts of `package.json` to remove with their files. */
export const SCRIPTS: readonly string[] = ["bench", "readme-picture", "new"];

/** Sections to remove by heading, which follow an example from these surveys. */
export const SECTIONS: readonly (readonly [file: string, heading: string])[] = [
  ["CONTRIBUTING.md", "A first hour"],
  ["docs/architecture.md", "One number, from the file to the page"],
];

/** Words of general pages that are about these surveys, and their replacements. */
export const WORDS: readonly (readonly [file: string, words: string, instead: string])[] = [
  [
    "src/review/all-the-numbers.md",
    "What “satisfied” means, point by point",
    "What is measured, point by point",
  ],
  [
    "src/review/all-the-numbers.md",
    "The publications use one word for several measures. What each of them is stands here side by side",
    "What each measure that is compared means stands here side by side",
  ],
  [
    "src/review/check-it.md",
    " Pairs of parents of the same case can be allowed for; nothing printed says how many there are.",
    "",
  ],
];
