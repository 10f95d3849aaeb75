import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Mutation, mutate } from "../../../tools/mutate/mutation.js";
import { MUTATIONS } from "../../../tools/mutate/mutations.js";
import { outcomeOf } from "../../../tools/mutate/outcome.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const sourceOf = ({ file }: Mutation) => readFileSync(join(ROOT, file), "utf8");

describe("the faults that the tests are held against", () => {
  it.each(MUTATIONS.map((mutation) => [`${mutation.file}: ${mutation.what}`, mutation] as const))(
    "%s",
    (_, mutation) => {
      const source = sourceOf(mutation);
      expect(mutate(source, mutation)).not.toBe(source);
      expect(mutation.tests.length).toBeGreaterThan(0);
      for (const test of mutation.tests) expect(existsSync(join(ROOT, test)), test).toBe(true);
    },
  );

  it("are each told once", () => {
    const told = MUTATIONS.map(({ file, what }) => `${file}: ${what}`);
    expect(new Set(told).size).toBe(told.length);
  });

  it("reach every folder of src/stats", () => {
    const folders = readdirSync(join(ROOT, "src/stats"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const reached = new Set(MUTATIONS.map(({ file }) => file.split("/")[2]));
    expect(folders.filter((folder) => !reached.has(folder))).toEqual([]);
  });
});

describe("a fault", () => {
  const mutation = { what: "w", file: "a.ts", find: "a + b", replace: "a - $&", tests: [] };

  it("takes the place of its text as it is written", () => {
    expect(mutate("return a + b;", mutation)).toBe("return a - $&;");
  });

  it("no longer applies where its text is gone or stands twice", () => {
    expect(() => mutate("return a;", mutation)).toThrow(
      'a.ts: "w" no longer applies: its text occurs 0 times, not once',
    );
    expect(() => mutate("a + b + a + b", mutation)).toThrow(/occurs 2 times/);
  });
});

it("a fault is killed by a failed test or an endless one, and not by a file that cannot be loaded", () => {
  expect(outcomeOf(1, { numPassedTests: 3, numFailedTests: 1 })).toBe("killed");
  expect(outcomeOf(null, null)).toBe("killed");
  expect(outcomeOf(0, { numPassedTests: 3, numFailedTests: 0 })).toBe("survived");
  expect(outcomeOf(1, { numPassedTests: 0, numFailedTests: 0 })).toBe("broken");
  expect(outcomeOf(1, { numPassedTests: 3, numFailedTests: 0 })).toBe("broken");
  expect(outcomeOf(1, null)).toBe("broken");
});
