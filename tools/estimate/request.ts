import type { IntervalMethod } from "../../src/stats/index.js";
import { UsageError } from "../command.js";
import { type Formula, parseFormula } from "./formula.js";

/** A validated request. */
export interface Request {
  readonly data: string;
  readonly y: { readonly name: string; readonly value: string | null } | null;
  readonly by: readonly string[];
  readonly weights: string | null;
  readonly strata: string | null;
  readonly clusters: string | null;
  readonly fpc: string | null;
  readonly rake: readonly string[];
  readonly postStratify: string | null;
  readonly replicates:
    | { readonly method: "JK1" | "JKn" }
    | { readonly method: "bootstrap"; readonly count: number; readonly seed: number }
    | null;
  readonly interval: IntervalMethod;
  readonly level: number;
  readonly test: "rao-scott" | "rao-scott-chisq" | "difference" | null;
  readonly model: Formula | null;
}

/** Command-line options. */
export interface Options {
  readonly data: string;
  readonly y?: string;
  readonly by?: string;
  readonly weights?: string;
  readonly strata?: string;
  readonly clusters?: string;
  readonly fpc?: string;
  readonly rake?: string;
  readonly postStratify?: string;
  readonly replicates?: string;
  readonly ci: IntervalMethod;
  readonly level: string;
  readonly test?: "rao-scott" | "rao-scott-chisq" | "difference";
  readonly model?: string;
}

/**
 * Validates the options.
 *
 * @throws UsageError with all that is wrong
 */
export function readRequest(options: Options): Request {
  const faults: string[] = [];
  const level = Number(options.level);
  if (!(level > 0 && level < 1))
    faults.push(`--level is ${options.level}; expected a number between 0 and 1`);
  const by = list(options.by, "--by", faults);
  const y = options.y === undefined ? null : outcome(options.y);
  if (y?.name === "") faults.push(`--y is "${options.y}"; expected NAME or NAME=VALUE`);
  const model = options.model === undefined ? null : formula(options.model, faults);
  if (y === null && options.model === undefined) faults.push("expected --y, --model or both");
  if (options.test !== undefined && y === null) faults.push("--test needs --y");
  if (options.test !== undefined && by.length === 0) faults.push("--test needs --by");
  if (y === null && by.length > 0) faults.push("--by needs --y");
  const replicates = options.replicates === undefined ? null : replicatesOf(options.replicates, faults);
  const rake = list(options.rake, "--rake", faults);
  if (faults.length > 0) throw new UsageError(faults);
  return {
    data: options.data,
    y,
    by,
    weights: options.weights ?? null,
    strata: options.strata ?? null,
    clusters: options.clusters ?? null,
    fpc: options.fpc ?? null,
    rake,
    postStratify: options.postStratify ?? null,
    replicates,
    interval: options.ci,
    level,
    test: options.test ?? null,
    model,
  };
}

/** Parses NAME or NAME=VALUE; the value may contain equals signs. */
export function outcome(text: string): { name: string; value: string | null } {
  const at = text.indexOf("=");
  return at < 0 ? { name: text, value: null } : { name: text.slice(0, at), value: text.slice(at + 1) };
}

function list(text: string | undefined, option: string, faults: string[]): string[] {
  if (text === undefined) return [];
  const names = text.split(",");
  if (names.includes("")) faults.push(`${option} is "${text}"; expected names with commas between them`);
  if (new Set(names).size < names.length) faults.push(`${option} names ${text}; expected each once`);
  return names;
}

function replicatesOf(text: string, faults: string[]): Request["replicates"] {
  if (text === "jk1") return { method: "JK1" };
  if (text === "jkn") return { method: "JKn" };
  const [, count, seed] = /^bootstrap:(\d+):(\d+)$/.exec(text) ?? [];
  if (count !== undefined && Number(count) >= 2 && Number(seed) < 2 ** 31)
    return { method: "bootstrap", count: Number(count), seed: Number(seed) };
  faults.push(
    `--replicates is ${text}; expected jk1, jkn or bootstrap:COUNT:SEED, with a count of 2 or more and a seed below 2147483648`,
  );
  return null;
}

function formula(text: string, faults: string[]): Formula | null {
  const parsed = parseFormula(text);
  if ("fault" in parsed) {
    faults.push(`--model is "${text}": ${parsed.fault}`);
    return null;
  }
  return parsed;
}
