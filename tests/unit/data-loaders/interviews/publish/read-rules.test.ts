import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { DEFAULT_RULES } from "../../../../../data-loaders/interviews/disclosure/index.js";
import { microdataFiles } from "../../../../../data-loaders/interviews/mapping/index.js";
import { hasInterviews } from "../../../../../data-loaders/interviews/publish/index.js";
import { readRules } from "../../../../../data-loaders/interviews/publish/read-rules.js";
import { faults } from "../../read/interviews/files.js";

const folder = mkdtempSync(join(tmpdir(), "rules-"));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (text: string) => {
  writeFileSync(join(folder, "disclosure.json"), text);
  return readRules(folder);
};
/** What is wrong, without the name of the file. */
const wrong = async (text: string) =>
  (await faults(Promise.resolve(text).then(read))).map((line) => line.replace("disclosure.json:", ""));

describe("the rules of disclosure control of a folder", () => {
  it("are the defaults without a file, and in one that says nothing", () => {
    expect(readRules(join(folder, "nowhere"))).toEqual(DEFAULT_RULES);
    expect(read("{}")).toEqual(DEFAULT_RULES);
  });

  it("are what the file says, in which comments are allowed, and the defaults for the rest", () => {
    expect(read('{ // stricter\n "least": 20, "rounding": {"kind": "plain", "base": 5}, }')).toEqual({
      ...DEFAULT_RULES,
      ...{ least: 20, rounding: { kind: "plain", base: 5 } },
    });
    const all = {
      ...{ least: 5, width: 4, share: 0.5, answers: false },
      rounding: { kind: "controlled", base: 3, seed: 7 },
    };
    expect(read(JSON.stringify(all))).toEqual({ ...DEFAULT_RULES, ...all });
    expect(read('{"rounding": null}').rounding).toBeNull();
  });

  it("lie in a file that is not taken for interviews", () => {
    read("{}");
    expect(hasInterviews(folder)).toBe(false);
    expect(microdataFiles(folder, ["ces-2023-24"])).toEqual([]);
  });

  it("are refused with every fault at its place", async () => {
    expect(
      await wrong(`{
  "least": 1,
  "width": "ten",
  "share": 2,
  "leest": 20,
  "answers": 1,
  "share": 3,
  "rounding": {"kind": "controlled", "base": 2.5}
}`),
    ).toEqual([
      "2:12: least is 1; expected a whole number above 1",
      '3:12: "ten" is wrong here; expected a number',
      "4:12: share is 3; expected a number from 0 to 1",
      '5:12: "leest" is unknown here; expected only known keys',
      "6:14: 1 is wrong here; expected true or false",
      '7:3: the key "share" stands twice; expected each key once',
      '8:15: "seed" is missing; expected it',
    ]);
  });

  it.each([
    [
      '{"rounding": {"kind": "plain", "base": 1}}',
      "1:40: counts are rounded to 1; expected a whole number above 1",
    ],
    [
      '{"rounding": {"kind": "plain", "base": 5, "seed": 1}}',
      '1:51: "seed" is unknown here; expected only known keys',
    ],
    [
      '{"rounding": {"kind": "nearest", "base": 5}}',
      /^1:23: "nearest" is wrong here; expected \{"kind": "plain"/,
    ],
    ['{"rounding": 5}', /^1:14: 5 is wrong here; expected \{"kind": "plain"/],
    [
      '{"rounding": {"kind": "controlled", "base": 5, "seed": 1.5}}',
      "1:56: 1.5 is wrong here; expected a whole number",
    ],
    [
      '{"least": 12, "width": 13}',
      "1:24: width is 13; expected a whole number from 1 to 12, the least count shown",
    ],
    ["[10]", /^1:1: .* is wrong here; expected \{"least": …/],
    ["10", /^1:1: 10 is wrong here; expected \{"least": …/],
    ["", "1:1: the file is empty; expected JSON"],
    ['{"added": false}', '1:11: "added" is unknown here; expected only known keys'],
  ])("%s is refused", async (text, said) => {
    expect(await wrong(text)).toEqual([typeof said === "string" ? said : expect.stringMatching(said)]);
  });

  it("that protect less than the default width do so because they say it", async () => {
    expect(await wrong('{"least": 5}')).toEqual([
      '1:11: width is 10 where it is not given; expected "width" too: a whole number from 1 to 5, the least count shown',
    ]);
    expect(read('{"least": 5, "width": 5}')).toMatchObject({ least: 5, width: 5 });
  });
});
