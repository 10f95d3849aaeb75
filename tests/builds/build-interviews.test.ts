import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync, gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { arrowBytes } from "../../data-loaders/tables/index.js";
import { serveFolder } from "../../tools/serve.js";
import { openAddress } from "../browser/browser.js";
import { labelsOutside, overflow } from "../browser/overflow.js";
import { allLive } from "../browser/site.js";
import { cesInterviews, toCsv } from "../unit/data-loaders/interviews/publish/ces-interviews.js";
import { buildCopy, copyProject, hashes, removeCopy } from "./project-copy.js";
import { filesWith } from "./search-files.js";

const PAGE = "review/from-interviews.html";
const FILE = "data-loaders/microdata/ces-2023-24.csv";
const interviews = cesInterviews(2280);
const POSTCODE = "ZQ9 7XK";
/** Of the interviews: their numbers, a postcode in a column of its own, days, and weights as text and as bytes. */
const planted = interviews.map((row) => ({ ...row, postcode: POSTCODE }));
const WEIGHTS = interviews.slice(0, 40).map(({ weight = "" }) => weight);
const DAYS = [...new Set(interviews.slice(0, 400).map((row) => row["interview-date"] ?? ""))];
let needles: (string | number)[] = [];

let folder = "";
const dist = () => join(folder, "dist");
let last: Record<string, string> = {};
beforeAll(async () => {
  folder = copyProject({ warm: true });
  const sought = ["planted-id-", POSTCODE, ...DAYS, ...WEIGHTS, ...WEIGHTS.map(Number)];
  // A day or a number that the site has without interviews tells of none.
  const known = filesWith(dist(), sought).map((line) => line.slice(line.lastIndexOf(": ") + 2));
  needles = sought.filter((needle) => !known.includes(String(needle)));
  writeFileSync(join(folder, FILE), toCsv(planted));
  const { code, output } = await buildCopy(folder);
  expect(output).not.toMatch(/error/i);
  expect(code).toBe(0);
});
afterAll(() => removeCopy(folder));

const read = (path: string) => readFileSync(join(dist(), path), "utf8");
const rows = (table: string): Record<string, string>[] =>
  parse(read(`downloads/${table}.csv`), { columns: true });

