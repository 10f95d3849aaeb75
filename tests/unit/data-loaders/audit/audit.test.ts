import { describe, expect, it } from "vitest";
import { audit } from "../../../../data-loaders/audit/index.js";
import { readRaw } from "../../../../data-loaders/read/index.js";
import { RAW, rowsOf } from "./raw-copy.js";

const PUBLICATIONS = [
  "arrangements-2019-methodology",
  "ces-2023-24",
  "cms-2016",
  "options-2016",
  "options-2016-methodology",
];
const WITH_BASES = ["ces-2023-24", "cms-2016", "options-2016"];

const raw = readRaw(RAW);
const found = audit(raw);

describe("audit", () => {
  it("lists every value and every base of the raw files", () => {
    const ids = [
      ...PUBLICATIONS.flatMap((folder) => rowsOf(`${folder}/values.csv`)),
      ...WITH_BASES.flatMap((folder) => rowsOf(`${folder}/bases.csv`)),
    ].map((row) => row.id);
    expect(found.values.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  });

  it("counts held and not held as the files do", () => {
    for (const folder of PUBLICATIONS) {
      const values = rowsOf(`${folder}/values.csv`);
      const held = values.filter((row) => row.printed !== "" || row.words !== "").length;
      expect(found.summary.publications[folder]?.values).toEqual({ held, notHeld: values.length - held });
    }
    for (const folder of WITH_BASES) {
      const bases = rowsOf(`${folder}/bases.csv`);
      const held = bases.filter((row) => row.printed !== "").length;
      expect(found.summary.publications[folder]?.bases).toEqual({ held, notHeld: bases.length - held });
    }
  });

  it("finds no fault in the real files", () => {
    expect(found.checks.filter(({ status }) => status === "failed")).toEqual([]);
    const { passed, failed, "not checked": unchecked } = found.summary.checks;
    expect(passed + failed + unchecked).toBe(found.checks.length);
    expect(passed).toBeGreaterThan(0);
  });

  it("names each check once and gives it inputs that exist, but for numbers that nobody holds", () => {
    const ids = found.checks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set(found.values.map(({ id }) => id));
    expect(found.checks.flatMap(({ inputs }) => inputs).filter((id) => !known.has(id))).toEqual([]);
    expect(found.checks.filter(({ because }) => /undefined|NaN|null|Infinity/.test(because))).toEqual([]);
  });

  it("gives a value its rounding interval, and a base its number at both ends", () => {
    const of = (id: string) => found.values.find((v) => v.id === `ces-2023-24.${id}`);
    expect(of("satisfied.parent-receiving")).toMatchObject({
      group: { parent: "receiving" },
      printed: "47",
      low: 46.5,
      high: 47.5,
      base: 1152,
    });
    expect(of("satisfied.ethnicity-asian")).toMatchObject({ printed: "six out of ten", status: "worded" });
    expect(of("clear.parent-paying")).toMatchObject({ printed: null, low: null, high: null, base: 1101 });
    expect(of("base.all")).toMatchObject({ measure: "interviews", low: 2280, high: 2280, base: null });
  });
});
