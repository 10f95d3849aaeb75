import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { from } from "arquero";
import { readRaw } from "../../data-loaders/read/index.js";
import { valuesTable } from "../../data-loaders/tables/values.js";
import { boundProblem, compatibleCharts } from "../../src/bounds/index.js";
import {
  ageProblem,
  ethnicityProblem,
  facts,
  isHeldFigure,
} from "../../src/findings/age-and-ethnicity/index.js";
import { readProblem } from "../bound/read-problem.js";
import { median } from "./measure.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const EXAMPLES = join(ROOT, "docs/bound");

/**
 * Times of one worked example of the manual, in milliseconds: the whole command, and the engine within it,
 * alternating.
 */
export interface CommandRow {
  readonly example: string;
  readonly command: number;
  readonly engine: number;
  /** The engine's share of the command's time. */
  readonly share: number;
  readonly runs: number;
}

/** Times `npm run bound` on each worked example. @throws Error when the command fails */
export function measureCommand(runs: number): CommandRow[] {
  return readdirSync(EXAMPLES).map((example) => {
    const file = join(EXAMPLES, example);
    const { problem } = readProblem(file);
    const command: number[] = [];
    const engine: number[] = [];
    for (let i = 0; i < runs; i++) {
      command.push(
        timed(() => {
          const { status, stderr } = spawnSync(
            process.execPath,
            ["--import", "tsx", "tools/bound.ts", file, "--json"],
            { cwd: ROOT, encoding: "utf8" },
          );
          if (status !== 0) throw new Error(stderr);
        }),
      );
      engine.push(timed(() => boundProblem(problem)));
    }
    const [whole, inner] = [median(command), median(engine)];
    return { example, command: rounded(whole), engine: rounded(inner), share: rounded(inner / whole), runs };
  });
}

/** Enumeration of the charts of whole percentages that fit the text of a real figure. */
export interface EnumerationRow {
  readonly charts: string;
  readonly bars: number;
  readonly count: number;
  readonly ms: number;
  readonly chartsPerMs: number;
}

/** Times the enumeration of charts of the lost ages and ethnic groups, with weights as the interviews. */
export function measureEnumerations(): EnumerationRow[] {
  const given = facts(from([...valuesTable(readRaw(join(ROOT, "data-loaders/raw"))).rows]));
  const reading = { deff: 1, shares: "interviews" } as const;
  const charts = [
    ["ethnic groups", given.ethnicities, ethnicityProblem(given, { ...reading, silence: false })],
    [
      "ages, silence read as not significant",
      given.ages,
      ageProblem(given, { ...reading, silence: true, older: "each" }),
    ],
    ["ages", given.ages, ageProblem(given, { ...reading, silence: false, older: "each" })],
  ] as const;
  return charts.map(([name, groups, problem]) => {
    const ids = groups.filter((group) => !isHeldFigure(group)).map(({ code }) => code);
    let count = 0;
    const ms = timed(() => {
      count = compatibleCharts(problem, { ids }).count;
    });
    return { charts: name, bars: ids.length, count, ms: rounded(ms), chartsPerMs: rounded(count / ms) };
  });
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
