import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { tableFromIPC } from "@uwdata/flechette";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { readRaw } from "../../../../data-loaders/read/index.js";
import { arrowBytes, type Built, build, toCsv } from "../../../../data-loaders/tables/index.js";
import { built as builtOfRaw } from "../../site/fixture.js";
import { buildWith, RAW, rawRows } from "./filled-copy.js";

const built = builtOfRaw();
const folders = readdirSync(RAW).filter((name) => statSync(join(RAW, name)).isDirectory());
const publications = folders.filter((name) => name !== "context");

/** The rows of one kind of file over folders, with the folder, as csv-parse reads them. */
function rowsOf(kind: string, of = publications): Record<string, string>[] {
  return of
    .filter((folder) => readdirSync(join(RAW, folder)).includes(`${kind}.csv`))
    .flatMap((folder) => rawRows(`${folder}/${kind}.csv`).map((row) => ({ ...row, folder })));
}

function table(name: string, of: Built = built) {
  const found = of.tables.get(name);
  if (found === undefined) throw new Error(`no table ${name}`);
  return found;
}

function row(name: string, id: string, of: Built = built) {
  return table(name, of).rows.find((r) => r.id === id);
}

const result = (id: string, of: Built = built) => of.results.find((r) => r.id === id);
const text = (id: string, of: Built = built) => row("results", id, of)?.text;

describe("the tables of the raw folder", () => {
  // codecheck.yml lists them all, which its test holds against the build.
  it("stand under their own names, and say what they are", () => {
    for (const [name, { title, description, source }] of built.tables) {
      expect(table(name).name).toBe(name);
      expect([title, description, source].every((t) => t !== "")).toBe(true);
    }
  });

  it.each([...built.tables.keys()])("%s is read back from Arrow and CSV as its rows", (name) => {
    const dataset = table(name);
    const columns = dataset.columns.map((c) => c.name);
    const rows = dataset.rows.map((r) => Object.fromEntries(columns.map((c) => [c, r[c] ?? null])));
    // Only a build with interviews has rows of them.
    expect(rows.length > 0).toBe(!name.startsWith("from-interviews"));
    expect(tableFromIPC(arrowBytes(dataset, "0")).toArray()).toEqual(rows);
    expect(parse(toCsv(dataset), { columns: true })).toEqual(
      rows.map((r) =>
        Object.fromEntries(Object.entries(r).map(([c, cell]) => [c, cell === null ? "" : String(cell)])),
      ),
    );
    // An empty cell is a null: no text that can be null is empty, which the CSV could not tell apart.
    for (const { name: c } of dataset.columns.filter((column) => column.type === "text" && column.nullable)) {
      expect(rows.every((r) => r[c] !== "")).toBe(true);
    }
  });

  it("are built the same twice, to the byte", () => {
    const again = build(readRaw(RAW));
    expect(again.results).toEqual(built.results);
    for (const [name, dataset] of built.tables) {
      // A matcher would compare the bytes one by one.
      expect(Buffer.compare(arrowBytes(table(name, again), "0"), arrowBytes(dataset, "0")), name).toBe(0);
    }
  });

  it("have a unique id in every row of a table that has ids", () => {
    for (const { columns, rows } of built.tables.values()) {
      if (columns[0]?.name !== "id") continue;
      expect(new Set(rows.map((r) => r.id)).size).toBe(rows.length);
    }
  });
});

