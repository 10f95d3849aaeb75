import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  auditIn,
  emptyWorkspace,
  followDocument,
  removeWorkspace,
  runIn,
} from "../unit/tools/another-survey.js";
import { buildCopy } from "./project-copy.js";

let folder = "";
beforeAll(async () => {
  folder = await emptyWorkspace();
});
afterAll(() => removeWorkspace(folder));

const page = (path: string) =>
  new JSDOM(readFileSync(join(folder, "dist", `${path}.html`), "utf8")).window.document;

describe("an empty workspace", () => {
  it("builds its site, whose pages say that there is nothing yet", async () => {
    const { code, output } = await buildCopy(folder);
    expect([code, output]).toEqual([0, expect.stringContaining("The site is in dist.")]);
    expect(page("review/sentence-by-sentence").querySelectorAll(".claim")).toHaveLength(0);
    expect(page("review/all-the-numbers").querySelector("main")?.textContent).toContain(
      "We recorded 0 numbers",
    );
  });
});

describe("with the example of docs/another-survey.md", () => {
  it("passes its check: types, style, pages and the quick tests", () => {
    followDocument(folder);
    expect(runIn(folder, "--import", "tsx", "tools/groups.ts").status).toBe(0);
    const biome = runIn(folder, "node_modules/@biomejs/biome/bin/biome", "check", "--write", ".");
    expect([biome.status, biome.output]).toEqual([0, expect.any(String)]);
    expect(auditIn(folder, "--accept").status).toBe(0);
    const { status, output } = runIn(folder, "--import", "tsx", "tools/check.ts");
    expect([status, output]).toEqual([0, expect.stringMatching(/\n[1-9]\d* passed, 0 failed\n$/)]);
    for (const part of ["types", "style of", "pages and prose", "quick test files"])
      expect(output).toMatch(new RegExp(`^ok: .*${part}`, "m"));
  });

  it("has the verdicts, the chart and the cited numbers on its pages", async () => {
    const { code, output } = await buildCopy(folder);
    expect([code, output]).toEqual([0, expect.stringContaining("The site is in dist.")]);
    const claims = [...page("review/sentence-by-sentence").querySelectorAll(".claim")].map((card) => [
      card.getAttribute("data-claim"),
      card.getAttribute("data-verdict"),
      card.querySelector("[data-part=verdict]")?.textContent,
    ]);
    expect(claims).toEqual([
      ["library-2024.claim.lead", "consistent", "Depends on rounding"],
      ["library-2024.claim.regular-higher", "reproduced", "Holds"],
    ]);
    const finding = page("findings/visitors");
    const cited = (id: string) => finding.querySelector(`main p [data-result="${id}"]`)?.textContent;
    expect([cited("library-2024.satisfied"), cited("visitors.gap")]).toEqual(["72%", "14 points"]);
    const chart = finding.querySelector("#figure-satisfaction-by-visitor svg");
    expect(chart?.getAttribute("aria-label")).toContain(
      "All 72, Regular visitors 78, Occasional visitors 64",
    );
    expect([...(chart?.querySelectorAll("text") ?? [])].map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(["72", "78", "64", "Regular visitors"]),
    );
    expect(page("sources/library-2024").querySelector("main")?.textContent).toContain("Town library");
    expect(readFileSync(join(folder, "dist/downloads/satisfaction-by-visitor.csv"), "utf8")).toContain(
      "visitor=regular,Regular visitors,78,77.5,78.5,700",
    );
  });
});
