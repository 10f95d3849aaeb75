import { describe, expect, it } from "vitest";
import { randomOf } from "../../../../../data-loaders/made-up/index.js";
import {
  drawPopulation,
  type Settings,
  withSettings,
} from "../../../../../data-loaders/made-up/repeated/index.js";
import { ARRANGEMENTS_MODEL, CES_MODEL } from "../../../../../data-loaders/made-up/repeated/models.js";
import { allocate, drawSample } from "../../../../../data-loaders/made-up/repeated/sample.js";

const of = (settings: Partial<Settings>) =>
  drawPopulation(withSettings(CES_MODEL, { population: 40_000, ...settings }), 3);
const QUIET = { leftOut: [], response: { rate: 1, difference: 0 }, courtesy: 0 } as const;
const FLAT = { level: 0.4, points: {} } as const;

describe("a made-up population", () => {
  it("is the same from the same seed", () => {
    expect(of({}).yes).toEqual(of({}).yes);
    expect(of({}).yes).not.toEqual(drawPopulation(withSettings(CES_MODEL, { population: 40_000 }), 4).yes);
  });

  it("has the shares and the chances of its settings", () => {
    const population = of(QUIET);
    const read = population.reader("parent");
    let [receiving, yes] = [0, 0];
    for (let i = 0; i < population.rows; i++) {
      if (read(i) !== "receiving") continue;
      receiving += 1;
      yes += population.yes[i] as number;
    }
    expect(receiving / population.rows).toBeCloseTo(0.55, 2);
    // By hand: 40, 8 more for them, new 0.4 × 6 - 0.6 × 4, ages 0.06 × 10 + 0.3 × 4 - 0.05 × 6.
    expect(yes / receiving).toBeCloseTo(0.4 + 0.08 + 0.015, 1.7);
    expect(Math.abs(yes / receiving - 0.495)).toBeLessThan(0.015);
    expect(Math.abs(population.truth.share - population.truth.expected)).toBeLessThan(0.01);
  });

  it.each([-0.6, 0, 0.6])(
    "has pairs of parents whose answers go with each other as asked: %d",
    (correlation) => {
      const population = of({ ...QUIET, ...FLAT, pairs: { share: 0.8, correlation } });
      let [both, first, second, pairs] = [0, 0, 0, 0];
      for (let i = 0; i + 1 < population.rows; i += 2) {
        if (population.cases[i] !== population.cases[i + 1]) break;
        pairs += 1;
        first += population.yes[i] as number;
        second += population.yes[i + 1] as number;
        both += (population.yes[i] as number) * (population.yes[i + 1] as number);
      }
      expect(pairs).toBe(16_000);
      expect(first / pairs).toBeCloseTo(0.4, 1.5);
      expect(second / pairs).toBeCloseTo(0.4, 1.5);
      const covariance = both / pairs - (first / pairs) * (second / pairs);
      if (correlation === 0) expect(Math.abs(covariance)).toBeLessThan(0.008);
      else expect(Math.sign(correlation) * covariance).toBeGreaterThan(0.05);
      const other = population.reader("parent");
      expect([other(0), other(1)]).toEqual(["receiving", "paying"]);
    },
  );

  it("keeps out of its frame as many as asked, and those differ by as much as asked", () => {
    const population = of({
      ...QUIET,
      ...FLAT,
      leftOut: [{ id: "no-change-on-record", share: 0.3, difference: 0.2 }],
    });
    const share = (rows: ArrayLike<number>) =>
      Array.from(rows, (i) => population.yes[i] as number).reduce((a, b) => a + b, 0) / rows.length;
    const inside = new Set(population.frame);
    const outside = Array.from({ length: population.rows }, (_, i) => i).filter((i) => !inside.has(i));
    expect(outside.length / population.rows).toBeCloseTo(0.3, 1.7);
    expect(share(population.frame) - share(outside)).toBeCloseTo(0.2, 1.5);
    expect(share(population.frame)).toBeCloseTo(0.4 + 0.3 * 0.2, 1.7);
  });

  it("refuses settings that no population can have", () => {
    expect(() => of({ level: 0.99 })).toThrow("with a chance of");
    expect(() => of({ shares: { parent: { both: 1 } } })).toThrow("parent cannot be both");
    expect(() => of({ response: { rate: 0, difference: 0 } })).toThrow("a response rate of 0");
    expect(() => of({ pairs: { share: 0.5, correlation: 2 } })).toThrow("expected -1 to 1");
    expect(() =>
      drawPopulation(withSettings(ARRANGEMENTS_MODEL, { pairs: { share: 0.1, correlation: 0 } }), 1),
    ).toThrow("no parts of cases");
  });

  it("has the month of a call in its quarter", () => {
    const population = drawPopulation(withSettings(ARRANGEMENTS_MODEL, { population: 500 }), 1);
    const [month, quarter] = [population.reader("month"), population.reader("quarter")];
    for (let i = 0; i < 500; i++) {
      const [from, to] = String(quarter(i)).split("/") as [string, string];
      expect(String(month(i)) >= from && String(month(i)) <= to).toBe(true);
    }
  });
});

