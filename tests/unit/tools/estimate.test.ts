import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readInterviews } from "../../../data-loaders/read/index.js";
import { cellTotals, factor, raoScottTest, surveyDesign } from "../../../src/stats/index.js";
import { UsageError } from "../../../tools/command.js";
import { estimate } from "../../../tools/estimate/estimate.js";
import { answerJson } from "../../../tools/estimate/json.js";
import { type Options, readRequest } from "../../../tools/estimate/request.js";
import { answerText } from "../../../tools/estimate/text.js";
import { estimateCommand } from "../../../tools/estimate.js";
import { runHere } from "../data-loaders/audit/raw-copy.js";

let folder = "";
const path = (name: string) => join(folder, name);

/** Four strata of two clusters of three interviews; y is missing twice. */
const ROWS = Array.from({ length: 24 }, (_, i) => ({
  id: i + 1,
  stratum: "abcd".charAt(Math.floor(i / 6)),
  cluster: `c${Math.floor(i / 3) % 2}`,
  weight: 1 + (i % 5) / 2,
  population: 10 + Math.floor(i / 6),
  sex: i % 2 === 0 ? "f" : "m",
  age: 20 + ((i * 7) % 45),
  region: ["north", "south", "west"][i % 3],
  answer: i === 4 || i === 17 ? "" : (i * 5) % 7 < 3 ? "yes" : "no",
  score: (i * 5) % 11,
}));

