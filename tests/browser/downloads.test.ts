import { tableFromIPC as readWithFlechette } from "@uwdata/flechette";
import { tableFromIPC as readWithArrow } from "apache-arrow";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { dataHash } from "../../data-loaders/tables/data-hash.js";
import { type OpenPage, openPage } from "./browser.js";
import { allLive, built, placedFigures, RAW, showView, tableOf } from "./site.js";

/** A download of the built site, which must be there under its stable name. */
async function download(name: string): Promise<Uint8Array> {
  const response = await fetch(new URL(`downloads/${name}`, inject("site").url));
  expect([name, response.status]).toEqual([name, 200]);
  return new Uint8Array(await response.arrayBuffer());
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe.each([...built().tables.keys()])("the table %s", (name) => {
  const { rows, columns, title, source } = tableOf(name);
  const cells = rows.map((row) => Object.fromEntries(columns.map((c) => [c.name, row[c.name] ?? null])));

  it("is the same as CSV, as Arrow in two readers, and as made here", async () => {
    const arrow = await download(`${name}.arrow`);
    expect(text(arrow.slice(0, 6))).toBe("ARROW1");
    expect(readWithFlechette(arrow).toArray()).toEqual(cells);
    expect(
      readWithArrow(arrow)
        .toArray()
        .map((row) => row.toJSON()),
    ).toEqual(cells);
    const csv: Record<string, string>[] = parse(text(await download(`${name}.csv`)), { columns: true });
    const typed = csv.map((row) =>
      Object.fromEntries(
        columns.map(({ name: column, type, nullable }) => {
          const cell = row[column];
          if (cell === "" && nullable) return [column, null];
          if (type === "text") return [column, cell];
          return [column, type === "flag" ? cell === "true" : Number(cell)];
        }),
      ),
    );
    expect(typed).toEqual(cells);
    // Without interviews beside the raw files, what they give is empty.
    if (!name.startsWith("from-interviews")) expect(cells.length).toBeGreaterThan(0);
  });

  it("says what it is, where it comes from, under which licence and from which data", async () => {
    const { schema } = readWithFlechette(await download(`${name}.arrow`));
    expect(Object.fromEntries(schema.metadata ?? [])).toMatchObject({
      title,
      source,
      licence: expect.stringContaining("Open Government Licence v3.0"),
      inputs: `sha256:${dataHash(RAW)}`,
    });
    expect(title).not.toBe("");
    for (const field of schema.fields) {
      const column = columns.find((c) => c.name === field.name);
      expect(field.metadata?.get("description"), field.name).toBe(column?.description);
      expect(field.metadata?.get("unit"), field.name).toBe(column?.unit);
    }
  });
});

const FIGURES = placedFigures();

describe.each([...new Set(FIGURES.map(({ path }) => path))])("on %s", (path) => {
  let opened: OpenPage;
  beforeAll(async () => {
    opened = await openPage(path);
    await allLive(opened.page);
  });
  afterAll(() => opened.close());

  it.each(FIGURES.filter((placed) => placed.path === path))(
    "the figure $id links to its four downloads",
    async ({ id }) => {
      const { page } = opened;
      await showView(page, id, "download");
      const links = page.locator(`#figure-${id} .view-download a:visible`);
      expect(
        await links.evaluateAll((all) =>
          all.map((a) => [(a as HTMLAnchorElement).href, a.getAttribute("download")]),
        ),
      ).toEqual(
        ["csv", "arrow", "svg", "png"].map((ending) => [
          new URL(`downloads/${id}.${ending}`, inject("site").url).href,
          `${id}.${ending}`,
        ]),
      );
      const [file] = await Promise.all([page.waitForEvent("download"), links.first().click()]);
      expect(file.suggestedFilename()).toBe(`${id}.csv`);
    },
  );
});

describe.each(FIGURES)("the figure $id", ({ id, figure }) => {
  it("carries the kind of each number, and units", () => {
    const { columns } = tableOf(id);
    expect(columns.map((c) => c.name)).toContain("kind");
    const kinds = new Set(tableOf(id).rows.map((row) => row.kind));
    expect(
      [...kinds].filter(
        (kind) =>
          kind !== null && !["published", "calculated", "bounded", "simulated"].includes(String(kind)),
      ),
    ).toEqual([]);
    expect(figure.kinds.length).toBeGreaterThan(0);
    if (columns.some((c) => c.type === "number"))
      expect(columns.some((c) => c.unit !== undefined || c.name === "unit")).toBe(true);
  });

  it("is a picture that explains itself: title, kinds, source, licence, no colour left to a stylesheet", async () => {
    const svg = text(await download(`${id}.svg`));
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+"/);
    expect(svg).not.toMatch(/var\(|\{\{|style=|<style/);
    const words = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map((match) => match[1]).join(" ");
    expect(words).toContain(`Source: ${figure.source.split(" ")[0]}`);
    expect(words).toContain("Open Government Licence v3.0");
    const png = await download(`${id}.png`);
    expect([...png.slice(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const size = new DataView(png.buffer, png.byteOffset + 16, 8);
    const [, width, height] = svg.match(/width="(\d+)" height="(\d+)"/) ?? [];
    expect([size.getUint32(0), size.getUint32(4)]).toEqual([2 * Number(width), 2 * Number(height)]);
    // A picture of nothing would be far smaller.
    expect(png.length).toBeGreaterThan(15_000);
  });
});
