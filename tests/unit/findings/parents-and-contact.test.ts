import { describe, expect, it } from "vitest";
import { INTERVIEW } from "../../../src/analysis/interview-worth.js";
import {
  cellRows,
  explainedByMix,
  facts,
  gapInterval,
  gapRows,
  leastLead,
  mixRows,
  parentsAndContactResults,
  samplingInterval,
  satisfactionRows,
  shareRows,
} from "../../../src/findings/parents-and-contact/index.js";
import { formatResult } from "../../../src/model/result.js";
import { BASES, VALUES } from "../analysis/held.js";
import { leastLeadByVertices, rangesByVertices } from "../bounds/vertices.js";

const given = Object.freeze(facts(VALUES, BASES));
const results = new Map(parentsAndContactResults(given).map((r) => [r.id, r]));
const text = (id: string) => {
  const result = results.get(id);
  if (result === undefined) throw new Error(`no result ${id}`);
  return formatResult(result);
};

/** The printed percentages as proportions, typed from Figures 1 to 3: 39, 47, 31, 53 and 29, each within a half. */
const MARGINS = Object.freeze({
  total: { low: 0.385, high: 0.395 },
  a: { low: 0.465, high: 0.475 },
  b: { low: 0.305, high: 0.315 },
  first: { low: 0.525, high: 0.535 },
  second: { low: 0.285, high: 0.295 },
});

/** The 18 ways to answer, typed: 531 to 548 New among 1,152 Receiving; 973 New in all; 1,079 Paying. */
const ANSWERED = Object.freeze(
  Array.from({ length: 18 }, (_, i) => {
    const a1 = 531 + i;
    return Object.freeze({ a1, a2: 1152 - a1, b1: 973 - a1, b2: 1079 - (973 - a1) });
  }),
);

describe("the facts", () => {
  it("are the five printed percentages with their interviews", () => {
    // Figures 1 to 3 and their base lines.
    const printed = Object.values(given.satisfied).map(({ value, low, high, interviews }) => [
      value,
      low,
      high,
      interviews,
    ]);
    expect(printed).toEqual([
      [39, 38.5, 39.5, 2231],
      [47, 46.5, 47.5, 1152],
      [31, 30.5, 31.5, 1079],
      [53, 52.5, 53.5, 973],
      [29, 28.5, 29.5, 1258],
    ]);
  });

  it("give four cells by subtraction, whose sum is all 2,280 interviews", () => {
    // Figure 4: 558 and 447 New; Figure 7: 1,179 Receiving and 1,101 Paying.
    expect(given.cells).toEqual({ a1: 558, b1: 447, a2: 1179 - 558, b2: 1101 - 447 });
    expect(given.cells).toMatchObject({ a2: 621, b2: 654 });
    expect(558 + 447 + 621 + 654).toBe(2280);
  });

  it("agree with the 654 Paying Parents with a change that Figure 6 prints", () => {
    const id = "ces-2023-24.base.new-receiving-or-change.parent-paying";
    const [base] = BASES.objects().filter((row) => (row as { id: string }).id === id) as {
      interviews: number;
    }[];
    expect(given.cells.b2).toBe(base?.interviews);
  });

  it("leave 18 ways in which the answers can fall into the cells", () => {
    expect(given.answered).toEqual(ANSWERED);
  });
});

