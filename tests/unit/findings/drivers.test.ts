import { describe, expect, it } from "vitest";
import { INTERVIEW } from "../../../src/analysis/interview-worth.js";
import { boundProblem, compatibleCharts } from "../../../src/bounds/index.js";
import {
  type DriverQuestion,
  type DriverRow,
  driverPairs,
  driverProblem,
  driverSets,
} from "../../../src/findings/parents-and-contact/index.js";
import { rawRows } from "../data-loaders/tables/filled-copy.js";
import { rowsOf } from "../site/fixture.js";

const rows = rowsOf("driver-questions-by-parent") as unknown as DriverRow[];
const CES = "ces-2023-24";
const number = (id: string) =>
  Number((rawRows(`${CES}/bases.csv`).find((row) => row.id === id)?.printed ?? "").replace(",", ""));

/** A question straight from the raw files. */
function question(name: string): DriverQuestion {
  const bar = (group: string) => ({
    ...{
      id: `${CES}.${name}${group}`,
      value: null,
      low: null,
      high: null,
      base: `${CES}.base.${name}${group}`,
    },
    interviews: number(`${CES}.base.${name}${group}`),
  });
  const printed = rawRows(`${CES}/values.csv`).find(({ id }) => id === `${CES}.${name}`)?.printed ?? "";
  return {
    ...{ measure: `ces.${name}`, label: name, locator: "", payingChangeOnly: name === "tailored" },
    total: { ...bar(""), printed, value: Number(printed) },
    receiving: bar(".parent-receiving"),
    paying: bar(".parent-paying"),
  };
}

describe("the driver questions", () => {
  it("are the fifteen with a bar for each parent, each under four worths and with or without the direction", () => {
    const plotted = rawRows(`${CES}/values.csv`).filter(
      ({ id = "", place }) =>
        /parent-receiving/.test(id) && /^Figure [46789]$/.test(place ?? "") && !id.includes("satisfied"),
    );
    expect(new Set(rows.map(({ measure }) => measure))).toEqual(
      new Set(plotted.map(({ measure }) => measure)),
    );
    expect(plotted.length).toBe(15);
    expect(rows.length).toBe(15 * INTERVIEW.options.length * 2);
  });

  it.each(["understood-needs", "tailored"])(
    "%s: ranges and pairs are those of the general search",
    (name) => {
      const asked = question(name);
      for (const deff of [1, 1.5, 2]) {
        for (const directed of [true, false]) {
          const problem = driverProblem(asked, deff, directed ? "receiving" : null);
          const { bounds } = boundProblem(
            {
              ...problem,
              ask: [{ id: "receiving" }, { id: "paying" }, { difference: ["receiving", "paying"] }],
            },
            { leaveOneOut: false },
          );
          const found = driverSets(asked, deff, directed);
          [found.receiving, found.paying, found.gap].forEach((set, i) => {
            const proven = bounds[i]?.set ?? [];
            expect(set.length).toBe(proven.length);
            set.flat().forEach((end, k) => {
              // The search looks for the inner ends of a hole to a thousandth at best.
              expect(Math.abs(end - (proven.flat()[k] as number))).toBeLessThan(0.05);
            });
          });
          expect(driverPairs(asked, deff, directed)).toBe(compatibleCharts(problem).count);
        }
      }
    },
  );

  it("keep apart a hole around no gap exactly where the direction is open, wider with a larger design effect", () => {
    for (const row of rows) {
      const open = row.direction === "open";
      expect(row.gap_hole_low !== null).toBe(open);
      if (open) {
        expect(row.gap_hole_low).toBeLessThan(0);
        expect(row.gap_hole_high).toBeGreaterThan(0);
      } else expect(row.gap_low).toBeGreaterThan(0);
    }
    const least = (interview: string) =>
      rows.find((r) => r.interview === interview && r.direction === "said" && r.measure === "ces.no-repeat")
        ?.gap_low ?? 0;
    // Nobody of the Paying Parents, who weigh a tenth more than their interviews: 35.5 over what is left.
    const most = rows.find((r) => r.interview === "full" && r.measure === "ces.no-repeat")?.receiving_high;
    expect(most).toBeCloseTo(35.5 / (1 - (1.1 * 1101) / 2280), 6);
    // 1.96 standard errors at about 35% of 1,179 and 1,101: 3.9 points, and √2 of it.
    expect(least("full")).toBeCloseTo(3.9, 1);
    expect(least("half") / least("full")).toBeCloseTo(Math.SQRT2, 1);
  });
});