describe("the table of values", () => {
  it("has one row for each row of the raw files, in their order, with their cells", () => {
    const { rows } = table("values");
    const raw = rowsOf("values");
    expect(rows.map((r) => r.id)).toEqual(raw.map((r) => r.id));
    for (const column of [
      "measure",
      "period",
      "printed",
      "words",
      "status",
      "base",
      "place",
      "locator",
      "note",
    ]) {
      expect(rows.map((r) => r[column] ?? "")).toEqual(raw.map((r) => r[column]));
    }
    expect(rows.map((r) => r.publication)).toEqual(raw.map((r) => r.folder));
  });

  it("holds a number, as published, where it is printed or has ends given by hand, and nowhere else", () => {
    const held = rowsOf("values").map((r) => r.printed !== "" || r.low !== "");
    expect(table("values").rows.map((r) => r.kind)).toEqual(held.map((h) => (h ? "published" : null)));
    expect(table("values").rows.map((r) => r.low !== null && r.high !== null)).toEqual(held);
  });

  it("reads 47% of Receiving Parents with its interval, interviews and dimensions", () => {
    expect(row("values", "ces-2023-24.satisfied.parent-receiving")).toMatchObject({
      label: "Satisfied with the service overall",
      group: "parent=receiving",
      group_label: "Receiving Parents",
      parent: "receiving",
      value: 47,
      low: 46.5,
      high: 47.5,
      interviews: 1152,
      unit: "percent",
    });
  });

  it("keeps the group in a column of each dimension as in its key", () => {
    for (const r of table("values").rows) {
      const dimensions = [
        "parent",
        "contact",
        "age",
        "gender",
        "ethnicity",
        "health",
        "csa",
        "letter",
        "care",
        "call",
      ];
      const key = dimensions.flatMap((d) => ((r[d] ?? null) === null ? [] : [`${d}=${r[d]}`])).join(";");
      expect(key).toBe(r.group);
    }
  });

  it("has for each base the interviews that the table of bases has", () => {
    for (const r of table("values").rows) {
      const interviews = r.base === null ? null : row("bases", r.base as string)?.interviews;
      expect(r.interviews).toBe(interviews);
    }
  });
});

describe("the table of bases", () => {
  it("has one row for each row of the raw files, with the printed number of interviews", () => {
    const raw = rowsOf("bases");
    const { rows } = table("bases");
    expect(rows.map((r) => r.id)).toEqual(raw.map((r) => r.id));
    expect(rows.map((r) => r.interviews)).toEqual(
      raw.map(({ printed }) => (printed ? Number(printed.replaceAll(",", "")) : null)),
    );
    for (const column of [
      "population",
      "definition",
      "group",
      "period",
      "status",
      "place",
      "locator",
      "note",
    ]) {
      expect(rows.map((r) => r[column] ?? "")).toEqual(raw.map((r) => r[column]));
    }
  });
});

describe("the tables of documents", () => {
  const camel: Record<string, string> = { context: "facts" };
  const pages = new Map(
    [...rowsOf("publication", publications), ...rowsOf("sources", ["context"])].map((page) => [
      page.id,
      page,
    ]),
  );
  /** A cell of the page that a fact or an event comes from: its source, or else its publication. */
  const ofPage = (row: Record<string, string>, column: string) =>
    pages.get(row.source_id || row.folder)?.[column === "source" ? "title" : column];

  it.each(["publications", "measures", "rules", "limitations", "events", "calendar", "context"])(
    "%s has every row of its raw files, cell by cell",
    (name) => {
      const kind = name === "publications" ? "publication" : (camel[name] ?? name);
      const raw = rowsOf(kind, name === "context" ? ["context"] : name === "events" ? folders : publications);
      const { columns, rows } = table(name);
      expect(rows.length).toBe(raw.length);
      expect(rows.length).toBeGreaterThan(0);
      const { folder: _, ...first } = raw[0] ?? {};
      expect(columns.map((c) => c.name)).toEqual(expect.arrayContaining(Object.keys(first)));
      for (const column of columns.map((c) => c.name)) {
        const expected = raw.map((r) =>
          column === "publication"
            ? r.folder
            : column === "value"
              ? String(Number(r.printed?.replaceAll(",", "")))
              : (r[column] ?? ofPage(r, column) ?? "absent"),
        );
        expect(rows.map((r) => String(r[column] ?? ""))).toEqual(expected);
      }
    },
  );
});