describe("the first figure", () => {
  it("has the printed percentages in reading order", () => {
    expect(
      satisfactionRows(given).map((r) => [r.group, r.label, r.kind, r.value, r.low, r.high, r.interviews]),
    ).toEqual([
      ["", "All", "published", 39, 38.5, 39.5, 2231],
      ["parent=receiving", "Receiving Parents", "published", 47, 46.5, 47.5, 1152],
      ["parent=paying", "Paying Parents", "published", 31, 30.5, 31.5, 1079],
      ["contact=new", "New customers", "published", 53, 52.5, 53.5, 973],
      ["contact=change", "Change of Circumstances", "published", 29, 28.5, 29.5, 1258],
    ]);
  });

  it("has sampling intervals that widen as interviews are worth less", () => {
    const row = Object.freeze({ value: 47, interviews: 1152 });
    // R: prop.test(0.47 * 1152, 1152, correct = FALSE)$conf.int is 0.4413 to 0.4989.
    expect(samplingInterval(row, 1).low).toBeCloseTo(44.13, 2);
    expect(samplingInterval(row, 1).high).toBeCloseTo(49.89, 2);
    const widths = INTERVIEW.options.map(({ deff }) => {
      const { low, high } = samplingInterval(row, deff);
      expect(low).toBeLessThan(47);
      expect(high).toBeGreaterThan(47);
      return high - low;
    });
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    // 1,152 interviews worth a third each are 384.
    expect(samplingInterval(row, 3)).toEqual(samplingInterval({ value: 47, interviews: 384 }, 1));
  });
});

describe("the second figure", () => {
  it("has gaps of 16 and 24 points, a point more or less by rounding", () => {
    expect(gapRows(given).map((r) => [r.gap, r.kind, r.value, r.low, r.high])).toEqual([
      ["parent", "calculated", 16, 15, 17],
      ["contact", "calculated", 24, 23, 25],
    ]);
    expect([text("parents.gap"), text("contact.gap")]).toEqual(["16 points", "24 points"]);
  });

  it.each([
    // 1.959964 * sqrt(deff * (0.47 * 0.53 / 1152 + 0.31 * 0.69 / 1079)) = 3.990208 * sqrt(deff) points; for contact
    // sqrt(0.53 * 0.47 / 973 + 0.29 * 0.71 / 1258) = 0.0204850, so 4.015224 * sqrt(deff).
    ["", 1, "12.0 to 20.0 points", "19.9 to 28.1 points"],
    [".two-thirds", 1.5, "11.1 to 20.9 points", "19.0 to 29.0 points"],
    [".half", 2, "10.3 to 21.7 points", "18.3 to 29.7 points"],
    [".third", 3, "9.0 to 23.0 points", "17.0 to 31.0 points"],
  ])("has the interval%s at design effect %d", (option, deff, parents, contact) => {
    const [parent, type] = gapRows(given).map((row) => gapInterval(row, deff));
    expect(parent?.low).toBeCloseTo(16 - 3.990208 * Math.sqrt(deff), 5);
    expect(parent?.high).toBeCloseTo(16 + 3.990208 * Math.sqrt(deff), 5);
    expect(type?.low).toBeCloseTo(24 - 4.015224 * Math.sqrt(deff), 5);
    expect(type?.high).toBeCloseTo(24 + 4.015224 * Math.sqrt(deff), 5);
    expect(text(`parents.gap.interval${option}`)).toBe(parents);
    expect(text(`contact.gap.interval${option}`)).toBe(contact);
  });

  it("names the interval of each option as a variant, and that of whole interviews as the result itself", () => {
    const variants = [...results.values()].filter((r) => r.variant?.when.interview !== undefined);
    const others = INTERVIEW.options.length - 1;
    expect(variants.map((r) => r.variant?.of).sort()).toEqual([
      ...Array(others).fill("contact.gap.interval"),
      ...Array(others).fill("drivers.least-gap"),
      ...Array(others).fill("parents.gap.interval"),
    ]);
    expect(results.get("parents.gap.interval")?.variant).toBeUndefined();
    const { low, high } = gapInterval(gapRows(given)[0] as never, 1);
    expect(results.get("parents.gap.interval")).toMatchObject({ value: null, low, high });
  });

  it("stands up to design effects of 16.08 and 35.7, at the worst rounding 14.08 and 32.7", () => {
    const [parent, contact] = gapRows(given);
    // (16 / 3.990208)² and (24 / 4.015224)²
    expect(parent?.critical_deff).toBeCloseTo((16 / 3.990208) ** 2, 4);
    expect(contact?.critical_deff).toBeCloseTo((24 / 4.015224) ** 2, 4);
    // 15 points from 46.5 and 31.5; 23 points from 52.5 and 29.5: z² / 1.96²
    const z2 = (a: number, m: number, b: number, n: number) =>
      (a - b) ** 2 / ((a * (1 - a)) / m + (b * (1 - b)) / n);
    expect(parent?.critical_deff_worst).toBeCloseTo(z2(0.465, 1152, 0.315, 1079) / 3.841458820694124, 9);
    expect(contact?.critical_deff_worst).toBeCloseTo(z2(0.525, 973, 0.295, 1258) / 3.841458820694124, 9);
    const citations = ["stands-up-to", "critical-design-effect", "critical-design-effect.worst"];
    expect(citations.map((id) => text(`parents.${id}`))).toEqual(["×16.0", "16.0", "14.0"]);
    expect(citations.map((id) => text(`contact.${id}`))).toEqual(["×35.7", "35.7", "32.6"]);
  });
});

