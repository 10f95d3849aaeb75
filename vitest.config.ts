import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: {
      "observablehq:stdlib": fileURLToPath(new URL("tests/unit/stubs/stdlib.ts", import.meta.url)),
    },
  },
  test: {
    passWithNoTests: true,
    coverage: {
      // The other provider rewrites functions, which Arquero reads as text.
      provider: "v8",
      include: ["src/**/*.ts", "data-loaders/**/*.ts", "tools/**/*.ts"],
      exclude: ["**/*.d.ts", "src/.observablehq/**"],
      reporter: ["text", "html", "json-summary"],
      reportsDirectory: "coverage",
    },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts"],
          environment: "node",
          // Some prove hundreds of random cases, on machines that do other things beside.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "reference",
          include: ["tests/reference/**/*.test.ts"],
          environment: "node",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          exclude: ["tests/browser/preview.test.ts"],
          environment: "node",
          globalSetup: ["tests/browser/setup.ts"],
          maxWorkers: 2,
          // A number of workers of its own needs a group of its own: after the others.
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          // Alone on the machine, since it measures how long an edit takes to show.
          name: "preview",
          include: ["tests/browser/preview.test.ts"],
          environment: "node",
          globalSetup: ["tests/browser/setup.ts"],
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