describe("the results of the raw folder", () => {
  const known = new Set([
    ...["values", "bases", "context"].flatMap((name) => table(name).rows.map((r) => r.id)),
    ...built.results.map((r) => r.id),
  ]);

  it("have ids of their own", () => {
    expect(new Set(built.results.map((r) => r.id)).size).toBe(built.results.length);
  });

  it("are made from values, bases or results that exist, and not from themselves", () => {
    for (const { id, inputs } of built.results) {
      expect(inputs.filter((input) => !known.has(input) || input === id)).toEqual([]);
    }
  });

  it("say what they were made from where analysis made them", () => {
    const made = built.results.filter((r) => /^(?:stats|bounds|analysis)\./.test(r.madeBy));
    expect(made.length).toBeGreaterThan(20);
    // What is said of a method, or of made-up surveys, rests on no publication.
    const ofMethods = made.filter((r) => /^(?:methods|coverage|reliability|lab|weights)\./.test(r.id));
    expect(made.filter((r) => r.inputs.length === 0)).toEqual(ofMethods);
  });

  it("are made from values that are held", () => {
    const inputs = new Set(built.results.flatMap((r) => r.inputs));
    const empty = table("values").rows.filter((r) => inputs.has(r.id as string) && r.kind === null);
    expect(empty).toEqual([]);
  });

  it("are every held value and every printed base, as printed", () => {
    const values = rowsOf("values").filter((r) => r.printed !== "" || r.low !== "");
    const bases = rowsOf("bases").filter((r) => r.printed !== "");
    const published = built.results.filter((r) => r.kind === "published");
    expect(published.map((r) => r.id)).toEqual([...values, ...bases].map((r) => r.id));
    for (const { id, printed } of [...values, ...bases]) {
      if (printed !== "")
        expect(String(text(id ?? "")).replace(/[£%,]/g, "")).toBe(printed?.replaceAll(",", ""));
    }
  });

  it("show six out of ten as its interval, which has no value", () => {
    // ces-2023-24/values.csv: low 59.5, high 60.5
    expect(text("ces-2023-24.satisfied.ethnicity-asian")).toBe("59.5 to 60.5%");
  });

  it("count what the publications hold and do not hold, as the raw files do", () => {
    const count = (id: string) => result(`collection.${id}`)?.value;
    expect(count("publications")).toBe(publications.length);
    for (const scope of ["", ...publications]) {
      const of = (kind: string) => rowsOf(kind, scope === "" ? publications : [scope]);
      const at = (name: string) => count(scope === "" ? name : `${scope}.${name}`);
      const percent = new Set(rowsOf("measures").flatMap((m) => (m.unit === "percent" ? [m.id] : [])));
      const values = of("values");
      expect(at("held")).toBe(values.filter((r) => r.printed !== "" || r.low !== "").length);
      expect(at("not-held")).toBe(values.filter((r) => r.printed === "" && r.low === "").length);
      expect(at("percentages")).toBe(values.filter((r) => r.printed !== "" && percent.has(r.measure)).length);
      expect(at("bases")).toBe(of("bases").filter((r) => r.printed !== "").length);
      expect(at("bases-not-held")).toBe(of("bases").filter((r) => r.printed === "").length);
    }
  });
});

