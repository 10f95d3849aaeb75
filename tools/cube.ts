import { fileURLToPath } from "node:url";
import { Command, Option } from "commander";
import { CODEBOOKS } from "../data-loaders/codebooks/index.js";
import {
  ClickHouseError,
  cubesFromClickHouse,
  cubesFromFile,
} from "../data-loaders/interviews/cubes/index.js";
import { type CommandFunction, runAsProcess, runProgram, type Streams, UsageError } from "./command.js";
import { reportJson, reportText, warning } from "./cube/report.js";
import { type Options, type Request, readRequest } from "./cube/request.js";
import { writeCubes } from "./cube/write-cubes.js";

const program = () =>
  new Command("cube")
    .description(
      "Sums interviews by cell, so that estimates need them no more: from a file by DuckDB, or in a table by ClickHouse. A cube is nearly the interviews themselves, and not for publication.",
    )
    .requiredOption("--survey <id>", `one of ${[...CODEBOOKS.keys()].join(", ")}`)
    .option("--data <file>", "CSV, Parquet or Arrow, one row an interview")
    .option("--mapping <file>", "the columns and codes of the file or table")
    .addOption(
      new Option("--engine <name>", "what does the sums").choices(["duckdb", "clickhouse"]).default("duckdb"),
    )
    .option("--url <url>", "ClickHouse's HTTP interface: http://user:password@host:8123")
    .option("--table <name>", "its table, TABLE or DATABASE.TABLE")
    .option("--by <names>", "dimensions or variables, with commas; all dimensions where left out")
    .option("--measure <ids>", "measures, with commas; all where left out")
    .option(
      "--initial-weight <name>",
      "variable of the weights before they were fitted to totals; equal for 1 each",
    )
    .addOption(
      new Option("--single-psu <way>", "what to do with a stratum of one interview")
        .choices(["error", "certainty", "adjust", "average"])
        .default("adjust"),
    )
    .option("--memory <amount>", "the most that DuckDB takes: 500MB, 4GB (1GB where left out)")
    .option("--threads <count>", "threads of DuckDB; one a processor where left out")
    .requiredOption("--out <path>", "a file that ends in .cube, or a folder for several cubes")
    .option("--json", "one JSON object");

/** `npm run cube`. */
export const cubeCommand: CommandFunction = (args, streams) =>
  runProgram<Options & { json?: true }>(program(), args, streams, async (options) => {
    const request = readRequest(options);
    const start = performance.now();
    try {
      const cubed = await cubesOf(request, streams);
      const written = writeCubes(cubed.cubes, request.out);
      const seconds = (performance.now() - start) / 1000;
      const peakMegabytes = process.resourceUsage().maxRSS / 1024;
      const report = { request, cubed, written, seconds, peakMegabytes };
      streams.out(options.json ? `${JSON.stringify(reportJson(report), null, 2)}\n` : reportText(report));
      streams.err(`${warning(report)}\n`);
      return 0;
    } catch (error) {
      if (!(error instanceof ClickHouseError || error instanceof RangeError)) throw error;
      throw new UsageError([error.message]);
    }
  });

function cubesOf({ plan, mapping, source }: Request, { err }: Streams) {
  const common = { onProgress: progressLines(err), ...(mapping === null ? {} : { mapping }) };
  if (source.engine === "clickhouse") return cubesFromClickHouse(plan, { ...common, ...source });
  return cubesFromFile(plan, source.data, { ...common, ...source });
}

/** A line on the standard error every three seconds of longer work. */
function progressLines(err: Streams["err"]): (part: number) => void {
  const each = 3000;
  let next = performance.now() + each;
  return (part) => {
    if (part >= 1 || performance.now() < next) return;
    next = performance.now() + each;
    err(`${Math.floor(part * 100)}% of the interviews\n`);
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runAsProcess(cubeCommand);
