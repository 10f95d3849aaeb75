import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { InputError } from "../../../data-loaders/read/index.js";
import { boundProblem } from "../../../src/bounds/index.js";
import { readProblem } from "../../../tools/bound/read-problem.js";
import { boundText } from "../../../tools/bound/text.js";
import { boundCommand } from "../../../tools/bound.js";
import { runHere } from "../data-loaders/audit/raw-copy.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const EXAMPLES = join(ROOT, "docs/bound");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bound-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (text: string) => {
  const file = join(folder, "problem.json");
  writeFileSync(file, text);
  return file;
};

/** The lines that are said of a file, without its folder. */
function faultsOf(text: string): string[] {
  const file = fileOf(text);
  try {
    const { problem, located } = readProblem(file);
    try {
      boundProblem(problem);
    } catch (error) {
      throw error instanceof RangeError ? located(error) : error;
    }
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).message.replaceAll(`${folder}/`, "").split("\n");
  }
  return [];
}

describe("the worked examples", () => {
  const manual = readFileSync(join(ROOT, "docs/bound.md"), "utf8");

  it.each(readdirSync(EXAMPLES))("%s gives what the manual says", (name) => {
    const { problem } = readProblem(join(EXAMPLES, name));
    expect(manual).toContain(
      `docs/bound/${name}\n\`\`\`\n\n\`\`\`text\n${boundText(boundProblem(problem))}\`\`\``,
    );
  });

  it("has a group between the ends that its shares allow", () => {
    const { problem } = readProblem(join(EXAMPLES, "two-groups.json"));
    const [bound] = boundProblem(problem).bounds;
    // The total is 38.5 to 39.5, the other group 46.5 to 47.5. Of 1,152 and 1,079 interviews, within a tenth of both
    // shares, the group weighs 0.43529 (0.9 of its own) to 0.53200 (1.1): with t the total and p the other, it is
    // p - (p - t) / share.
    const own = 1079 / 2231;
    expect(bound?.low).toBeCloseTo(47.5 - (47.5 - 38.5) / (0.9 * own), 3);
    expect(bound?.high).toBeCloseTo(46.5 - (46.5 - 39.5) / (1.1 * own), 3);
  });

  it("has a fall of at most what the last quarter leaves", () => {
    const { problem } = readProblem(join(EXAMPLES, "a-fall.json"));
    expect(boundProblem(problem).bounds[0]).toMatchObject({
      low: expect.closeTo(0, 3),
      high: expect.closeTo(42, 3),
    });
  });
});

describe("bad input", () => {
  it.each<[string, string[]]>([
    ["", ["problem.json:1:1: the file is empty; expected JSON"]],
    [
      '{"unknowns": [}',
      [
        "problem.json:1:15: value expected; expected JSON",
        "problem.json:1:16: close brace expected; expected JSON",
        "problem.json:1:16: close bracket expected; expected JSON",
      ],
    ],
    ['{"ask": []}', ['problem.json:1:1: "unknowns" is missing; expected it']],
    [
      '{"unknowns": [{"id": "a", "low": 120}, {"id": 5}],\n "identities": [{"total": {"printed": 39}, "parts": []}],\n "wrong": 1}',
      [
        "problem.json:1:34: 120 is wrong here; expected 0 to 100",
        "problem.json:1:47: 5 is wrong here; expected an id in quotes",
        'problem.json:2:27: this object is wrong here; expected {"id": …} or {"printed": "39"}',
        'problem.json:3:11: "wrong" is unknown here; expected only known keys',
      ],
    ],
    [
      '{"unknowns": [{"id": "a"}, {"id": "b"}], "order": [["a", "above", "b"]]}',
      [
        'problem.json:1:52: this list is wrong here; expected ["a", ">", "b"], with the least difference in points as a fourth or none',
      ],
    ],
    [
      '{"unknowns": [{"id": "a"}],\n "order": [["a", ">", "z"]]}',
      ['problem.json:2:23: there is no unknown "z"; expected one of a'],
    ],
    [
      `{"unknowns": [{"id": "a"}, {"id": "a"}, {"id": "b", "low": 9, "high": 2}, {"id": "c", "lo": 3}],
 "identities": [{"total": {"id": "t"}, "parts": [{"id": "q"}], "shares": "none"}],
 "differ": [{"a": "b", "b": "b", "deff": 0, "bases": [1, 2]}],
 "ask": [{"mean": ["a", "m"], "minus": ["n"]}, {"difference": ["a", "b"]}]}`,
      [
        'problem.json:1:35: the unknown "a" stands twice; expected each id once',
        "problem.json:1:60: low is 9 and high 2; expected low no greater than high",
        'problem.json:1:93: "lo" is unknown here; expected only known keys',
        'problem.json:2:34: there is no unknown "t"; expected one of a, b, c',
        'problem.json:2:57: there is no unknown "q"; expected one of a, b, c',
        'problem.json:2:74: there are no shares "none"; expected an entry of "shares" with that name',
        'problem.json:3:13: "b" is held against itself; expected two unknowns',
        "problem.json:3:42: 0 is wrong here; expected a number above 0",
        'problem.json:4:25: there is no unknown "m"; expected one of a, b, c',
        'problem.json:4:41: there is no unknown "n"; expected one of a, b, c',
      ],
    ],
    [
      '{"unknowns": [{"id": "a"}],\n "unknowns": []}',
      ['problem.json:2:2: the key "unknowns" stands twice; expected each key once'],
    ],
  ])("%s", (text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  it("is said of a file that is absent", () => {
    expect(() => readProblem(join(folder, "absent.json"))).toThrow(
      "absent.json:1:1: the file is absent; expected a JSON file",
    );
  });
});

it("a contradiction names a smallest set of statements that cannot all be true", () => {
  const { problem } = readProblem(
    fileOf(
      '{"unknowns": [{"id": "a"}, {"id": "b"}, {"id": "c"}], "order": [["a", ">", "b", 5], ["b", ">", "c"], ["c", ">", "a"]], "ranges": [{"id": "a", "low": 10, "high": 90, "name": "a range"}]}',
    ),
  );
  const text = boundText(boundProblem(problem));
  expect(text).toBe(
    "No set of numbers agrees with all statements. These cannot all be true:\n\n  order[0]\n  order[1]\n  order[2]\n",
  );
});

it("the command writes JSON, and ends with 2 for bad input", async () => {
  const good = await runHere(boundCommand, join(EXAMPLES, "two-groups.json"), "--json");
  expect({ status: good.status, stderr: good.stderr }).toEqual({ status: 0, stderr: "" });
  const answer = JSON.parse(good.stdout);
  expect(Object.keys(answer)).toEqual(expect.arrayContaining(["feasible", "bounds", "restsOn", "conflict"]));
  expect(answer.bounds[0]).toMatchObject({
    ask: { id: "men" },
    exact: true,
    set: [[answer.bounds[0].low, answer.bounds[0].high]],
    attainedLow: { values: { men: expect.closeTo(answer.bounds[0].low, 2) } },
  });
  for (const args of [[fileOf("{}")], [], ["--nonsense", fileOf("{}")]]) {
    const { status, stdout, stderr } = await runHere(boundCommand, ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).not.toBe("");
  }
});
