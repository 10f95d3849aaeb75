import { describe, expect, it } from "vitest";
import { fromInterviews } from "../../../../../data-loaders/interviews/beside-printed/from-interviews.js";
import { CES, cesWorld } from "../../../../../data-loaders/made-up/compatible/ces/index.js";
import {
  isLost,
  textOnly,
  WORLD_SEEDS,
  worldExample,
  worldExampleBy,
} from "../../../../../data-loaders/made-up/compatible/world-example.js";
import type { WorldRow } from "../../../../../src/methods/simulated-interviews/schema.js";
import { worldResults } from "../../../../../src/methods/simulated-interviews/world-results.js";
import type { Value } from "../../../../../src/model/value.js";
import { RAW } from "../../codebooks/raw.js";

const { rows, groups, agree } = worldExample(RAW);
const results = worldResults(rows, WORLD_SEEDS, groups, agree);

/** What is wrong with worlds that stand side by side: a printed number off its rounding, a lost one that never differs. */
function faults(worlds: readonly WorldRow[]): string[] {
  return [...new Set(worlds.map(({ group }) => group))].flatMap((group) => {
    const own = worlds.filter((row) => row.group === group);
    const off = own.filter(
      ({ satisfied, printed_low: low, printed_high: high }) =>
        low !== null && high !== null && !(satisfied >= low && satisfied <= high),
    );
    const isSame =
      own[0]?.printed === null && new Set(own.map(({ satisfied }) => satisfied)).size < own.length;
    return [
      ...off.map(({ seed }) => `${group} of seed ${seed}`),
      ...(isSame ? [`${group} is the same`] : []),
    ];
  });
}

const withNumber = (id: string, number: number) => ({
  ...RAW,
  values: RAW.values.map(
    (value): Value =>
      value.id === id
        ? { ...value, printed: String(number), value: number, low: number - 0.5, high: number + 0.5 }
        : value,
  ),
});

describe("compatible worlds side by side", () => {
  it("are three, each with the five groups of both charts", () => {
    expect(WORLD_SEEDS).toHaveLength(3);
    expect(rows).toHaveLength(3 * (5 + 5));
    for (const seed of WORLD_SEEDS)
      for (const chart of ["age", "ethnicity"])
        expect(rows.filter((row) => row.seed === seed && row.chart === chart)).toHaveLength(5);
  });

  it("give printed numbers within their rounding, and lost ones that differ in every group", () => {
    expect(rows.filter(({ printed }) => printed !== null)).toHaveLength(3 * 3);
    expect(faults(rows)).toEqual([]);
  });

  it("would be found out if one world were shown twice, or if a printed number were off", () => {
    const [first, second] = WORLD_SEEDS;
    const twice = rows.map((row) => {
      const other = rows.find(({ seed, group }) => seed === first && group === row.group);
      return row.seed === second ? { ...row, satisfied: other?.satisfied ?? Number.NaN } : row;
    });
    expect(faults(twice)).toHaveLength(7);
    const off = rows.map((row) =>
      row.seed === 2 && row.group === "age=16-24" ? { ...row, satisfied: row.satisfied + 1.5 } : row,
    );
    expect(faults(off)).toEqual(["age=16-24 of seed 2"]);
  });

  it("are the interviews that are written for the same seeds, and say so in every row", () => {
    const seed = 2;
    const { values } = fromInterviews(RAW, CES.simulate(RAW, { seed, interviews: 2280 }));
    for (const row of rows.filter((one) => one.seed === seed)) {
      const [dimension, code] = row.group.split("=");
      const same = values.find(({ value }) => value?.id === `ces-2023-24.satisfied.${dimension}-${code}`);
      expect(row.satisfied).toBe(same?.number);
      expect(row.simulated).toBe("compatible world, seed 2");
      expect(row.kind).toBe("simulated");
    }
  });

  it("agree with as much as each world of the survey does", () => {
    expect(agree).toEqual({ percentages: 40, bases: 61, sentences: 184 });
  });
});

describe("the results of compatible worlds", () => {
  it("are from the least to the greatest of each lost group, and made up", () => {
    expect(groups.map(({ chart, code }) => `${chart}-${code}`)).toEqual([
      ...["age-25-34", "age-35-44", "age-45-54", "age-55-plus"],
      ...["ethnicity-black", "ethnicity-white", "ethnicity-other-mixed"],
    ]);
    for (const { chart, code } of groups) {
      const own = rows.filter(({ group }) => group === `${chart}=${code}`).map(({ satisfied }) => satisfied);
      expect(results.find(({ id }) => id === `worlds.${chart}-${code}`)).toMatchObject({
        kind: "simulated",
        value: null,
        low: Math.min(...own),
        high: Math.max(...own),
      });
    }
  });

  it("are all there where no world is found, and say that nothing fits", () => {
    const none = worldExample(withNumber("ces-2023-24.satisfied.parent-receiving", 60));
    expect(none).toMatchObject({ rows: [], agree: null });
    const said = worldResults(none.rows, WORLD_SEEDS, none.groups, none.agree);
    expect(said.map(({ id }) => id)).toEqual(results.map(({ id }) => id));
    expect(said.filter(({ nothingFits }) => nothingFits)).toHaveLength(3 + 7);
  });
});

describe("an edit", () => {
  let made = 0;
  const counted = worldExampleBy((...args) => {
    made++;
    return cesWorld(...args);
  });
  const madeBy = (edit: () => void) => {
    const before = made;
    edit();
    return made - before;
  };
  counted(RAW);

  it("of a number that has nothing to do with the survey makes no world anew", () => {
    expect(made).toBe(WORLD_SEEDS.length);
    expect(
      madeBy(() => {
        expect(counted(withNumber("cms-2016.satisfied", 62)).rows).toEqual(rows);
        expect(counted(RAW).rows).toEqual(rows);
      }),
    ).toBe(0);
  });

  it("of a printed number makes each anew, with it, and taken back makes none", () => {
    const edited = withNumber("ces-2023-24.satisfied.age-16-24", 55);
    expect(madeBy(() => counted(edited))).toBe(WORLD_SEEDS.length);
    expect(faults(counted(edited).rows)).toEqual([]);
    expect(counted(edited).rows.find(({ group }) => group === "age=16-24")).toMatchObject({ printed: "55" });
    expect(madeBy(() => expect(counted(RAW).rows).toEqual(rows))).toBe(0);
  });

  it("that fills a lost number in leaves the worlds as the text has them, and puts the number beside them", () => {
    const before = made;
    const filled = counted(withNumber("ces-2023-24.satisfied.age-25-34", 41));
    expect(made).toBe(before);
    expect(filled.rows.map((row) => ({ ...row, filled_in: null }))).toEqual(rows);
    const beside = filled.rows.filter(({ filled_in }) => filled_in !== null);
    expect(beside.map(({ group, filled_in, printed }) => [group, filled_in, printed])).toEqual(
      Array(3).fill(["age=25-34", 41, null]),
    );
    expect(filled.groups).toEqual(groups);
    expect(textOnly(RAW)).toBe(RAW);
    expect(textOnly(withNumber("ces-2023-24.satisfied.age-25-34", 41)).values.filter(isLost)).toEqual(
      RAW.values.filter(isLost),
    );
  });
});
