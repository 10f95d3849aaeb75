import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The command of Observable Framework. */
export const FRAMEWORK = join(
  dirname(createRequire(import.meta.url).resolve("@observablehq/framework/package.json")),
  "dist/bin/observable.js",
);