describe("a copy with cells filled in", () => {
  const FILLED = [
    ["ces-2023-24/values.csv", "ces-2023-24.satisfied.age-25-34", "printed", "41"],
    ["cms-2016/values.csv", "cms-2016.satisfied.2013-11", "printed", "62.5"],
    ["cms-2016/bases.csv", "cms-2016.base.all.2013-11", "printed", "1,234"],
    ["options-2016/values.csv", "options-2016.satisfied.2014-04", "printed", "94"],
  ] as const;
  const filled = buildWith(FILLED);

  it("has every result that pages cite, whichever lost numbers are filled in", () => {
    const lost = rawRows("ces-2023-24/values.csv").filter(
      ({ printed, status, measure = "" }) =>
        printed === "" && status !== "worded" && measure.startsWith("ces."),
    );
    const all = buildWith(
      lost.map(({ id = "" }) => ["ces-2023-24/values.csv", id, "printed", "39.4"] as const),
    );
    const ids = new Set(all.results.map(({ id }) => id));
    expect(built.results.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([]);
    const white = all.results.find(({ id }) => id === "ethnicity.white");
    expect(white).toMatchObject({
      kind: "calculated",
      value: 39.4,
      inputs: ["ces-2023-24.satisfied.ethnicity-white"],
    });
  });

  it("holds the numbers as if the text had printed them", () => {
    expect(row("values", "ces-2023-24.satisfied.age-25-34")).toMatchObject({
      kind: null,
      value: null,
      low: null,
    });
    expect(row("values", "ces-2023-24.satisfied.age-25-34", filled)).toMatchObject({
      kind: "published",
      status: "plotted",
      value: 41,
      low: 40.5,
      high: 41.5,
      interviews: 506, // Figure 10, base line
    });
    expect(row("values", "cms-2016.satisfied.2013-11", filled)).toMatchObject({
      kind: "published",
      value: 62.5,
      low: 62.45,
      high: 62.55,
      interviews: 1234,
    });
    expect(row("values", "options-2016.satisfied.2014-04", filled)).toMatchObject({
      kind: "published",
      value: 94,
    });
    expect(row("bases", "cms-2016.base.all.2013-11", filled)).toMatchObject({
      printed: "1,234",
      interviews: 1234,
    });
  });

  it("has no other row changed, but for the interviews of values with the filled base", () => {
    const ids = new Set<string>(FILLED.map(([, id]) => id));
    const others = (name: string, of: Built) => table(name, of).rows.filter((r) => !ids.has(r.id as string));
    expect(others("bases", filled)).toEqual(others("bases", built));
    expect(others("values", filled)).toEqual(
      others("values", built).map((r) =>
        r.base === "cms-2016.base.all.2013-11" ? { ...r, interviews: 1234 } : r,
      ),
    );
  });

  it("has a result for each, and all that there were", () => {
    expect(text("ces-2023-24.satisfied.age-25-34", filled)).toBe("41%");
    expect(text("cms-2016.satisfied.2013-11", filled)).toBe("62.5%");
    expect(result("cms-2016.satisfied.2013-11", filled)?.base).toBe(1234);
    expect(text("cms-2016.base.all.2013-11", filled)).toBe("1,234");
    expect(text("options-2016.satisfied.2014-04", filled)).toBe("94%");
    const before = new Set(built.results.map((r) => r.id));
    const added = filled.results.map((r) => r.id).filter((id) => !before.has(id));
    expect(added.sort()).toEqual(FILLED.map(([, id]) => id).sort());
  });

  it("counts them, in all and by publication", () => {
    const change = (id: string) =>
      (result(`collection.${id}`, filled)?.value ?? Number.NaN) -
      (result(`collection.${id}`)?.value ?? Number.NaN);
    const changes = (scope: string) =>
      ["held", "percentages", "not-held", "bases", "bases-not-held"].map((name) => change(`${scope}${name}`));
    expect(changes("")).toEqual([3, 3, -3, 1, -1]);
    expect(changes("ces-2023-24.")).toEqual([1, 1, -1, 0, 0]);
    expect(changes("cms-2016.")).toEqual([1, 1, -1, 1, -1]);
    expect(changes("options-2016.")).toEqual([1, 1, -1, 0, 0]);
    expect(changes("options-2016-methodology.")).toEqual([0, 0, 0, 0, 0]);
    expect(change("publications")).toBe(0);
  });

  it("leaves the finding as it was, which rests on none of them", () => {
    const finding = (of: Built) =>
      of.results.filter((r) => /^(?:parents|contact|mix|shares|cells)\./.test(r.id));
    expect(finding(filled)).toEqual(finding(built));
    expect(finding(built).length).toBeGreaterThan(30);
  });
});

describe("a copy with a printed cell changed", () => {
  it("has another finding", () => {
    const changed = buildWith([
      ["ces-2023-24/values.csv", "ces-2023-24.satisfied.parent-receiving", "printed", "48"],
    ]);
    expect(result("parents.gap", changed)).toMatchObject({ value: 17, low: 16, high: 18 });
    expect(text("parents.gap", changed)).toBe("17 points");
    expect(row("results", "contact.gap", changed)).toEqual(row("results", "contact.gap"));
    expect(table("parent-by-contact-cells", changed).rows).not.toEqual(table("parent-by-contact-cells").rows);
  });

  it("has narrower intervals where a decimal is printed", () => {
    const changed = buildWith([
      ["ces-2023-24/values.csv", "ces-2023-24.satisfied.parent-receiving", "printed", "47.0"],
    ]);
    expect(text("ces-2023-24.satisfied.parent-receiving", changed)).toBe("47.0%");
    const gap = result("parents.gap", changed);
    // 46.95 - 31.5 and 47.05 - 30.5
    expect(gap?.low).toBeCloseTo(15.45, 9);
    expect(gap?.high).toBeCloseTo(16.55, 9);
  });
});
