import { CODEBOOKS } from "../../data-loaders/codebooks/index.js";
import { type CubePlan, planCubes } from "../../data-loaders/interviews/cubes/index.js";
import type { SinglePsu } from "../../src/stats/index.js";
import { UsageError } from "../command.js";

/** Command-line options. */
export interface Options {
  readonly survey: string;
  readonly data?: string;
  readonly mapping?: string;
  readonly engine: "duckdb" | "clickhouse";
  readonly url?: string;
  readonly table?: string;
  readonly by?: string;
  readonly measure?: string;
  readonly initialWeight?: string;
  readonly singlePsu: SinglePsu;
  readonly memory?: string;
  readonly threads?: string;
  readonly out: string;
}

/** A validated request. */
export interface Request {
  readonly plan: CubePlan;
  readonly mapping: string | null;
  readonly source:
    | {
        readonly engine: "duckdb";
        readonly data: string;
        readonly memory?: string;
        readonly threads?: number;
      }
    | { readonly engine: "clickhouse"; readonly url: string; readonly table: string };
  /** Output: a file for a single cube, or a folder with files named by cube. */
  readonly out: { readonly kind: "file" | "folder"; readonly path: string };
}

/**
 * Validates the options.
 *
 * @throws UsageError with all that is wrong
 */
export function readRequest(options: Options): Request {
  const faults: string[] = [];
  const codebook = CODEBOOKS.get(options.survey);
  if (codebook === undefined)
    faults.push(`--survey is ${options.survey}; expected one of ${[...CODEBOOKS.keys()].join(", ")}`);
  const by = list(options.by, "--by", faults);
  const measures = list(options.measure, "--measure", faults);
  let plan: CubePlan | null = null;
  if (codebook !== undefined)
    try {
      const { singlePsu, initialWeight } = options;
      plan = planCubes(codebook, {
        singlePsu,
        ...(by === null ? {} : { by }),
        ...(measures === null ? {} : { measures }),
        ...(initialWeight === undefined ? {} : { initialWeight }),
      });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      faults.push(...error.message.split("\n"));
    }
  const source = sourceOf(options, faults);
  const kind = options.out.endsWith(".cube") ? "file" : "folder";
  const cubes = plan?.measures.flatMap((measure) => measure.cubes) ?? [];
  if (kind === "file" && cubes.length > 1)
    faults.push(`--out is one file for ${cubes.length} cubes; expected a folder, or a --measure of one cube`);
  if (faults.length > 0 || plan === null || source === null) throw new UsageError(faults);
  return { plan, mapping: options.mapping ?? null, source, out: { kind, path: options.out } };
}

function sourceOf(options: Options, faults: string[]): Request["source"] | null {
  const { engine, data, url, table, memory, threads } = options;
  const unused = (names: readonly (readonly [string, string | undefined])[]) => {
    for (const [name, value] of names)
      if (value !== undefined) faults.push(`${name} means nothing to --engine ${engine}`);
  };
  if (engine === "clickhouse") {
    unused([
      ["--data", data],
      ["--memory", memory],
      ["--threads", threads],
    ]);
    if (table === undefined) faults.push("--engine clickhouse needs --table");
    if (url === undefined || !/^https?:/.test(url) || !URL.canParse(url)) {
      faults.push(
        url === undefined
          ? "--engine clickhouse needs --url"
          : `--url is ${url}; expected an address such as http://localhost:8123`,
      );
      return null;
    }
    return table === undefined ? null : { engine, url, table };
  }
  unused([
    ["--url", url],
    ["--table", table],
  ]);
  if (data === undefined) faults.push("expected --data FILE, or --engine clickhouse with --url and --table");
  const count = threads === undefined ? undefined : Number(threads);
  if (count !== undefined && !(Number.isInteger(count) && count >= 1))
    faults.push(`--threads is ${threads}; expected a whole number of 1 or more`);
  if (memory !== undefined && !/^\d+(?:\.\d+)?\s*(?:[KMGT]i?B)$/i.test(memory))
    faults.push(`--memory is ${memory}; expected an amount such as 500MB or 4GB`);
  if (data === undefined) return null;
  return {
    engine,
    data,
    ...(memory === undefined ? {} : { memory }),
    ...(count === undefined ? {} : { threads: count }),
  };
}

/** Null without the option; an empty string is an empty list. */
function list(text: string | undefined, option: string, faults: string[]): string[] | null {
  if (text === undefined) return null;
  const names = text === "" ? [] : text.split(",");
  if (names.includes("")) faults.push(`${option} is "${text}"; expected names with commas between them`);
  if (new Set(names).size < names.length) faults.push(`${option} names ${text}; expected each once`);
  return names;
}