const csv = (rows: readonly object[]) =>
  `${[Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map((row) => row.join(",")).join("\n")}\n`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "estimate-"));
  writeFileSync(path("survey.csv"), csv(ROWS));
  writeFileSync(path("sex.csv"), "sex,people\nf,300\nm,260\n");
  writeFileSync(path("region.csv"), "region,people\nnorth,200\nsouth,200\nwest,160\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const number = v.pipe(v.number(), v.finite());
const ANSWER = v.strictObject({
  design: v.strictObject({
    n: number,
    strata: v.optional(number),
    clusters: v.optional(number),
    df: number,
  }),
  estimates: v.optional(
    v.array(
      v.strictObject({
        by: v.optional(v.record(v.string(), v.string())),
        n: number,
        weightedN: number,
        estimate: v.optional(number),
        standardError: v.optional(number),
        deff: v.optional(number),
        deffReference: v.optional(v.literal("without-replacement")),
        effectiveN: v.optional(number),
        cv: v.optional(number),
        df: number,
        low: v.optional(number),
        high: v.optional(number),
        method: v.optional(v.string()),
        flag: v.optional(v.picklist(["show", "review", "suppress"])),
        flagReasons: v.optional(v.array(v.string())),
      }),
    ),
  ),
  test: v.optional(
    v.looseObject({
      name: v.picklist(["rao-scott", "rao-scott-chisq", "difference"]),
      statistic: number,
      df1: number,
      df2: v.optional(number),
      p: number,
    }),
  ),
  model: v.optional(
    v.array(
      v.looseObject({ term: v.string(), estimate: number, standardError: number, t: number, p: number }),
    ),
  ),
  weights: v.optional(
    v.strictObject({
      min: number,
      max: number,
      cv: number,
      kish: number,
      converged: v.optional(v.boolean()),
    }),
  ),
  method: v.record(v.string(), v.union([v.string(), v.number()])),
});

async function ask(options: Partial<Options>) {
  const request = readRequest({ data: path("survey.csv"), ci: "logit", level: "0.95", ...options });
  const answer = await estimate(await readInterviews(request.data), request);
  return { json: v.parse(ANSWER, answerJson(answer, request)), text: answerText(answer, request) };
}

const CLUSTERED = { weights: "weight", strata: "stratum", clusters: "cluster" };

describe("the estimate command", () => {
  it("estimates a proportion by groups, with the design of the file", async () => {
    const { json } = await ask({ y: "answer=yes", by: "sex", ...CLUSTERED });
    expect(json.design).toEqual({ n: 24, strata: 4, clusters: 8, df: 4 });
    // The one woman of a cluster did not answer, so that seven clusters tell of women.
    expect(json.estimates?.map(({ by, n, df }) => ({ by, n, df }))).toEqual([
      { by: { sex: "f" }, n: 11, df: 3 },
      { by: { sex: "m" }, n: 11, df: 4 },
    ]);
    const [f] = json.estimates ?? [];
    const women = ROWS.filter(({ sex, answer }) => sex === "f" && answer !== "");
    const sum = (rows: typeof ROWS) => rows.reduce((total, { weight }) => total + weight, 0);
    const p = sum(women.filter(({ answer }) => answer === "yes")) / sum(women);
    expect(f?.estimate).toBeCloseTo(p, 12);
    expect(f?.weightedN).toBeCloseTo(sum(women), 12);
    expect(f?.flag).toBe("suppress");
    expect(json.weights).toEqual({
      min: 1,
      max: 3,
      cv: expect.closeTo(0.352832, 6),
      kish: expect.closeTo(1.124491, 6),
    });
    expect(f?.low).toBeLessThan(p);
    expect(json.method.interval).toBe("logit");
  });

  it("takes a column of 0 and 1 as a proportion and any other number as a mean", async () => {
    const binary = path("binary.csv");
    writeFileSync(binary, csv(ROWS.map((row) => ({ ...row, score: row.score > 5 ? 1 : 0 }))));
    const { json } = await ask({ data: binary, y: "score" });
    expect(json.method.statistic).toBe("proportion");
    const mean = (await ask({ y: "score" })).json;
    expect(mean.method.statistic).toBe("mean");
    expect(mean.estimates?.[0]?.flag).toBeUndefined();
    expect(mean.estimates?.[0]?.by).toBeUndefined();
    expect(mean.estimates?.[0]?.estimate).toBeCloseTo(ROWS.reduce((s, { score }) => s + score, 0) / 24, 12);
  });

  it("leaves the design effect out where weights are scaled to n, and gives it with its reference otherwise", async () => {
    const scaled = path("scaled.csv");
    const total = ROWS.reduce((sum, { weight }) => sum + weight, 0);
    writeFileSync(scaled, csv(ROWS.map((row) => ({ ...row, weight: (row.weight * 24) / total }))));
    expect(
      (await ask({ data: scaled, y: "score", weights: "weight" })).json.estimates?.[0]?.deff,
    ).toBeUndefined();
    const [row] = (await ask({ y: "score", weights: "weight" })).json.estimates ?? [];
    expect(row?.deff).toBeGreaterThan(0);
    expect(row?.deffReference).toBe("without-replacement");
  });

  it("corrects for a finite population, which makes standard errors smaller", async () => {
    const [without] = (await ask({ y: "score", ...CLUSTERED })).json.estimates ?? [];
    const [with_] = (await ask({ y: "score", ...CLUSTERED, fpc: "population" })).json.estimates ?? [];
    expect(with_?.estimate).toBe(without?.estimate);
    expect(with_?.standardError).toBeLessThan(without?.standardError ?? 0);
  });

  it("tests a table, by both orders, and a difference", async () => {
    const { json } = await ask({ y: "answer=yes", by: "region", ...CLUSTERED, test: "rao-scott" });
    const design = surveyDesign({
      weights: ROWS.map(({ weight }) => weight),
      strata: factor(ROWS.map(({ stratum }) => stratum)),
      clusters: factor(ROWS.map(({ cluster }) => cluster)),
    });
    const table = cellTotals(
      design,
      factor(ROWS.map(({ answer }) => answer)),
      factor(ROWS.map(({ region }) => region ?? "")),
    );
    const { statistic, p, df1, df2 } = raoScottTest(table, "second");
    expect(json.test?.statistic).toBeCloseTo(statistic, 10);
    expect(json.test?.p).toBeCloseTo(p, 10);
    expect([json.test?.df1, json.test?.df2]).toEqual([expect.closeTo(df1, 9), expect.closeTo(df2 ?? 0, 9)]);
    const first = (await ask({ y: "answer=yes", by: "region", ...CLUSTERED, test: "rao-scott-chisq" })).json
      .test;
    expect(first?.df1).toBe(2);
    expect(first?.df2).toBeUndefined();
    const difference = (await ask({ y: "score", by: "sex", ...CLUSTERED, test: "difference" })).json;
    const [f, m] = difference.estimates ?? [];
    expect(difference.test?.difference).toBeCloseTo((m?.estimate ?? 0) - (f?.estimate ?? 0), 12);
    expect(difference.test?.df1).toBe(3);
  });

  it("fits a logistic model of an answer and a linear one of a number, text columns as factors", async () => {
    const logistic = (await ask({ model: "answer=yes ~ sex + age", ...CLUSTERED })).json;
    expect(logistic.model?.map(({ term }) => term)).toEqual(["(Intercept)", "sexm", "age"]);
    expect(logistic.estimates).toBeUndefined();
    const linear = (await ask({ model: "score ~ factor(population)", ...CLUSTERED })).json;
    expect(linear.model?.map(({ term }) => term)).toEqual([
      "(Intercept)",
      "factor(population)11",
      "factor(population)12",
      "factor(population)13",
    ]);
    expect(linear.method.model).toBe("linear");
  });

  it("rakes and post-stratifies, and says what became of the weights", async () => {
    const raked = (
      await ask({
        y: "score",
        weights: "weight",
        by: "sex",
        rake: `${path("sex.csv")},${path("region.csv")}`,
      })
    ).json;
    expect(raked.estimates?.map(({ weightedN }) => weightedN)).toEqual([
      expect.closeTo(300, 8),
      expect.closeTo(260, 8),
    ]);
    expect(raked.weights?.converged).toBe(true);
    expect(raked.weights?.kish).toBeCloseTo(1 + (raked.weights?.cv ?? 0) ** 2, 12);
    const post = (await ask({ y: "score", by: "sex", postStratify: path("sex.csv") })).json;
    expect(post.weights).toMatchObject({ min: expect.closeTo(260 / 12, 10), max: 25 });
  });

  it("takes variances from replicates", async () => {
    const linear = (await ask({ y: "score", ...CLUSTERED })).json.estimates?.[0]?.standardError ?? 0;
    for (const replicates of ["jkn", "bootstrap:400:7"]) {
      const { json } = await ask({ y: "score", ...CLUSTERED, replicates });
      const error = json.estimates?.[0]?.standardError ?? 0;
      expect(error).not.toBe(linear);
      expect(error / linear).toBeGreaterThan(0.7);
      expect(error / linear).toBeLessThan(1.4);
    }
  });

  it("keeps a group without answers, with no estimate", async () => {
    const empty = path("empty.csv");
    writeFileSync(empty, csv(ROWS.map((row) => (row.region === "west" ? { ...row, answer: "" } : row))));
    const { json } = await ask({ data: empty, y: "answer=yes", by: "region" });
    expect(json.estimates?.[2]).toEqual({ by: { region: "west" }, n: 0, weightedN: 0, df: 0 });
  });

  it("writes the same for people, with how it was made", async () => {
    const { text } = await ask({ y: "answer=yes", by: "sex", ...CLUSTERED, test: "rao-scott" });
    expect(text).toContain("24 interviews, 4 strata, 8 clusters, 4 degrees of freedom");
    expect(text).toMatch(/^sex {2}interviews {2}percent/m);
    expect(text).toMatch(/^Test rao-scott: [\d.]+, p [\d.]+ \(F with /m);
    expect(text).toContain("variance: Taylor linearisation");
  });
});

describe("bad options", () => {
  it.each<[Partial<Options>, string[]]>([
    [{}, ["expected --y, --model or both"]],
    [{ y: "a", level: "1" }, ["--level is 1; expected a number between 0 and 1"]],
    [{ y: "a", test: "difference" }, ["--test needs --by"]],
    [{ y: "a", by: "b,,c" }, ['--by is "b,,c"; expected names with commas between them']],
    [{ y: "a", by: "b,b" }, ["--by names b,b; expected each once"]],
    [{ model: "y" }, ['--model is "y": expected an outcome, one ~ and terms, as in y ~ a + b']],
    [{ model: "y ~ a + y" }, ['--model is "y ~ a + y": "y" stands on both sides of the ~']],
    [{ model: "y ~ a + a" }, ['--model is "y ~ a + a": "a" is a term twice']],
    [
      { model: "y ~ a*b" },
      [
        '--model is "y ~ a*b": "a*b" is no column; expected names with plus signs between them (no interactions, powers or constants)',
      ],
    ],
  ])("%j", (options, faults) => {
    let found: unknown;
    try {
      readRequest({ data: "x", ci: "logit", level: "0.95", ...options });
    } catch (error) {
      found = error;
    }
    expect(found).toBeInstanceOf(UsageError);
    expect((found as UsageError).faults).toEqual(faults);
  });
});

describe("bad files", () => {
  const bad = async (text: string, options: Partial<Options>) => {
    const file = path("bad.csv");
    writeFileSync(file, text);
    const error: unknown = await ask({ data: file, ...options }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    return (error as Error).message.replaceAll(folder, "");
  };

  it("are said all at once, each with its place", async () => {
    expect(await bad("y,w,s\n1,-2,a\nx,,a\n0,1,\n", { y: "y", by: "g", weights: "w", strata: "s" })).toBe(
      [
        '/bad.csv:1:1: column "g" is absent; expected one of y, w, s',
        "/bad.csv:2:3: w is -2; expected a weight of 0 or more",
        '/bad.csv:3:1: y is "x"; expected a number such as 57.5, or an empty cell where it is missing',
        "/bad.csv:3:3: w is empty; expected a weight of 0 or more",
        "/bad.csv:4:5: s is empty; expected a stratum in every row",
      ].join("\n"),
    );
  });

  it("name the row of a stratum with one unit", async () => {
    expect(await bad("y,s\n1,a\n0,a\n1,b\n", { y: "y", strata: "s" })).toBe(
      '/bad.csv:4:3: stratum "b" has one primary sampling unit, so that its variance cannot be estimated; expected two or more in every stratum (join it with another)',
    );
  });

  it("name the row of a population size that cannot be", async () => {
    expect(await bad("y,s,f\n1,a,1\n0,a,2\n", { y: "y", strata: "s", fpc: "f" })).toBe(
      [
        "/bad.csv:2:5: f is 1, below the 2 units of stratum a in the sample; expected one size a stratum, not below its sample",
        "/bad.csv:3:5: f is 2 after 1 in stratum a; expected one size a stratum, not below its sample",
      ].join("\n"),
    );
  });

  it("name the level that a margin lacks, and the level that no interview has", async () => {
    writeFileSync(path("margin.csv"), "g,people\na,10\nz,5\n");
    expect(await bad("y,g\n1,a\n0,b\n1,a\n", { y: "y", rake: path("margin.csv") })).toBe(
      [
        '/bad.csv:3:3: g is "b", which /margin.csv lacks; expected one of the margin\'s levels: a, z',
        '/margin.csv:3:1: no interview has g "z"; expected levels that occur',
      ].join("\n"),
    );
  });

  it("say that raking does not converge", async () => {
    writeFileSync(path("a.csv"), "a,people\n1,50\n2,50\n");
    writeFileSync(path("b.csv"), "b,people\n1,10\n2,90\n");
    // Both levels of a fall together with those of b, so that the margins contradict each other.
    const message = await bad("y,a,b\n1,1,1\n0,2,2\n1,1,1\n0,2,2\n", {
      y: "y",
      rake: `${path("a.csv")},${path("b.csv")}`,
    });
    expect(message).toContain("raking did not converge");
  });

  it("name an answer that nobody gave", async () => {
    expect(await bad("y\nyes\nno\n", { y: "y=maybe" })).toBe(
      '/bad.csv:1:1: no row has y "maybe"; expected one of no, yes',
    );
  });

  it("say what a test or a model cannot do", async () => {
    expect(await bad("y,g\n1,a\n0,b\n1,c\n0,c\n", { y: "y", by: "g", test: "difference" })).toBe(
      "/bad.csv:1:1: there are 3 groups with interviews; expected two for a difference",
    );
    expect(await bad("y,g\n1,a\n2,b\n3,b\n0,a\n", { y: "y", by: "g", test: "rao-scott" })).toBe(
      "/bad.csv:1:1: a Rao-Scott test is of a table; expected --y NAME=VALUE or a column of 0 and 1",
    );
    expect(await bad("y,x\n0,1\n0,2\n1,3\n1,4\n", { model: "y ~ x" })).toMatch(/separat/);
  });
});

describe("what the command prints", () => {
  it("is one JSON object and nothing else", async () => {
    const asked = ["--data", path("survey.csv"), "--y", "score", "--json"];
    const { stdout, stderr, status } = await runHere(estimateCommand, ...asked);
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    v.parse(ANSWER, JSON.parse(stdout));
  });

  it.each([
    [["--data", "absent.csv", "--y", "a"], "absent.csv:1:1: the file is absent"],
    [["--data", "survey.csv", "--y", "score", "--level", "0"], "--level is 0"],
    [["--data", "survey.csv", "--y", "score", "--ci", "magic"], "'magic' is invalid"],
    [["--y", "score"], "'--data <file>' not specified"],
  ])("is no estimate for %j, and the exit code 2", async (args, said) => {
    const placed = args.map((arg) => (arg.endsWith(".csv") ? path(arg) : arg));
    const { stdout, stderr, status } = await runHere(estimateCommand, ...placed);
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
    expect(stderr).toContain(said);
  });
});
