import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { codecheckText, outputs, projectOf } from "../../../tools/codecheck/file.js";
import { isOrcid } from "../../../tools/codecheck/orcid.js";
import { codecheckFindings, OPEN, SPECIFICATION } from "../../../tools/codecheck/rules.js";
import { FIGURES } from "../../../tools/site/figures.js";
import { pagesOf } from "../../../tools/source-files.js";
import { built } from "../site/fixture.js";

/** A file that meets every rule, after the minimal example of the specification. */
const WHOLE = `---
version: ${SPECIFICATION}
manifest:
  - file: fig1.svg
    comment: a picture
paper:
  title: A good paper
  authors:
    - name: Josiah Carberry
      ORCID: 0000-0002-1825-0097
  reference: https://doi.org/10.5555/preprint.1
codechecker:
  - name: Josiah Carberry
    ORCID: 0000-0002-1825-0097
report: https://doi.org/10.5281/zenodo.1234567
summary: All was made again.
certificate: 2026-001
`;
const has = (path: string) => ["fig1.svg", "LICENSE", "codecheck"].includes(path);
const findings = (text: string, file = "codecheck.yml") =>
  codecheckFindings(new TextEncoder().encode(text), { file, has });
const broken = (text: string, file?: string) =>
  findings(text, file).map(({ rule, severity, line }) => `${rule} ${severity} ${line}`);
const changed = (from: string | RegExp, to: string) => {
  const text = WHOLE.replace(from, to);
  expect(text).not.toBe(WHOLE);
  return broken(text);
};

describe("the rules of the configuration", () => {
  test("a whole file meets them all, with the directive of YAML too", () => {
    expect(broken(WHOLE)).toEqual([]);
    expect(broken(`%YAML 1.2\n${WHOLE}`)).toEqual([]);
  });

  test.each([
    ["---\n", "", "CC-CFG-002 error 1"],
    ["---\n", "# a comment\n---\n", "CC-CFG-002 error 1"],
    ["- file: fig1.svg\n    comment", "- comment", "CC-CFG-005 error 4"],
    ["fig1.svg", "/fig1.svg", "CC-CFG-006 error 4"],
    ["fig1.svg", "../fig1.svg", "CC-CFG-006 error 4"],
    ["fig1.svg", "https://example.org/fig1.svg", "CC-CFG-006 error 4"],
    ["\n    comment: a picture", "", "CC-CFG-007 info 4"],
    ["fig1.svg", "fig2.svg", "CC-BUN-001 error 4"],
    [/codechecker:\n.*\n.*\n/, "", "CC-CFG-008 error 1"],
    ["codechecker:\n  - name: Josiah Carberry", "codechecker:\n  - other: x", "CC-CFG-009 error 13"],
    [/(codechecker:\n.*)\n.*/, "$1", "CC-CFG-010 warning 13"],
    [/report: .*/, "report: ", "CC-CFG-011 error 15"],
    [/report: .*/, "report: in print", "CC-CFG-012 info 15"],
    ["zenodo.1234567", "zenodo.FIXME", "CC-CFG-013 error 15"],
    [/version.*\n/, "", "CC-CFG-014 warning 1"],
    ["config/2.0", "config/3.0", "CC-CFG-015 warning 2"],
    [/paper:\n(?: {2}.*\n)+/, "", "CC-CFG-016 error 1"],
    ["  title: A good paper\n", "", "CC-CFG-017 error 7"],
    [/ {2}authors:\n.*\n.*\n/, "  authors: []\n", "CC-CFG-018 error 8"],
    ["authors:\n    - name: Josiah Carberry", "authors:\n    - other: x", "CC-CFG-019 error 9"],
    [/(authors:\n.*)\n.*/, "$1", "CC-CFG-020 error 9"],
    ["ORCID: 0000-0002", "ORCID: https://orcid.org/0000-0002", "CC-CFG-020 error 10"],
    ["ORCID: 0000-0002-1825-0097", "ORCID: 0000-0002-1825-0098", "CC-MET-001 error 10"],
    [/ {2}reference: .*\n/, "", "CC-CFG-021 error 7"],
    ["https://doi.org/10.5555/preprint.1", "https://example.org/paper.pdf", "CC-CFG-022 warning 11"],
    [
      "https://doi.org/10.5555/preprint.1",
      "https://web.archive.org/web/1/https://a.org/b.pdf",
      "CC-CFG-031 info 11",
    ],
    ["https://doi.org/10.5555/preprint.1", "Under review", "CC-CFG-027 warning 11"],
    ["https://doi.org/10.5555/preprint.1", "https://example.org/paper", "CC-CFG-028 info 11"],
    ["A good paper", "TODO", "CC-CFG-023 error 7"],
    [/summary: .*\n/, "", "CC-CFG-024 error 1"],
    [/certificate: .*\n/, "", "CC-CFG-025 error 1"],
    ["2026-001", "2026-1", "CC-CFG-026 error 17"],
    ["codechecker:", "  reference-other: one\ncodechecker:", "CC-CFG-029 error 12"],
    ["codechecker:", "  reference-other: [one]\ncodechecker:", "CC-CFG-030 warning 12"],
  ] as const)("%s made %s breaks %s and nothing else", (from, to, rule) => {
    expect(changed(from, to)).toEqual([rule]);
  });

  test("a manifest that is missing or no list, a file elsewhere, no YAML and no UTF-8 are errors", () => {
    expect(changed(/manifest:\n.*\n.*\n/, "")).toEqual(["CC-CFG-004 error 1"]);
    expect(changed(/manifest:\n.*\n.*\n/, "manifest: fig1.svg\n")).toEqual(["CC-CFG-004 error 3"]);
    expect(broken(WHOLE, "docs/codecheck.yml")).toEqual(["CC-CFG-003 error 1"]);
    expect(broken(WHOLE, "codecheck.yaml")).toEqual(["CC-CFG-003 error 1"]);
    expect(broken("---\npaper: [\n")[0]).toMatch(/^CC-CFG-001 error/);
    expect(codecheckFindings(new Uint8Array([0xff, 0xfe, 0]), { file: "codecheck.yml", has })[0]?.rule).toBe(
      "CC-CFG-001",
    );
  });

  test("the check digit of an ORCID is that of ISO 7064", () => {
    for (const good of ["0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X"])
      expect(isOrcid(good)).toBe(true);
    for (const bad of ["0000-0002-1825-0096", "0000000218250097", "0000-0002-1694-2330"])
      expect(isOrcid(bad)).toBe(false);
  });
});

