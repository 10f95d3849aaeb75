import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FINDING } from "../browser/site.js";
import { buildCopy, copyProject, edit, hashes, removeCopy, setReceiving } from "./project-copy.js";

let folder = "";
beforeAll(() => {
  folder = copyProject({ warm: true });
});
afterAll(() => removeCopy(folder));

const read = (path: string) => readFileSync(join(folder, "dist", path), "utf8");
/** The text of the first citation of a result on the finding page. */
const cited = (id: string) =>
  new RegExp(`data-result="${id.replaceAll(".", "\\.")}"[^>]*>([^<]*)<`).exec(read(FINDING))?.[1];
const build = async () => {
  const { code, output } = await buildCopy(folder);
  expect(output).not.toMatch(/error/i);
  expect(code).toBe(0);
};

/** Locks what now comes out. */
const accept = (copy: string) => {
  const { status } = spawnSync("node", ["--import", "tsx", "tools/audit.ts", "--accept"], { cwd: copy });
  expect(status).toBe(0);
};

describe("the lock of results", () => {
  it("fails a build whose numbers are not those that the same raw files gave, and names them", async () => {
    const good = hashes(join(folder, "dist"));
    edit(folder, "src/stats/numeric/constants.ts", "1.959963984540054", "1.96");
    const { code, output } = await buildCopy(folder);
    expect(code).toBe(1);
    expect(output).toMatch(/^age\.16-24\.interval: .* is locked; now .*$/m);
    expect(output).toContain("npm run audit -- --accept");
    expect(hashes(join(folder, "dist"))).toEqual(good);
    edit(folder, "src/stats/numeric/constants.ts", "1.96", "1.959963984540054");
  });
});

describe("the next build shows", () => {
  it("a number of the raw files that was edited, all that follows from it, and that it is not what was locked", async () => {
    const old = hashes(join(folder, "dist/downloads"));
    setReceiving(folder, "46");
    await build();
    expect(cited("ces-2023-24.satisfied.parent-receiving")).toBe("46%");
    expect(cited("parents.gap")).toBe("15 points");
    // 15 points ± 1.96 × √(0.46 × 0.54 / 1152 + 0.31 × 0.69 / 1079) = 11.01 to 18.99.
    expect(cited("parents.gap.interval")).toBe("11.0 to 19.0 points");
    const page = read(FINDING);
    expect(page).toContain("Receiving Parents 46%");
    expect(page).not.toContain("Receiving Parents 47%");
    expect(page).toMatch(/>46</);
    expect(page).toMatch(/Receiving Parents<\/th><td[^>]*>46</);
    expect(read("index.html")).toContain("46%");
    expect(read("index.html")).toContain("Recalculated.");
    expect(read("data.html")).toMatch(/<th scope="row">parents\.gap<\/th>/);
    const now = hashes(join(folder, "dist/downloads"));
    for (const ending of ["csv", "arrow", "svg", "png"]) {
      for (const figure of ["satisfaction-by-parent-and-contact", "gaps-by-parent-and-contact"])
        expect(now[`${figure}.${ending}`], `${figure}.${ending}`).not.toBe(old[`${figure}.${ending}`]);
    }
    expect(read("downloads/satisfaction-by-parent-and-contact.csv")).toMatch(
      /^parent=receiving,Receiving Parents,published,46,45\.5,46\.5,1152,/m,
    );
    // What the live page loads is new as well.
    const data = readdirSync(join(folder, "dist/_file/data")).find((name) =>
      name.startsWith("satisfaction-by-parent-and-contact"),
    );
    expect(readFileSync(join(folder, "dist/_file/data", data ?? ""))).toEqual(
      readFileSync(join(folder, "dist/downloads/satisfaction-by-parent-and-contact.arrow")),
    );
  });

  it("what edited modules make of numbers and tables, in the prose and in the live page's script", async () => {
    setReceiving(folder, "47");
    // The 0.995 quantile of the standard normal distribution: 99% instead of 95%.
    edit(folder, "src/stats/numeric/constants.ts", "1.959963984540054", "2.5758293035489");
    edit(folder, "src/findings/parents-and-contact/schema.ts", "Unweighted base", "Interviews counted");
    accept(folder);
    await build();
    // 16 points ± 2.576 × √(0.47 × 0.53 / 1152 + 0.31 × 0.69 / 1079) = 10.7 to 21.3.
    expect(cited("parents.gap.interval")).toBe("10.7 to 21.3 points");
    // 16.08 × (1.96 / 2.576)² = 9.3.
    expect(cited("parents.critical-design-effect")).toBe("9.3");
    const scripts = readdirSync(join(folder, "dist/_scripts"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".js"))
      .map((name) => read(`_scripts/${name}`))
      .join("");
    expect(scripts).toContain("2.5758293035489");
    expect(scripts).not.toContain("1.959963984540054");
    expect(
      readFileSync(join(folder, "dist/downloads/satisfaction-by-parent-and-contact.arrow"), "latin1"),
    ).toContain("Interviews counted");
    // The raw files are those of the lock again.
    expect(read("index.html")).not.toContain("Recalculated.");
  });
});
