import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fromInterviews } from "../../../../../data-loaders/interviews/beside-printed/from-interviews.js";
import { sentencesFromInterviews } from "../../../../../data-loaders/interviews/beside-printed/sentences-from-interviews.js";
import { ledgerOf } from "../../../../../data-loaders/ledger/ledger.js";
import { disagreements } from "../../../../../data-loaders/made-up/compatible/find-world.js";
import { GENERATORS, interviewsCsv } from "../../../../../data-loaders/made-up/index.js";
import { type CodedInterviews, designOf } from "../../../../../src/analysis/interviews/index.js";
import { facts as customerFacts, lostSets } from "../../../../../src/findings/age-and-ethnicity/index.js";
import { driverQuestions, driverSets } from "../../../../../src/findings/parents-and-contact/index.js";
import { differenceTest, factor, proportion, weightDiagnostics } from "../../../../../src/stats/index.js";
import { VALUES } from "../../../analysis/held.js";
import { RAW } from "../../codebooks/raw.js";
import { changed, rowsWith } from "./changed.js";

const SEEDS = [1, 2, 7];
const make = (seed: number): CodedInterviews => {
  const survey = GENERATORS.get("compatible")?.surveys.get("ces-2023-24");
  if (survey === undefined) throw new Error("the survey is not there");
  return survey.simulate(RAW, { seed, interviews: 2280 });
};
const worlds = SEEDS.map((seed) => {
  const interviews = make(seed);
  return { seed, interviews, beside: fromInterviews(RAW, interviews) };
});
const LEDGER = ledgerOf(RAW);
const [first] = worlds as [(typeof worlds)[number], ...typeof worlds];
const wrong = (interviews: CodedInterviews) => disagreements(LEDGER, fromInterviews(RAW, interviews));

/** Satisfied or not, with the group of each row, estimated anew: the tables of estimates are not used. */
function satisfiedBy(interviews: CodedInterviews, groupAt: (row: number) => string | null) {
  const read = interviews.reader("satisfaction");
  const rows = Array.from({ length: interviews.rows }, (_, row) => row);
  return proportion(
    designOf(interviews),
    Float64Array.from(rows, (row) =>
      String(read(row)).endsWith("ly-satisfied") || read(row) === "very-satisfied" ? 1 : 0,
    ),
    {
      by: [factor(rows.map(groupAt))],
      domain: rows.map((row) => read(row) !== "dont-know"),
      level: 0.95,
      interval: "wilson",
      deffReference: "with-replacement",
    },
  );
}