describe("the site that was built with interviews", () => {
  it("holds nothing of an interview, in no file, however it is packed", () => {
    expect(needles).toEqual(expect.arrayContaining(["planted-id-", POSTCODE]));
    expect(needles.length).toBeGreaterThan(100);
    expect(filesWith(dist(), needles)).toEqual([]);
  });

  it("would be found to hold it as text, in an Arrow table, in a zip, in a gzip or in a picture", () => {
    const column = { name: "interview", type: "text", description: "" } as const;
    const weight = { name: "weight", type: "number", description: "" } as const;
    const first = interviews.find(({ weight }) => needles.includes(Number(weight))) ?? {};
    const table = arrowBytes(
      {
        ...{ name: "t", title: "t", description: "t", source: "t", columns: [column, weight] },
        rows: [{ interview: first.interview ?? "", weight: Number(first.weight) }],
      },
      "",
    );
    const text = `${first.interview},${first.weight}\n`;
    const chunk = (type: string, data: Buffer) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(data.length);
      return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
    };
    const picture = Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk("zTXt", Buffer.concat([Buffer.from("note\0\0"), deflateSync(Buffer.from(text))])),
    ]);
    const files: Record<string, Uint8Array> = {
      "leak.csv": strToU8(text),
      "leak.arrow": table,
      "leak.zip": zipSync({ "inner.gz": gzipSync(text) }),
      "leak.gz": gzipSync(text),
      "leak.png": picture,
    };
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(dist(), name), bytes);
    const found = filesWith(dist(), needles);
    for (const name of Object.keys(files)) {
      expect(found).toContain(`${name}: planted-id-`);
      rmSync(join(dist(), name));
    }
    expect(found).toContain(`leak.arrow: ${Number(first.weight)}`);
  });

  it("has a percentage of the interviews beside each printed one, on the page and in the table", () => {
    const page = read(PAGE);
    const table = rows("from-interviews");
    const satisfied = table.find(({ id }) => id === "ces-2023-24.satisfied.parent-receiving");
    // The weighted share of those asked and answered, worked out again.
    const own = interviews.filter((row) => row.parent === "receiving" && row.satisfaction !== "dont-know");
    const sum = (of: typeof own) => of.reduce((total, { weight }) => total + Number(weight), 0);
    const share = sum(
      own.filter(({ satisfaction = "" }) => / ?-satisfied$/.test(satisfaction) && !/dis/.test(satisfaction)),
    );
    expect(Number(satisfied?.estimate)).toBe(Math.round((1000 * share) / sum(own)) / 10);
    expect(Number(satisfied?.interviews)).toBe(own.length);
    expect(satisfied?.printed).toBe("47");
    expect(page).toContain(`<b>${Number(satisfied?.estimate).toFixed(1)}</b>`);
    const differ = table.filter(({ verdict }) => verdict === "differs").length;
    expect(page).toMatch(new RegExp(`data-result="interviews.differ"[^>]*>${differ}<`));
    expect(page.match(/data-verdict="differs"/g)).toHaveLength(differ);
  });

  it("has a chart of the differences, live at every width, whose filters find what differs", async () => {
    const differing = rows("from-interviews").filter(({ verdict }) => verdict === "differs");
    const differ = differing.length;
    // A percentage that is looked for by its words, in another order and in capitals, and that no other has.
    const { label = "", group_label = "" } = differing.find(({ parent }) => parent !== "") ?? {};
    const alike = differing.filter((row) => row.label === label && row.group_label === group_label);
    expect(alike).toHaveLength(1);
    const sought = `${group_label.toLowerCase()} ${label.toUpperCase()}`;
    const served = await serveFolder(dist(), { path: "/some/folder/" });
    try {
      for (const [width, dark] of [
        [1200, false],
        [390, true],
        [320, false],
      ] as const) {
        const { page, problems, close } = await openAddress(new URL(PAGE, served.url).href, { width, dark });
        await allLive(page);
        const svg = page.locator("#figure-from-interviews .view-chart svg:visible");
        expect((await svg.getAttribute("aria-label"))?.match(/, differs/g)).toHaveLength(differ);
        expect(await svg.innerHTML()).not.toContain("COMPATIBLE WORLD");
        expect(await page.locator("#figure-from-interviews .kinds .key").count()).toBe(2);
        await expect.poll(() => page.evaluate(labelsOutside), { message: `${width}` }).toEqual([]);
        await page.selectOption('[data-filter="verdict"]', "differs");
        expect(await page.locator('[data-part="count"]').innerText()).toMatch(new RegExp(`^${differ} of `));
        await page.fill('[data-filter="q"]', sought);
        await expect.poll(() => page.locator("tr[data-verdict]:visible").count()).toBe(1);
        expect(await page.evaluate(overflow)).toEqual([]);
        expect(problems).toEqual([]);
        await close();
      }
      const plain = await openAddress(new URL(PAGE, served.url).href, { javaScript: false });
      expect(await plain.page.locator("#figure-from-interviews .view-chart svg:visible").count()).toBe(1);
      expect(await plain.page.locator("#figure-from-interviews tbody tr:visible").count()).toBeGreaterThan(
        30,
      );
      await plain.close();
    } finally {
      await served.close();
    }
    for (const extension of ["svg", "png"])
      expect(existsSync(join(dist(), `downloads/from-interviews.${extension}`))).toBe(true);
  });

  it("withholds a group of 7, all that is said of it, and enough of the others to hide it", () => {
    const counts = rows("from-interviews-counts").filter(({ dimension }) => dimension === "ethnicity");
    const few = counts.filter(({ code }) => code === "asian");
    expect(few.length).toBeGreaterThan(1);
    for (const { base, interviews: shown, mark } of few) {
      expect([shown, mark]).toEqual(["", "[c]"]);
      const hidden = counts.filter((row) => row.base === base && row.mark === "[c]");
      const codes = hidden.map(({ code }) => code);
      const whole = interviews.filter(({ ethnicity = "" }) => codes.includes(ethnicity)).length;
      expect(hidden.length).toBeGreaterThan(1);
      // What is left of the total when all that is shown is taken off is no small number.
      expect(whole - 7).toBeGreaterThanOrEqual(10);
    }
    const estimate = rows("from-interviews").find(({ group }) => group === "ethnicity=asian");
    expect([estimate?.estimate, estimate?.standard_error, estimate?.interviews, estimate?.mark]).toEqual([
      ...["", "", ""],
      "[c]",
    ]);
    expect(read(PAGE)).toContain("[c] confidential: fewer than 10 interviews");
  });

  it("fills in what the text does not hold, marks it, and recalculates what rests on it", () => {
    const filled = rows("values").find(({ id }) => id === "ces-2023-24.satisfied.ethnicity-white");
    const estimate = rows("from-interviews").find(({ id }) => id === filled?.id)?.estimate;
    expect([filled?.kind, filled?.note?.startsWith("From interviews")]).toEqual(["calculated", true]);
    expect(Number(filled?.printed)).toBe(Number(estimate));
    // What is withheld is not filled in.
    expect(
      rows("values").find(({ id }) => id === "ces-2023-24.satisfied.ethnicity-asian")?.printed ?? "",
    ).toBe("");
    expect(read("index.html")).toContain("Recalculated.");
    expect(read("data.html")).toContain("ethnicity.white");
    last = hashes(dist());
  });

  it("is built again as it was from the same interviews, beside what it published", async () => {
    // Without it, the build would find nothing to do.
    rmSync(join(folder, ".generated/built.json"));
    const { code } = await buildCopy(folder);
    expect(code).toBe(0);
    expect(hashes(dist())).toEqual(last);
    expect(readFileSync(join(folder, "data-loaders/microdata/.published.json"), "utf8")).toContain(
      '"suppressed"',
    );
  });
});

