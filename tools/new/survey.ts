import { patternOf } from "./project-files.js";

/** Files and folders (with `/` at the end) that belong to these surveys: an empty workspace goes without them. */
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
  "data-loaders/raw/*/",
  "data-loaders/review/survey.R",
  "docs/satisfaction-by-parent-and-contact.svg",
  "src/claims/predicates/",
  "src/findings/",
  "src/methods/simulated-interviews.md",
  "src/methods/simulated-interviews/",
  "src/methods/weights.md",
  "src/methods/weights/",
  "src/sources/*.md",
  // Speeds are measured with made-up interviews of these surveys.
  "tools/bench.ts",
  "tools/bench/",
  "tools/readme-picture.ts",
  // What makes an empty workspace from this one.
  "tools/new.ts",
  "tools/new/",
];

/** What of these stays all the same. */
const GENERAL: readonly string[] = ["src/sources/index.md"];

const PATTERNS = OF_THE_SURVEYS.map(patternOf);

/** Whether an empty workspace goes without a file. */
export const isOfTheSurveys = (path: string): boolean =>
  !GENERAL.includes(path) && PATTERNS.some((pattern) => pattern.test(path));

/** What an empty workspace has in the place of files that name these surveys: the same paths below this folder. */
export const EMPTY = "tools/new/empty";

/** Commands of `package.json` that go with their files. */
export const SCRIPTS: readonly string[] = ["bench", "readme-picture", "new"];

/** Sections of texts that follow an example from these surveys, by their headings. */
export const SECTIONS: readonly (readonly [file: string, heading: string])[] = [
  ["CONTRIBUTING.md", "A first hour"],
  ["docs/architecture.md", "One number, from the file to the page"],
];

/** Words of general pages that are about these surveys, and what stands for them. */
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
