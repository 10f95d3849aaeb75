import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { fingerprintOf } from "../../../src/analysis/align/index.js";
import { alignCommand } from "../../../tools/align.js";
import { column, madePdf, wrapped } from "../analysis/align/made-pdf.js";
import { runHere } from "../data-loaders/audit/raw-copy.js";
import { VALID } from "../data-loaders/read/raw-folder.js";

const SENTENCES = [
  "The parents of the Beta survey",
  "47% of the receiving parents whom the survey asked were satisfied with it.",
  "We thank all those who gave their time to the survey.",
] as const;

const folder = mkdtempSync(join(tmpdir(), "align-"));
afterAll(() => rmSync(folder, { recursive: true }));

const raw = join(folder, "raw");
for (const [path, text] of Object.entries(VALID)) {
  mkdirSync(dirname(join(raw, path)), { recursive: true });
  const filled = SENTENCES.reduce((file, sentence, index) => {
    const { words, fingerprint } = fingerprintOf(sentence);
    return file.replace(new RegExp(`\\d+,00000000000000a${index + 1}`), `${words},${fingerprint}`);
  }, text);
  writeFileSync(join(raw, path), filled);
}
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const run = (...args: string[]) => runHere(alignCommand, ...args);
const align = (...files: string[]) => run("--raw", raw, ...files);
const last = (stdout: string) => stdout.trimEnd().split("\n").at(-1);

describe("align", () => {
  it("shows each sentence beside our words and the claims made of it, and counts them last", async () => {
    const { stdout, stderr, status } = await align(file("beta.txt", SENTENCES.join("\n\n")));
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    expect(stdout).toContain("beta.txt: Beta Experience (beta-2024)");
    expect(stdout).toContain(
      [
        "beta-2024.sentence.002 · Figure 2",
        "  about  receiving parents",
        "  claim  47% were satisfied. (beta-2024.claim.receiving)",
        `  says   “${SENTENCES[1]}”`,
      ].join("\n"),
    );
    expect(stdout).toContain("  no claim: politeness");
    expect(last(stdout)).toBe("3 of 3 sentences found");
  });

  it("lists a sentence that is not found with what the file has there", async () => {
    const text = SENTENCES.join("\n").replace("47%", "57%");
    const { stdout, status } = await align(file("changed.txt", text));
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /Not found, with the lines[\s\S]*sentence\.002[\s\S]* {2}there {2}57% of the receiving parents/,
    );
    expect(last(stdout)).toBe("2 of 3 sentences found");
  });

  it("reads HTML and PDF, and counts a sentence once in several files", async () => {
    const html = file("part.html", `<!doctype html><p>${SENTENCES[0]}</p><p>${SENTENCES[1]}</p>`);
    const lines = SENTENCES.slice(1).flatMap((sentence) => wrapped(sentence, 30));
    const pdf = file("part.pdf", madePdf([column(lines, 30, 500)]));
    const { stdout, stderr, status } = await align(html, pdf);
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    expect(stdout).toContain("part.html: 2 of 3 sentences found");
    expect(stdout).toContain("part.pdf: 2 of 3 sentences found");
    expect(last(stdout)).toBe("3 of 3 sentences found");
  });

  it("says of each file what is wrong with it, shows the others, and exits 2", async () => {
    const other = file("other.txt", "A text of more than six words that is no publication.");
    const office = file("report.docx", "PK\u0003\u0004");
    const absent = join(folder, "absent.pdf");
    const { stdout, stderr, status } = await align(
      absent,
      folder,
      other,
      office,
      file("good.txt", SENTENCES[2]),
    );
    expect(status).toBe(2);
    expect(stderr.trimEnd().split("\n")).toEqual([
      `${absent}: there is no such file; expected the path of a publication`,
      `${folder}: this is a folder; expected the path of a publication`,
      `${other}: the file has none of the sentences of six words or more; expected one of these: Alpha Satisfaction; Beta Experience`,
      `${office}: the file is an office document or an archive; expected plain text, HTML or PDF: save it as PDF`,
    ]);
    expect(last(stdout)).toBe("1 of 3 sentences found");
  });

  it("prints the cells of a sentence that is added to sentences.csv", async () => {
    const { words, fingerprint } = fingerprintOf(SENTENCES[1]);
    expect(await run("--sentence", `“${SENTENCES[1].toUpperCase()}”`)).toMatchObject({
      stdout: `${words},${fingerprint}\n`,
      status: 0,
    });
  });

  it("exits 2 without a file, for an unknown option and for raw files with a fault", async () => {
    expect((await run()).status).toBe(2);
    expect((await run("--unknown", "x")).status).toBe(2);
    expect((await run("--raw", join(folder, "nowhere"), "x")).status).toBe(2);
  });
});
