import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** No test is about time, which the bench measures: a machine that does twenty other things only takes longer. */
const patient = {
  testTimeout: 600_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 120_000 } },
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
          ...patient,
        },
      },
      {
        extends: true,
        test: {
          name: "reference",
          include: ["tests/reference/**/*.test.ts"],
          environment: "node",
          ...patient,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          environment: "node",
          globalSetup: ["tests/browser/setup.ts"],
          // Each waits for its browser half of the time.
          maxWorkers: 3,
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