describe("the third figure", () => {
  it("has the mix of contact types, beside the mix that would make the gap", () => {
    const [receiving, paying] = mixRows(given);
    expect(receiving).toMatchObject({
      group: "parent=receiving",
      new_interviews: 558,
      interviews: 1179,
      needed: 75,
    });
    expect(paying).toMatchObject({ group: "parent=paying", new_interviews: 447, interviews: 1101 });
    expect(receiving?.among_interviews).toBeCloseTo((100 * 558) / 1179, 12);
    expect(paying?.among_interviews).toBeCloseTo((100 * 447) / 1101, 12);
    // (47 - 29) / 24 = 75%, ends (46.5 - 29.5) / 24 and (47.5 - 28.5) / 24; (31 - 29) / 24 = 8.3%, ends 1/24 and 3/24
    expect(receiving?.needed_low).toBeCloseTo((100 * 17) / 24, 9);
    expect(receiving?.needed_high).toBeCloseTo((100 * 19) / 24, 9);
    expect(paying?.needed).toBeCloseTo((100 * 2) / 24, 9);
    expect(paying?.needed_low).toBeCloseTo((100 * 1) / 24, 9);
    expect(paying?.needed_high).toBeCloseTo((100 * 3) / 24, 9);
    expect(["receiving", "paying"].map((p) => text(`mix.${p}.new`))).toEqual(["47%", "41%"]);
    expect(["receiving", "paying"].map((p) => text(`mix.${p}.needed`))).toEqual(["75%", "8%"]);
  });

  it("has 1.2 to 2.0 points that the mix explains", () => {
    // Least: 531 of 1,152 and 442 of 1,079 New, 23 points; most: 548 and 425, 25 points.
    const { low, high } = explainedByMix(given);
    expect(low).toBeCloseTo(23 * (531 / 1152 - 442 / 1079), 9);
    expect(high).toBeCloseTo(25 * (548 / 1152 - 425 / 1079), 9);
    expect(text("mix.explained")).toBe("1.1 to 2.1 points");
  });

  it("has a least lead of 13 points in one contact type or the other, by a second route", () => {
    const lead = 100 * (leastLeadByVertices(ANSWERED, MARGINS) ?? Number.NaN);
    expect(leastLead(given)).toBeCloseTo(lead, 7); // points: a hundred times 1e-9
    expect(results.get("mix.least-lead")?.value).toBe(leastLead(given));
    expect(text("mix.least-lead")).toBe(`${(Math.floor(10 * lead) / 10).toFixed(1)} points`);
    expect(text("mix.least-lead")).toBe("13.0 points");
  });
});

