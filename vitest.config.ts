import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** No browser test is about time, which the bench measures: a slow machine only takes longer. */
const patient = {
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 60_000 } },
};

export default defineConfig({
  resolve: {
    alias: {
      "observablehq:stdlib": fileURLToPath(new URL("tests/unit/stubs/stdlib.ts", import.meta.url)),
    },
  },
  test: {
    passWithNoTests: true,
    // By default one worker less than there are cores, which on two is half the speed.
    maxWorkers: availableParallelism(),
    // Files of a worker share their modules: to load them anew for each took as long as the tests. So no test may change
    // what a module holds, and hooks stand in test files only.
    isolate: false,
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
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "reference",
          include: ["tests/reference/**/*.test.ts"],
          environment: "node",
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          environment: "node",
          globalSetup: ["tests/browser/setup.ts"],
          maxWorkers: 2,
          // A number of workers of its own needs a group of its own: after the others.
          sequence: { groupOrder: 1 },
          ...patient,
        },
      },
      {
        extends: true,
        test: {
          // Builds and previews of copies of the project: most of the time that all tests take, so `npm test` leaves them out.
          name: "builds",
          include: ["tests/builds/**/*.test.ts"],
          environment: "node",
          globalSetup: ["tests/browser/setup.ts"],
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
          ...patient,
        },
      },
    ],
  },
});
