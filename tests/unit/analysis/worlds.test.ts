import { describe, expect, it } from "vitest";
import { inWorlds, worlds } from "../../../src/analysis/worlds.js";
import type { Control } from "../../../src/model/control.js";
import { formatRange } from "../../../src/model/format.js";
import { formatResult, infeasible } from "../../../src/model/result.js";
import { chosenVariant } from "../../../src/model/variants.js";
import { FIGURES } from "../../../tools/site/figures.js";
import { result } from "../components/results.js";
import { built } from "../site/fixture.js";

const CHOICES = [
  { name: "n", options: ["15", "30"].map((code) => ({ code, label: code })), default: "30" },
  { name: "gap", options: ["0", "5", "10"].map((code) => ({ code, label: code })), default: "5" },
];

it("worlds are all combinations, each with what differs from the usual", () => {
  const all = worlds(CHOICES);
  expect(all.length).toBe(6);
  expect(all.filter(({ when }) => Object.keys(when).length === 0)).toEqual([
    { chosen: { n: "30", gap: "5" }, when: {} },
  ]);
  expect(all).toContainEqual({ chosen: { n: "15", gap: "5" }, when: { n: "15" } });
  expect(all).toContainEqual({ chosen: { n: "15", gap: "0" }, when: { n: "15", gap: "0" } });
});

it("a result is itself in the usual world and a variant in every other", () => {
  const all = inWorlds(worlds(CHOICES), ({ chosen }) =>
    result({ id: "a.b", value: Number(chosen.n) + Number(chosen.gap) }),
  );
  const usual = all.filter(({ variant }) => variant === undefined);
  expect(usual.map(({ id, value }) => [id, value])).toEqual([["a.b", 35]]);
  expect(all.find(({ id }) => id === "a.b.gap-0.n-15")).toMatchObject({
    value: 15,
    variant: { of: "a.b", when: { n: "15", gap: "0" } },
  });
});

it("a result that nothing fits has neither value nor range, and says so in every form", () => {
  const nothing = infeasible(result({ id: "a.b", ranges: [[1, 2]] }));
  expect([nothing.value, nothing.low, nothing.high, nothing.ranges]).toEqual([null, null, null, undefined]);
  for (const form of ["default", "range", "bare"] as const)
    expect(formatResult(nothing, form)).toBe("nothing fits");
});

describe("the variants of the site", () => {
  const { results, tables } = built();
  const controls = new Map<string, Control>(
    FIGURES.flatMap((figure) => figure.controls.map((control) => [control.name, control] as const)),
  );
  const variants = results.filter(({ variant }) => variant !== undefined);

  it("name controls of its figures, and options other than the first", () => {
    expect(variants.length).toBeGreaterThan(100);
    for (const { id, variant } of variants)
      for (const [name, option] of Object.entries(variant?.when ?? {})) {
        const control = controls.get(name);
        expect(
          control?.options.map(({ code }) => code),
          id,
        ).toContain(option);
        expect(option, id).not.toBe(control?.default);
      }
  });

  const read = (id: string, state: Record<string, string>) => {
    const own = variants.flatMap((r) =>
      r.variant?.of === id ? [{ when: r.variant.when, text: formatResult(r) }] : [],
    );
    return chosenVariant(own, state)?.text ?? formatResult(results.find((r) => r.id === id) as never);
  };
  const rowOf = (table: string, where: Record<string, unknown>) =>
    tables.get(table)?.rows.find((row) => Object.entries(where).every(([k, v]) => row[k] === v)) ?? {};

  it("say of the fall what the ladder has for both controls together", () => {
    for (const falling of ["august", "november"])
      for (const around of ["recorded", "two", "five"]) {
        const state = { falling, around, history: "flattest" };
        const high = (rung: string) => Number(rowOf("fall-by-assumption", { falling, around, rung }).high);
        const points = (value: number) => `${Math.ceil(value * 10 - 1e-6) / 10} points`;
        expect(read("fee.fall.most", state)).toBe(points(high("words")));
        expect(read("fee.fall.two-most", state)).toBe(points(high("same")));
        expect(read("fee.fall.before-alone", state)).toBe(points(high("before")));
      }
    // By hand: nine quarters at 58, two of the first three 5 below May, 738 in all: (738 - 522 + 10) / 3 - 58.
    expect(read("fee.fall.two-most", { falling: "august", around: "two" })).toBe("17.4 points");
    expect(read("fee.fall.later", { falling: "november", around: "five" })).toBe("−65 to 45 points");
  });

  it("say of ages what the table has for three controls together, and where nothing fits", () => {
    const at = (state: Record<string, string>) =>
      read("age.25-34", { interview: "full", silence: "no", older: "each", ...state });
    expect(at({})).toBe("39.3 to 56.5%");
    expect(at({ silence: "yes" })).toBe("42.6 to 51.5%");
    expect(at({ interview: "half", older: "together" })).toBe("40.7 to 56.5%");
    for (const interview of ["full", "two-thirds", "half", "third"])
      for (const silence of ["no", "yes"])
        for (const older of ["each", "together"]) {
          const row = rowOf("satisfaction-by-age", { interview, silence, older, label: "Aged 35 to 44" });
          expect(read("age.35-44", { interview, silence, older })).toBe(
            `${formatRange(Number(row.low), Number(row.high))}%`,
          );
        }
    expect(read("ethnicity.black", { interview: "third", silence: "no" })).toBe(
      "19.5 to 28.1 or 51.3 to 60.5%",
    );
    expect(read("ethnicity.black", { interview: "third", silence: "yes" })).toBe("nothing fits");
    expect(read("ethnicity.black-less-white", { interview: "full", silence: "yes" })).toBe("nothing fits");
    expect(read("age.25-34.shares-interviews", { interview: "third", silence: "yes", older: "each" })).toBe(
      "nothing fits",
    );
  });

  it("say of made-up surveys what the table has for size and gap together", () => {
    const row = rowOf("steady-gap-in-a-small-sample", { interviews: 60, gap: 10 });
    expect(read("closure.noise.swing", { n: "60", gap: "10" })).toBe(
      `${Math.round(Number(row.swing))} points`,
    );
    expect(read("closure.noise.swing", { n: "60", gap: "10" })).toBe("20 points");
    expect(read("closure.noise.on-top-no-gap", { n: "15", gap: "10" })).toBe(
      Number(rowOf("steady-gap-in-a-small-sample", { interviews: 15, gap: 0 }).on_top).toFixed(1),
    );
    expect(read("closure.needed.all", { n: "120", gap: "0" })).toBe("3,600");
  });
});