describe("the fourth figure", () => {
  it("has the shares by interviews and by weight", () => {
    const [receiving, fresh] = shareRows(given);
    expect(receiving).toMatchObject({ group: "parent=receiving", interviews: 1152, all_interviews: 2231 });
    expect(fresh).toMatchObject({ group: "contact=new", interviews: 973, all_interviews: 2231 });
    expect(receiving?.among_interviews).toBeCloseTo((100 * 1152) / 2231, 12);
    expect(fresh?.among_interviews).toBeCloseTo((100 * 973) / 2231, 12);
    // 7/16 and 9/16; 9/24 and 11/24: see the test of impliedShare.
    expect(receiving?.low).toBeCloseTo(43.75, 9);
    expect(receiving?.high).toBeCloseTo(56.25, 9);
    expect(fresh?.low).toBeCloseTo(37.5, 9);
    expect(fresh?.high).toBeCloseTo((100 * 11) / 24, 9);
    expect(["receiving", "new"].map((g) => text(`shares.${g}.interviews`))).toEqual(["51.6%", "43.6%"]);
    expect(["receiving", "new"].map((g) => text(`shares.${g}.weight`))).toEqual([
      "43.7 to 56.3%",
      "37.5 to 45.9%",
    ]);
  });
});

describe("the last figure", () => {
  const rows = cellRows(given);

  it("has the four cells with their interviews, and how many of them can have answered", () => {
    expect(rows.map((r) => [r.cell, r.group, r.interviews, r.answered_low, r.answered_high])).toEqual([
      ["a1", "parent=receiving;contact=new", 558, 531, 548],
      ["a2", "parent=receiving;contact=change", 621, 604, 621],
      ["b1", "parent=paying;contact=new", 447, 425, 442],
      ["b2", "parent=paying;contact=change", 654, 637, 654],
    ]);
    expect(text("cells.tables")).toBe("18");
    expect(text("cells.no-answer")).toBe("49"); // 2,280 - 2,231
    expect(text("cells.paying-change.interviews")).toBe("654");
  });

  it("has the ranges of every vertex of every table", () => {
    const free = rangesByVertices(ANSWERED, MARGINS);
    const ahead = rangesByVertices(ANSWERED, MARGINS, { aAtLeastB: true });
    for (const [i, row] of rows.entries()) {
      // Percent: a hundred times 1e-9.
      expect(row.low).toBeCloseTo(100 * (free?.[i]?.low ?? Number.NaN), 7);
      expect(row.high).toBeCloseTo(100 * (free?.[i]?.high ?? Number.NaN), 7);
      expect(row.low_ahead).toBeCloseTo(100 * (ahead?.[i]?.low ?? Number.NaN), 7);
      expect(row.high_ahead).toBeCloseTo(100 * (ahead?.[i]?.high ?? Number.NaN), 7);
    }
  });

  it("is cited by its ranges, rounded outwards, and by those under the statement as a variant", () => {
    const names = ["receiving-new", "receiving-change", "paying-new", "paying-change"];
    expect(names.map((name) => text(`cells.${name}.satisfied`))).toEqual([
      "31.1 to 98.1%",
      "3.0 to 61.4%",
      "0 to 80.0%",
      "0 to 53.4%",
    ]);
    expect(names.map((name) => text(`cells.${name}.satisfied.ahead`))).toEqual([
      "52.5 to 69.8%",
      "28.5 to 43.3%",
      "32.5 to 53.5%",
      "14.7 to 29.5%",
    ]);
    expect(results.get("cells.paying-new.satisfied.ahead")?.variant).toEqual({
      of: "cells.paying-new.satisfied",
      when: { ahead: "yes" },
    });
  });
});

describe("the results", () => {
  it("have ids of their own, a kind that fits their numbers, and inputs", () => {
    const all = parentsAndContactResults(given);
    expect(new Set(all.map((r) => r.id)).size).toBe(all.length);
    for (const { id, kind, value, low, high, inputs } of all) {
      expect(["calculated", "bounded"], id).toContain(kind);
      expect(value !== null || (low !== null && high !== null), id).toBe(true);
      if (low !== null && high !== null) expect(low, id).toBeLessThanOrEqual(high);
      expect(inputs.length, id).toBeGreaterThan(0);
    }
  });

  it("rest on values and bases that are in the tables", () => {
    const ids = new Set([...VALUES.array("id"), ...BASES.array("id")]);
    for (const { inputs } of results.values()) expect(inputs.filter((id) => !ids.has(id))).toEqual([]);
  });
});