describe("the next build", () => {
  it("stops at a fault of the file with exit code 2 and its place, and leaves the site as it was", async () => {
    const faulty = planted.map((row, i) => (i === 4 ? { ...row, parent: "both" } : row));
    writeFileSync(join(folder, FILE), toCsv(faulty));
    const { code, output } = await buildCopy(folder);
    expect(code).toBe(2);
    const column = Object.keys(planted[0] ?? {}).indexOf("parent");
    const before = toCsv(faulty).split("\n")[5]?.split(",").slice(0, column).join(",") ?? "";
    expect(output).toContain(`${FILE}:6:${before.length + 2}: parent is "both"`);
    expect(hashes(dist())).toEqual(last);
  });

  it("is refused where it would tell few interviews by comparison with the last", async () => {
    writeFileSync(join(folder, FILE), toCsv(planted.slice(0, -3)));
    const { code, output } = await buildCopy(folder);
    expect(code).toBe(2);
    expect(output).toContain(`${FILE}:1:1: estimates from these interviews cannot be published`);
    expect(output).toContain(".published.json");
    expect(hashes(dist())).toEqual(last);
  });

  it("fills in nothing from made-up interviews, and says what made them up, under the rules that are set", async () => {
    const watermark = "compatible world, seed 7";
    writeFileSync(
      join(folder, "data-loaders/microdata/disclosure.json"),
      '{ "least": 20, "rounding": { "kind": "plain", "base": 5 } } // for this build',
    );
    writeFileSync(join(folder, FILE), toCsv(planted.map((row) => ({ ...row, simulated: watermark }))));
    const { code } = await buildCopy(folder);
    expect(code).toBe(0);
    const page = read(PAGE);
    expect(page).toContain('data-kind="simulated"');
    expect(page).toContain(watermark);
    expect(page).toContain("[c] confidential: fewer than 20 interviews");
    expect(page).toContain("<li>Fewer than 20 interviews are not shown, nor is what rests on them.</li>");
    expect(page).toContain("<li>Counts are rounded to the nearest 5.</li>");
    for (const table of ["from-interviews", "from-interviews-counts"])
      for (const { interviews: count } of rows(table)) expect(Number(count) % 5).toBe(0);
    const picture = read("downloads/from-interviews.svg");
    expect(picture).toContain("COMPATIBLE WORLD");
    expect(picture).toContain(`Made-up data: ${watermark}`);
    expect(read("data.html")).toContain("Counts are rounded to the nearest 5.");
    expect(new Set(rows("from-interviews").map(({ simulated, kind }) => `${simulated}/${kind}`))).toEqual(
      new Set([`${watermark}/simulated`]),
    );
    expect(rows("values").filter(({ kind }) => kind === "calculated")).toEqual([]);
    expect(read("index.html")).not.toContain("Recalculated.");
    expect(filesWith(dist(), needles)).toEqual([]);
  });
});
