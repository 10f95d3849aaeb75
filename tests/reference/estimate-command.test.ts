import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readInterviews } from "../../data-loaders/read/index.js";
import { estimate } from "../../tools/estimate/estimate.js";
import { answerJson } from "../../tools/estimate/json.js";
import { readRequest } from "../../tools/estimate/request.js";
import { expectSame } from "./compare.js";
import type { Dataset } from "./designs.js";
import { type Case, casesOf, columnsOf, MADE_BY, nameOf, sampleOf } from "./survey-fixture.js";

interface MeanCase
  extends Case<
    Record<"estimate" | "se" | "deff", readonly (number | null)[]> & {
      readonly groups?: readonly (readonly string[])[];
    }
  > {
  readonly call: "mean";
}

interface DifferenceCase extends Case<Record<"estimate" | "se" | "statistic", number>> {
  readonly call: "ttest";
}

interface TableCase extends Case<Record<"F" | "Chisq", { readonly statistic: number; readonly p: number }>> {
  readonly call: "chisq";
  readonly rows: string;
  readonly columns: string;
}

interface ModelCase
  extends Case<Record<"estimate" | "se", readonly number[]> & { readonly names: readonly string[] }> {
  readonly call: "glm";
  readonly terms: readonly string[];
  readonly family: string;
}

interface Answer {
  readonly estimates?: readonly (Partial<Record<"n" | "estimate" | "standardError" | "deff", number>> & {
    readonly by?: Readonly<Record<string, string>>;
  })[];
  readonly test?: Record<"statistic" | "p" | "difference" | "standardError", number>;
  readonly model?: readonly { term: string; estimate: number; standardError: number }[];
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "estimate-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the command answers for the file and the design of a case. */
async function ask(
  { design }: Pick<Case<unknown>, "design">,
  options: Partial<Parameters<typeof readRequest>[0]>,
): Promise<Answer> {
  const { dataset, weights, strata, clusters, fpc } = columnsOf(design);
  const data = join(folder, `${dataset}.csv`);
  writeFileSync(data, csvOf(sampleOf({ design }).dataset));
  const columns = Object.entries({ weights, strata, clusters, fpc }).filter(([, name]) => name !== undefined);
  const request = readRequest({
    data,
    ci: "logit",
    level: "0.95",
    ...Object.fromEntries(columns),
    ...options,
  });
  return answerJson(await estimate(await readInterviews(data), request), request) as Answer;
}

function csvOf(dataset: Dataset): string {
  const names = Object.keys(dataset);
  const rows = (dataset[names[0] ?? ""] ?? []).map((_, i) => names.map((name) => dataset[name]?.[i] ?? ""));
  return [names, ...rows].map((row) => `${row.join(",")}\n`).join("");
}

/** Cases of a whole sample whose design the command can be told: it has no policy for single units. */
const told = <C extends Case<unknown>>(cases: readonly C[]) =>
  cases.filter((each) => each.domain === undefined && columnsOf(each.design).lonely === undefined);

describe(`the estimate command against ${MADE_BY}`, () => {
  it("has means by group, their standard errors and design effects", async () => {
    const cases = told(casesOf<MeanCase>("mean"));
    expect(cases.length).toBeGreaterThan(30);
    let compared = 0;
    for (const each of cases) {
      const { estimates = [] } = await ask(each, {
        y: each.y,
        ...(each.by === undefined ? {} : { by: each.by.join(",") }),
      });
      const found = estimates.filter(({ n }) => (n ?? 0) > 0);
      expect(found.length).toBe(each.expected.estimate.length);
      found.forEach((row) => {
        const { estimate: value, se, deff, groups } = each.expected;
        // R counts the groups of two factors with the first changing fastest.
        const name = Object.values(row.by ?? {}).join();
        const g = groups === undefined ? 0 : groups.findIndex((group) => group.join() === name);
        expectSame(row.estimate ?? Number.NaN, value[g] as number, nameOf(each));
        expectSame(row.standardError ?? Number.NaN, se[g] as number, nameOf(each), 1e-9, 1e-12);
        const expected = deff?.[g];
        if (row.deff === undefined || typeof expected !== "number") return;
        expectSame(row.deff, expected, nameOf(each), 1e-9, 1e-12);
        compared += 1;
      });
    }
    expect(compared).toBeGreaterThan(30);
  });

  it("has differences of two groups", async () => {
    const cases = told(casesOf<DifferenceCase>("ttest"));
    expect(cases.length).toBeGreaterThan(20);
    for (const each of cases) {
      const { test } = await ask(each, { y: each.y, by: each.by?.join(",") ?? "", test: "difference" });
      expectSame(test?.difference ?? Number.NaN, each.expected.estimate, nameOf(each));
      expectSame(test?.standardError ?? Number.NaN, each.expected.se, nameOf(each));
      expectSame(test?.statistic ?? Number.NaN, each.expected.statistic, nameOf(each));
    }
  });

  it("has Rao-Scott tests of a proportion by groups", async () => {
    let compared = 0;
    for (const each of told(casesOf<TableCase>("chisq"))) {
      const { dataset } = sampleOf(each);
      const answers = [...new Set(dataset[each.rows]?.filter((answer) => answer !== null))];
      if (answers.length !== 2) continue;
      const { test } = await ask(each, {
        y: `${each.rows}=${answers[0]}`,
        by: each.columns,
        test: "rao-scott",
      });
      expectSame(test?.statistic ?? Number.NaN, each.expected.F.statistic, nameOf(each));
      compared += 1;
    }
    expect(compared).toBeGreaterThan(20);
  });

  it("has models", async () => {
    let compared = 0;
    for (const each of told(casesOf<ModelCase>("glm"))) {
      const { model } = await ask(each, { model: `${each.y} ~ ${each.terms.join(" + ")}` });
      // The command takes a column of numbers as a number, where R was given a factor, and 0 and 1 as a logistic outcome.
      const binary = sampleOf(each).dataset[each.y]?.every((y) => y === null || y === 0 || y === 1) ?? false;
      if (binary !== (each.family !== "gaussian") || model?.length !== each.expected.names.length) continue;
      expect(model.map(({ term }) => term)).toEqual(each.expected.names);
      model.forEach(({ estimate: value, standardError }, a) => {
        expectSame(value, each.expected.estimate[a] as number, nameOf(each), 1e-8);
        expectSame(standardError, each.expected.se[a] as number, nameOf(each), 1e-8);
      });
      compared += 1;
    }
    expect(compared).toBeGreaterThan(10);
  });
});