describe("a sample", () => {
  const counts = (contacts: Int32Array, read: (row: number) => unknown) => {
    const found = new Map<string, number>();
    for (const contact of contacts)
      found.set(String(read(contact)), (found.get(String(read(contact))) ?? 0) + 1);
    return found;
  };

  it("has nobody twice and nobody from outside the frame", () => {
    const population = of({});
    const { contacts, approached } = drawSample(population, 2000, randomOf(1));
    expect(new Set(contacts).size).toBe(2000);
    const frame = new Set(population.frame);
    expect([...contacts].every((contact) => frame.has(contact))).toBe(true);
    expect(approached).toBeGreaterThan(5000);
  });

  it("has in each stratum its part of the frame, to a whole interview", () => {
    const population = of({ ...QUIET, sampling: { way: "stratified" } });
    const read = population.reader("quarter");
    const inFrame = counts(population.frame, read);
    for (const [quarter, n] of counts(drawSample(population, 1000, randomOf(1)).contacts, read))
      expect(Math.abs(n - (1000 * (inFrame.get(quarter) ?? 0)) / population.frame.length)).toBeLessThan(1);
  });

  it("has at least the quota in each combination, and more than asked of where there are more", () => {
    const cellsOf = (least: number) => {
      const population = of({ sampling: { way: "quota", least } });
      const [parent, contact] = [population.reader("parent"), population.reader("contact")];
      const { contacts } = drawSample(population, 2280, randomOf(1));
      const cells = counts(contacts, (row) => `${parent(row)} ${contact(row)}`);
      expect(cells.size).toBe(4);
      expect(Math.min(...cells.values())).toBeGreaterThanOrEqual(least * 2280);
      return cells;
    };
    expect(cellsOf(0.18).get("receiving change")).toBeGreaterThan(600);
    // Nearly all places belong to a quota, so that each is needed to the last interview.
    const tight = cellsOf(0.24);
    expect([...tight.values()].filter((n) => n === Math.ceil(0.24 * 2280)).length).toBeGreaterThan(0);
  });

  it("has more of the groups that answer more", () => {
    const rates = { "16-24": 0.1, "55-plus": 0.6 };
    const response = { rate: 0.3, byGroup: { variable: "age", rates }, difference: 0 };
    const population = of({ ...FLAT, leftOut: [], response, sampling: { way: "simple-random" } });
    const read = population.reader("age");
    const everyone = counts(
      Int32Array.from({ length: population.rows }, (_, row) => row),
      read,
    );
    const { contacts, approached } = drawSample(population, 4000, randomOf(1));
    const reached = counts(contacts, read);
    for (const [age, rate] of Object.entries({ "35-44": 0.3, ...rates })) {
      const expected = rate * approached * ((everyone.get(age) ?? 0) / population.rows);
      expect(Math.abs((reached.get(age) ?? 0) - expected), age).toBeLessThan(4 * Math.sqrt(expected));
    }
  });

  it("is too high by what refusals and politeness add", () => {
    const heard = (settings: Partial<Settings>) => {
      const population = of({ ...QUIET, ...FLAT, sampling: { way: "simple-random" }, ...settings });
      const { said } = drawSample(population, 8000, randomOf(2));
      return said.reduce((sum, yes) => sum + yes, 0) / 8000 - population.truth.share;
    };
    // Four standard errors of 8,000 interviews are 2.2 points.
    expect(Math.abs(heard({}))).toBeLessThan(0.022);
    expect(Math.abs(heard({ response: { rate: 0.25, difference: 0.2 } }) - 0.15)).toBeLessThan(0.022);
    expect(Math.abs(heard({ courtesy: 0.1 }) - 0.1)).toBeLessThan(0.022);
    expect(Math.abs(heard({ courtesy: -0.1 }) + 0.1)).toBeLessThan(0.022);
  });

  it("says when everyone was approached and interviews are missing", () => {
    const small = drawPopulation(withSettings(CES_MODEL, { population: 3000 }), 1);
    expect(() => drawSample(small, 2900, randomOf(1))).toThrow("of 2900 interviews");
    expect(() => drawSample(small, 100, randomOf(1), { way: "quota", least: 0.3 })).toThrow("quotas ask for");
  });

  it("shares interviews out in whole numbers that add up", () => {
    expect([...allocate([1, 1, 1], 10)]).toEqual([4, 3, 3]);
    expect([...allocate([50, 30, 20], 7)]).toEqual([4, 2, 1]);
  });
});
