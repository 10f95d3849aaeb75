import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { formatProblem } from "../../../data-loaders/read/problem.js";
import { chooseChanged } from "../../../tools/mutate/choose.js";
import { type Mutation, mutate } from "../../../tools/mutate/mutation.js";
import { type Outcome, outcomeOf } from "../../../tools/mutate/outcome.js";
import { type Copy, plant } from "../../../tools/mutate/plant.js";
import { anchorProblems, readMutations } from "../../../tools/mutate/read-mutations.js";
import { mutateCommand } from "../../../tools/mutate.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mutations-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): string {
  const full = join(folder, path);
  mkdirSync(join(full, ".."), { recursive: true });
  writeFileSync(full, text);
  return full;
}

const mutation = (over: Partial<Mutation> = {}): Mutation => ({
  what: "w",
  file: "a.ts",
  find: "a + b",
  replace: "a - b",
  tests: ["a.test.ts"],
  ...over,
});
const list = (...rows: unknown[]) =>
  write("list.json", `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`);

describe("the faults that the tests are held against", () => {
  it("each name a file that holds their text once, and tests that there are", () => {
    expect(anchorProblems(ROOT).map(formatProblem)).toEqual([]);
  });

  it("reach every folder of src/stats, the model, charts, components and tables", () => {
    const folders = readdirSync(join(ROOT, "src/stats"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `src/stats/${name}`);
    const others = ["src/model", "src/figures", "src/findings", "src/components", "data-loaders/tables"];
    const files = readMutations().map(({ file }) => file);
    const missed = [...folders, ...others].filter((of) => !files.some((file) => file.startsWith(`${of}/`)));
    expect(missed).toEqual([]);
  });
});

describe("a list of faults", () => {
  it("is read as it is written, line ends in texts included", () => {
    const two = [mutation(), mutation({ what: "v", find: "a;\n  b", replace: "" })];
    expect(readMutations(list(...two))).toEqual(two);
  });

  it.each([
    ["an unknown key", { ...mutation(), why: "" }, /:2:\d+: "why" is unknown here; expected only known keys/],
    ["a missing key", { what: "w", file: "a.ts", find: "a", replace: "b" }, /:2:1: "tests" is missing/],
    ["no tests", mutation({ tests: [] }), /:2:68: .*expected at least one test file/],
    ["an empty text to find", mutation({ find: "" }), /:2:\d+: .*expected text that is not empty/],
    [
      "a fault that changes nothing",
      mutation({ replace: "a + b" }),
      /:2:52: this is the text that it replaces/,
    ],
  ])("is refused with %s", (_, row, error) => {
    expect(() => readMutations(list(row))).toThrow(error);
  });

  it("is refused with two faults of a file in the same words", () => {
    expect(() => readMutations(list(mutation(), mutation({ find: "c" })))).toThrow(
      /:3:9: the fault "a.ts: w" stands twice; expected other words/,
    );
  });

  it("has all anchors named at once that are missing or ambiguous, and files that are absent", () => {
    write("a.ts", "a + b + a + b");
    write("a.test.ts", "");
    const file = list(
      mutation(),
      mutation({ what: "v", find: "c" }),
      mutation({ what: "u", find: "+ b + ", tests: ["b.test.ts"] }),
      mutation({ file: "b.ts" }),
    );
    expect(
      anchorProblems(folder, file).map((problem) => formatProblem(problem).replace(`${file}:`, "")),
    ).toEqual([
      "2:34: a.ts holds this text 2 times; expected text that it holds once",
      "3:34: a.ts does not hold this text; expected text that it holds once",
      "4:70: b.test.ts is absent; expected a test file",
      "5:20: b.ts is absent; expected a source file",
    ]);
  });
});

describe("a fault", () => {
  it("takes the place of its text as it is written", () => {
    expect(mutate("return a + b;", mutation({ replace: "a - $&" }))).toBe("return a - $&;");
  });

  it("no longer applies where its text is gone or stands twice", () => {
    expect(() => mutate("return a;", mutation())).toThrow(
      'a.ts: "w" no longer applies: its text occurs 0 times, not once',
    );
    expect(() => mutate("a + b + a + b", mutation())).toThrow(/occurs 2 times/);
  });

  it("is killed by a failed test or an endless one, and not by a file that cannot be loaded", () => {
    expect(outcomeOf(1, { numPassedTests: 3, numFailedTests: 1 })).toBe("killed");
    expect(outcomeOf(null, null)).toBe("killed");
    expect(outcomeOf(0, { numPassedTests: 3, numFailedTests: 0 })).toBe("survived");
    expect(outcomeOf(1, { numPassedTests: 0, numFailedTests: 0 })).toBe("broken");
    expect(outcomeOf(1, { numPassedTests: 3, numFailedTests: 0 })).toBe("broken");
    expect(outcomeOf(1, null)).toBe("broken");
  });
});

describe("planting", () => {
  const copy = (outcomes: Record<string, Outcome>, failing: string[] = []): Copy => ({
    outcomeOf: async ({ what }) => {
      const outcome = outcomes[what];
      if (outcome === undefined) throw new Error("gone");
      return outcome;
    },
    passes: async (tests) =>
      tests.includes("slow.test.ts") ? "slow" : !tests.some((test) => failing.includes(test)),
  });
  const quiet = { isOver: () => false, tested: [], say: () => undefined };

  it("counts what becomes of each fault", async () => {
    const faults = ["one", "two", "three", "four"].map((what) => mutation({ what }));
    const counts = await plant(faults, [copy({ one: "killed", two: "survived", three: "killed" })], quiet);
    expect(counts).toEqual({ killed: 2, survived: 1, broken: 0, gone: 1, slow: 0, left: 0 });
  });

  it("does not count a fault as killed whose test fails without it", async () => {
    const said: (string | undefined)[] = [];
    const counts = await plant([mutation()], [copy({ w: "killed" }, ["a.test.ts"])], {
      ...quiet,
      say: (_, __, why) => said.push(why),
    });
    expect(counts).toMatchObject({ killed: 0, broken: 1 });
    expect(said).toEqual(["a.test.ts fails without a fault"]);
  });

  it("leaves out a fault whose tests are slow without it", async () => {
    const slow = mutation({ tests: ["slow.test.ts"] });
    expect(await plant([slow], [copy({ w: "killed" })], quiet)).toMatchObject({ killed: 0, slow: 1 });
  });

  it("starts no fault after its time and counts those that are left", async () => {
    let planted = 0;
    const counts = await plant(
      ["one", "two", "three"].map((what) => mutation({ what })),
      [copy({ one: "killed", two: "killed", three: "killed" })],
      { ...quiet, isOver: () => planted >= 2, say: () => planted++ },
    );
    expect(counts).toMatchObject({ killed: 2, left: 1 });
  });
});

describe("the choice of changed faults", () => {
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=n", "-c", "user.email=e@example.org", ...args], { cwd: folder });
  const commit = (path: string, text: string) => {
    write(path, text);
    git("add", ".");
    git("commit", "-qm", path);
  };
  const faults = ["a", "b", "c", "d"].map((what) =>
    mutation({ what, file: `${what}.ts`, tests: [`${what}.test.ts`] }),
  );
  const chosen = (options: Parameters<typeof chooseChanged>[2] = {}) =>
    chooseChanged(folder, faults, options)
      .mutations.map(({ what }) => what)
      .sort();
  const young = () => {
    git("init", "-qb", "main");
    commit("a.ts", "1");
  };

  it("is those whose file or test changed in the last five commits, or is not committed yet", () => {
    young();
    for (let i = 0; i < 4; i++) commit("other.ts", String(i));
    commit("b.ts", "1");
    write("c.test.ts", "1");
    expect(chosen()).toEqual(["b", "c"]);
    expect(chosen({ since: "HEAD" })).toEqual(["c"]);
  });

  it("is those changed on a branch, since it left the main one", () => {
    young();
    commit("b.ts", "1");
    git("switch", "-qc", "branch");
    for (const file of ["c.ts", "1.ts", "2.ts", "3.ts", "4.ts", "5.ts"]) commit(file, "1");
    expect(chosen()).toEqual(["c"]);
  });

  it("is all, in an order that the seed decides, where history is too short or there is no git", () => {
    expect(chosen({ since: "HEAD~9" })).toEqual(["a", "b", "c", "d"]);
    young();
    const { mutations, how } = chooseChanged(folder, faults, { seed: 4 });
    expect(mutations).toEqual(chooseChanged(folder, faults, { seed: 4 }).mutations);
    expect(mutations).toHaveLength(4);
    expect(how).toMatch(/does not reach back .* sample .* seed 4/);
  });

  it("refuses a commit that a whole history does not hold", () => {
    young();
    expect(() => chosen({ since: "nowhere" })).toThrow("--since nowhere is not a commit");
  });
});

it.each([
  [["--jobs", "0"], "--jobs 0 is not a whole number from 1"],
  [["--changed", "--minutes", "no"], "--minutes no is not a number above 0"],
  [["--since", "HEAD"], "--since and --seed go with --changed"],
  [["no fault says this"], 'no fault holds "no fault says this"'],
])("refuses %j", async (args, message) => {
  let said = "";
  const streams = { out: () => undefined, err: (text: string) => (said += text) };
  expect(await mutateCommand(args, streams)).toBe(2);
  expect(said).toBe(`${message}\n`);
});
