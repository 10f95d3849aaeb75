import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a shell's command in the project's folder. */
const shell = (command: string): Promise<Ended> =>
  new Promise((resolve) => {
    execFile("bash", ["-c", `set -o pipefail; ${command}`], { cwd: ROOT }, (failure, stdout, stderr) =>
      resolve({ status: Number(failure?.code ?? 0), stdout, stderr }),
    );
  });
const tool = (name: string) => `"${process.execPath}" --import tsx tools/${name}.ts`;

// What commands do is tested in this process, each in its own file: here that they are processes.
describe("a command as a process", () => {
  it.each([
    ["align", '--sentence "Most were satisfied."', /^3,[0-9a-f]+\n$/],
    ["bound", "docs/bound/two-groups.json --json", /^\{\n {2}"/],
    ["codecheck", "--help", /^Usage: codecheck/],
    ["check-data", "--help", /^Usage: check-data/],
    ["groups", "--help", /^Usage: groups/],
    ["missing", "--csv | head -n 1", /^id,publication[^\n]*\n$/],
  ])("prints what it has to say and ends with 0: %s %s", async (name, args, said) => {
    expect(await shell(`${tool(name)} ${args}`)).toEqual({
      status: 0,
      stdout: expect.stringMatching(said),
      stderr: "",
    });
  });

  it.each([
    ["audit", "--raw no-such-folder", /^no-such-folder is not a folder/],
    ["check-prose", "--unknown", /unknown option/],
    ["cube", "--survey ces --out a.cube", /--survey is ces/],
    ["estimate", "--data no-such.csv --y a", /^no-such\.csv:1:1: the file is absent/],
    ["simulate", "--survey ces --seed 1 --out no-such.csv", /no survey ces/],
  ])("says what is wrong on standard error alone and ends with 2: %s %s", async (name, args, said) => {
    expect(await shell(`${tool(name)} ${args}`)).toEqual({
      status: 2,
      stdout: "",
      stderr: expect.stringMatching(said),
    });
  });
});
