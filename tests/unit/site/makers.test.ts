import { spawn } from "node:child_process";
import { afterEach, describe, expect, it } from "vitest";
import { doneCode } from "../../../tools/site/maker-protocol.js";
import { type Maker, maker } from "../../../tools/site/makers.js";

/** A process that keeps to the words of a maker, and does as a script says: `times` counts how often it was told to go. */
function worker(script: string) {
  const code = `let times = 0; const say = (line) => process.stdout.write(line + "\\n");
    require("node:readline").createInterface({ input: process.stdin })
      .on("line", (line) => { if (line === "go") times++; (${script})(line, times); })
      .on("close", () => process.exit());`;
  return spawn(process.execPath, ["-e", code], { stdio: ["pipe", "pipe", "inherit"] });
}

const begun: ReturnType<typeof worker>[] = [];
afterEach(() => {
  for (const child of begun.splice(0)) child.kill("SIGKILL");
});

/** A maker whose processes do as the scripts say, one after the other. */
function makerOf(...scripts: string[]): Maker {
  return maker(() => {
    const child = worker(scripts[begun.length] ?? scripts.at(-1) ?? "");
    begun.push(child);
    return child;
  });
}

async function makeTwice(pages: Maker) {
  const heard: (number | string)[] = [];
  for (let i = 0; i < 2; i++) heard.push(await pages.make(() => heard.push("pages")));
  return heard;
}

describe("a maker", () => {
  it("keeps one process for all edits, and hears of pages before it is done", async () => {
    const pages = makerOf(`(line, times) => { say("pages ready"); say("done " + (times - 1)); }`);
    expect(await makeTwice(pages)).toEqual(["pages", 0, "pages", 1]);
    expect(begun.length).toBe(1);
  });

  it("keeps its process when the raw files have an error", async () => {
    const pages = makerOf(`(line, times) => say(times === 1 ? "done 2" : "done 0")`);
    expect(await makeTwice(pages)).toEqual([2, 0]);
    expect(begun.length).toBe(1);
  });

  it("asks a new process at once when code has changed, and lets the old one end", async () => {
    const pages = makerOf(`() => say("done 75")`, `() => { say("pages ready"); say("done 0"); }`);
    expect(await makeTwice(pages)).toEqual(["pages", 0, "pages", 0]);
    expect(begun.length).toBe(2);
    await expect.poll(() => begun[0]?.exitCode).toBe(0);
    expect(begun[1]?.exitCode).toBeNull();
  });

  it("fails when its process ends without a word, whatever its code, and the next edit has a new one", async () => {
    const pages = makerOf(`() => process.exit(0)`, `() => process.exit(7)`, `() => say("done 0")`);
    expect(await makeTwice(pages)).toEqual([1, 7]);
    expect(await pages.make(() => {})).toBe(0);
    expect(begun.length).toBe(3);
  });

  it("begins a new process when the one that waits was killed", async () => {
    const pages = makerOf(`() => say("done 0")`);
    await pages.make(() => {});
    begun[0]?.kill("SIGKILL");
    await new Promise((resolve) => begun[0]?.once("close", resolve));
    expect(await pages.make(() => {})).toBe(0);
    expect(begun.length).toBe(2);
  });

  it("stops what it makes after pages are shown, and never before", async () => {
    const pages = makerOf(`(line, times) => {
      if (line === "stop") say("done 76");
      else setTimeout(() => say("pages ready"), 50);
    }`);
    const early = pages.make(() => pages.stop());
    pages.stop();
    let ended = false;
    void early.then(() => {
      ended = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(ended).toBe(false);
    expect(await early).toBe(76);
    expect(begun.length).toBe(1);
  });
});

it("only a line of its own says done", () => {
  expect(["done 0", "done 75", "done", "done x", "not done 0", "done 0 "].map(doneCode)).toEqual([
    0,
    75,
    ...[null, null, null, null],
  ]);
});