describe("codecheck.yml of this project", () => {
  const { raw, tables } = built();
  const manifest = outputs(".", tables, FIGURES);
  const held = readFileSync("codecheck.yml", "utf8");

  test("is what the build makes now; npm run codecheck writes it anew", () => {
    expect(codecheckText(held, manifest, projectOf(".", raw.publications))).toBe(held);
  });

  test("lists every table, figure and page", () => {
    const files = (parse(held) as { manifest: { file: string }[] }).manifest.map(({ file }) => file);
    for (const name of tables.keys()) expect(files).toContain(`dist/downloads/${name}.csv`);
    for (const { id } of FIGURES) expect(files).toContain(`dist/downloads/${id}.svg`);
    for (const page of pagesOf(".")) expect(files).toContain(page.replace(/^src(.*)md$/, "dist$1html"));
  });

  test("breaks no rule that is not left to people: ORCIDs, and what a codechecker adds", () => {
    const found = codecheckFindings(new TextEncoder().encode(held), {
      file: "codecheck.yml",
      has: () => true,
    });
    const errors = found.filter(({ severity }) => severity === "error");
    expect(errors.filter(({ by, rule }) => by === "author" && !OPEN.has(rule))).toEqual([]);
    expect(errors.map(({ rule }) => rule).sort()).toEqual([
      ...["CC-CFG-008", "CC-CFG-011", "CC-CFG-020", "CC-CFG-024", "CC-CFG-025"],
    ]);
  });

  test("keeps what a codechecker wrote when the manifest is made anew", () => {
    const checked = `${held}codechecker:\n  # by hand\n  - name: A Person\nsummary: Fine.\n`;
    const again = codecheckText(checked, manifest.slice(0, 1), projectOf(".", raw.publications));
    expect(again).toContain("codechecker:\n  # by hand\n  - name: A Person\nsummary: Fine.\n");
    expect((parse(again) as { manifest: unknown[] }).manifest).toEqual(manifest.slice(0, 1));
  });
});
