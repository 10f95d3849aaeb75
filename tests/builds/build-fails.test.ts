import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { buildCopy, copyProject, hashes, removeCopy, setReceiving } from "./project-copy.js";

let folder = "";
let site: Record<string, string> = {};
const before = new Map<string, string>();

beforeAll(() => {
  folder = copyProject({ warm: true });
  site = hashes(join(folder, "dist"));
  for (const path of [
    "src/index.md",
    "src/findings/parents-and-contact.md",
    "src/sources/index.md",
    "src/sources/cms-2016.md",
  ])
    before.set(path, readFileSync(join(folder, path), "utf8"));
});
afterEach(() => {
  for (const [path, text] of before) writeFileSync(join(folder, path), text);
});
afterAll(() => removeCopy(folder));

const add = (page: string, text: string) => appendFileSync(join(folder, page), `\n\n${text}\n`);

describe("a build fails, and leaves the last good site as it was,", () => {
  it("for an error in the raw files: exit code 2, and where it is", async () => {
    const path = join(folder, "data-loaders/raw/ces-2023-24/values.csv");
    const good = readFileSync(path, "utf8");
    setReceiving(folder, "47x");
    const { code, output } = await buildCopy(folder);
    writeFileSync(path, good);
    expect(code).toBe(2);
    // The fourth data row, and the column of "printed", the fifth.
    const line =
      good.split("\n").findIndex((row) => row.startsWith("ces-2023-24.satisfied.parent-receiving")) + 1;
    const column =
      "ces-2023-24.satisfied.parent-receiving,ces.satisfied,parent=receiving,2023-04/2024-03,".length + 1;
    expect(output).toContain(`data-loaders/raw/ces-2023-24/values.csv:${line}:${column}`);
    expect(output).toContain("47x");
    expect(hashes(join(folder, "dist"))).toEqual(site);
  });

  it("for a name that nothing has", async () => {
    add("src/index.md", "So many: {{parents.no-such-number}}.");
    const { code, output } = await buildCopy(folder);
    expect(code).toBe(1);
    expect(output).toContain("src/index.md: nothing is named parents.no-such-number");
    expect(hashes(join(folder, "dist"))).toEqual(site);
  });

  it("for a block that cannot be read, a broken link, a reference that was not filled: each by its page", async () => {
    add("src/index.md", "```ts\nconst = 1;\n```");
    add("src/findings/parents-and-contact.md", "See [the other page](./no-such-page).");
    add("src/sources/index.md", "A number: {{ no such form }}.");
    add("src/sources/cms-2016.md", '<a href="#no-such-anchor">Below</a>');
    const { code, output } = await buildCopy(folder);
    expect(code).toBe(1);
    expect(output).toMatch(/^index\.html: a block could not be read$/m);
    expect(output).toMatch(/^findings\/parents-and-contact\.html: .*no-such-page.* leads nowhere$/m);
    expect(output).toMatch(/^sources\/index\.html: a reference was not filled$/m);
    expect(output).toMatch(/^sources\/cms-2016\.html: #no-such-anchor leads nowhere$/m);
    expect(output.match(/^\S+\.html: /gm)).toHaveLength(4);
    expect(hashes(join(folder, "dist"))).toEqual(site);
  });
});
