import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ARCHITECTURE, flow, projectFiles, withFlow } from "../../../tools/architecture.js";
import { ROOT } from "../site/fixture.js";

const page = readFileSync(join(ROOT, ARCHITECTURE), "utf8");

describe("docs/architecture.md", () => {
  it("has the flow that the imports have", () => {
    expect(withFlow(page, projectFiles(ROOT))).toBe(page);
  });

  it("names functions that stand in the files it names", () => {
    const steps = [...page.matchAll(/^\d+\. .*?`(\w+)` in `([\w/.-]+)`/gm)];
    expect(steps.length).toBeGreaterThanOrEqual(9);
    for (const [, name, file] of steps)
      expect(readFileSync(join(ROOT, file ?? ""), "utf8"), file).toMatch(
        new RegExp(`export (?:async )?(?:function|const) ${name}\\b`),
      );
  });
});

describe("the flow", () => {
  const file = (path: string, ...imports: string[]) => ({
    path,
    source: imports.map((name) => `import "${name}";`).join("\n"),
  });

  it("leaves out an arrow that follows from others", () => {
    const files = [
      file("src/stats/a.ts", "../model/a.js"),
      file("src/bounds/a.ts", "../stats/a.js", "../model/a.js"),
      file("src/model/a.ts"),
    ];
    expect(flow(files).match(/^ {2}\w+ --> \w+$/gm)).toEqual(["  model --> stats", "  stats --> bounds"]);
  });

  it("is not drawn of parts that import each other", () => {
    const files = [file("src/stats/a.ts", "../model/a.js"), file("src/model/a.ts", "../stats/a.js")];
    expect(() => withFlow(page, files)).toThrow("parts import each other: stats -> model");
  });
});