describe.each(worlds)(
  "interviews of 2023/24 that agree with the report, seed $seed",
  ({ interviews, beside }) => {
    const numberOf = (id: string): number =>
      beside.values.find(({ value }) => value?.id === `ces-2023-24.${id}`)?.number ?? Number.NaN;

    it("give each of the 61 printed numbers of interviews", () => {
      expect(beside.bases.map(({ base, number }) => [base.id, number])).toEqual(
        beside.bases.map(({ base }) => [base.id, base.interviews]),
      );
      expect(beside.bases).toHaveLength(61);
    });

    it("give each of the 40 printed or worded percentages, off the ends of its rounding", () => {
      const printed = beside.values.filter(({ value }) => value !== null && value.low !== null);
      expect(printed).toHaveLength(40);
      for (const { value, number } of printed) {
        expect(number, value?.id).toBeGreaterThan((value?.low ?? 0) + 0.01);
        expect(number, value?.id).toBeLessThan((value?.high ?? 0) - 0.01);
      }
    });

    it("make every sentence true that their numbers decide, but for those that the printed numbers contradict", () => {
      const sentences = sentencesFromInterviews(LEDGER, beside);
      const untrue = sentences.filter(({ holds }) => !holds);
      expect(untrue.every(({ asPrinted }) => asPrinted === false)).toBe(true);
      expect(untrue).toHaveLength(3);
      expect(sentences.filter(({ significance }) => significance)).toHaveLength(29);
      expect(sentences.length).toBeGreaterThanOrEqual(185);
    });

    it("keep ages 16 to 24 and 25 to 34 significantly above the older, in both readings of 35 to 54", () => {
      const read = interviews.reader("age");
      const each = satisfiedBy(interviews, (row) => String(read(row)));
      const together = satisfiedBy(interviews, (row) =>
        ["35-44", "45-54"].includes(String(read(row))) ? "35-54" : String(read(row)),
      );
      const test = (estimates: typeof each, a: string, b: string) => {
        const place = (name: string) =>
          estimates.estimates.findIndex(({ by }) => Object.values(by)[0] === name);
        return differenceTest(estimates, place(b), place(a), { level: 0.95 });
      };
      for (const [a, b] of [
        ["16-24", "35-44"],
        ["16-24", "45-54"],
        ["16-24", "55-plus"],
        ["25-34", "35-44"],
        ["25-34", "45-54"],
      ] as const) {
        expect(test(each, a, b).estimate).toBeGreaterThan(0);
        expect(test(each, a, b).p, `${a} ${b}`).toBeLessThan(0.05);
      }
      expect(test(together, "25-34", "35-54").estimate).toBeGreaterThan(0);
      expect(test(together, "25-34", "35-54").p).toBeLessThan(0.05);
    });

    it("keep no two of the five health groups significantly apart", () => {
      const read = interviews.reader("health");
      const groups = satisfiedBy(interviews, (row) => String(read(row)));
      expect(groups.estimates).toHaveLength(5);
      for (let a = 0; a < 5; a++)
        for (let b = a + 1; b < 5; b++)
          expect(differenceTest(groups, a, b, { level: 0.95 }).p).toBeGreaterThan(0.05);
    });

    it("keep what is not printed inside the bounds that the printed numbers leave", () => {
      const inside = (
        sets: ReadonlyMap<string, readonly (readonly [number, number])[]>,
        dimension: string,
      ) => {
        for (const [code, set] of sets) {
          const number = numberOf(`satisfied.${dimension}-${code}`);
          expect(
            set.some(([low, high]) => number >= low - 1e-6 && number <= high + 1e-6),
            `${code} ${number}`,
          ).toBe(true);
        }
        return sets.size;
      };
      const given = customerFacts(VALUES);
      const reading = { deff: 1, silence: false, older: "each" } as const;
      expect(inside(lostSets("age", given, { ...reading, shares: "double" }), "age")).toBe(4);
      expect(inside(lostSets("ethnicity", given, { ...reading, shares: "tenth" }), "ethnicity")).toBe(3);
      const questions = driverQuestions(VALUES as never);
      expect(questions).toHaveLength(15);
      for (const question of questions) {
        const sets = driverSets(question, 1, true);
        const of = ({ id }: { readonly id: string }) => numberOf(id.replace("ces-2023-24.", ""));
        const [receiving, paying] = [of(question.receiving), of(question.paying)];
        for (const [number, set] of [
          [receiving, sets.receiving],
          [paying, sets.paying],
          [receiving - paying, sets.gap],
        ] as const)
          expect(
            set.some(([low, high]) => number >= low - 1e-6 && number <= high + 1e-6),
            question.measure,
          ).toBe(true);
      }
    });

    it("have mild weights with six decimals, and shares of New customers and of parents as the totals need", () => {
      const column = interviews.column("weight");
      if (column.form !== "numbers") throw new Error("weights are numbers");
      const weights = column.numbers;
      const { kishDesignEffect, mean } = weightDiagnostics(weights);
      expect(kishDesignEffect).toBeGreaterThan(1.05);
      expect(kishDesignEffect).toBeLessThan(1.4);
      expect(mean).toBeCloseTo(1, 6);
      expect(weights.every((weight) => weight === Number(weight.toFixed(6)))).toBe(true);
      const share = (variable: string, code: string) => {
        const rows = rowsWith(interviews, { [variable]: code }).filter(
          (row) => interviews.value("satisfaction", row) !== "dont-know",
        );
        const all = weights.filter((_, row) => interviews.value("satisfaction", row) !== "dont-know");
        const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
        return sum(rows.map((row) => weights[row] as number)) / sum([...all]);
      };
      expect(share("contact", "new")).toBeGreaterThan(0.375);
      expect(share("contact", "new")).toBeLessThan(0.458);
      expect(share("parent", "receiving")).toBeGreaterThan(0.4375);
      expect(share("parent", "receiving")).toBeLessThan(0.5625);
    });
  },
);

describe("seeds", () => {
  it("make the same bytes each time, and other bytes with another seed", () => {
    const csv = interviewsCsv(first.interviews);
    expect(interviewsCsv(make(first.seed)) === csv).toBe(true);
    expect(
      csv.replaceAll("seed 1", "") ===
        interviewsCsv((worlds[1] as (typeof worlds)[number]).interviews).replaceAll("seed 2", ""),
    ).toBe(false);
  });

  it("make these bytes on any machine", () => {
    const csv = interviewsCsv((worlds[2] as (typeof worlds)[number]).interviews);
    expect(createHash("sha256").update(csv).digest("hex")).toBe(
      "cf36c6ba6b7663ba121299b5be0a49a41174661614510a7875fdb3707fa30bf1",
    );
  });

  it("decide between the directions that a text leaves open", () => {
    const above = [1, 2, 3, 4, 5, 6].map((seed) => {
      const beside = seed === 1 ? first.beside : fromInterviews(RAW, make(seed));
      const number = (code: string) =>
        beside.values.find(({ value }) => value?.id === `ces-2023-24.satisfied.ethnicity-${code}`)?.number ??
        0;
      return number("black") > number("white");
    });
    expect(new Set(above)).toEqual(new Set([true, false]));
  });

  it("are refused with another number of interviews than the printed one", () => {
    const survey = GENERATORS.get("compatible")?.surveys.get("ces-2023-24");
    expect(() => survey?.simulate(RAW, { seed: 1, interviews: 2000 })).toThrow("2280 interviews");
  });
});

describe("a planted fault", () => {
  const { interviews } = first;

  it("in nothing is none", () => {
    expect(wrong(interviews)).toEqual([]);
  });

  it("in one interview's contact reason is seen in the bases", () => {
    const [row] = rowsWith(interviews, { contact: "change", parent: "receiving" });
    const found = wrong(changed(interviews, "contact", (at, value) => (at === row ? "new" : value)));
    expect(found).toContain("ces-2023-24.base.new.contact-new");
    expect(found).toContain("ces-2023-24.base.new.parent-receiving.contact-new");
    expect(found).not.toContain("ces-2023-24.base.all");
  });

  it("in one young customer's answer is seen in the percentage of 65 interviews", () => {
    const [row] = rowsWith(interviews, { age: "16-24", satisfaction: "fairly-satisfied" });
    const found = wrong(
      changed(interviews, "satisfaction", (at, value) => (at === row ? "very-dissatisfied" : value)),
    );
    expect(found).toContain("ces-2023-24.satisfied.age-16-24");
  });

  it("in the answers of forty Paying Parents is seen in the total of a driver question", () => {
    const rows = new Set(rowsWith(interviews, { clear: "agree", parent: "paying" }).slice(0, 40));
    const found = wrong(changed(interviews, "clear", (at, value) => (rows.has(at) ? "disagree" : value)));
    expect(found).toContain("ces-2023-24.clear");
  });

  it("that takes away a stated significance is seen where no percentage is printed", () => {
    // Parents change places: the total stays nearly as it is.
    const yes = rowsWith(interviews, { "easy-to-use": "very-easy", parent: "receiving" });
    const no = rowsWith(interviews, { "easy-to-use": "fairly-difficult", parent: "paying" });
    const many = Math.min(yes.length, no.length, 150);
    const [down, up] = [new Set(yes.slice(0, many)), new Set(no.slice(0, many))];
    const found = wrong(
      changed(interviews, "easy-to-use", (at, value) =>
        down.has(at) ? "fairly-difficult" : up.has(at) ? "very-easy" : value,
      ),
    );
    expect(found).toContain("ces-2023-24.claim.significant.easy-to-use");
  });

  it("that sets two health groups significantly apart is seen", () => {
    const rows = new Set(
      rowsWith(interviews, { health: "mental", satisfaction: "very-dissatisfied" }).slice(0, 45),
    );
    const found = wrong(
      changed(interviews, "satisfaction", (at, value) => (rows.has(at) ? "fairly-satisfied" : value)),
    );
    expect(found).toContain("ces-2023-24.claim.not-significant.health");
  });

  it("in a weight is seen in the percentages", () => {
    const rows = new Set(rowsWith(interviews, { age: "16-24", satisfaction: "very-satisfied" }));
    const found = wrong(
      changed(interviews, "weight", (at, value) => (rows.has(at) ? Number(value) * 2 : value)),
    );
    expect(found).toContain("ces-2023-24.satisfied.age-16-24");
    expect(found.filter((id) => id.includes(".base."))).toEqual([]);
  });
});
