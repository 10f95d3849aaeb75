import { fileURLToPath } from "node:url";
import { Command, Option } from "commander";
import { readInterviews } from "../data-loaders/read/index.js";
import { type CommandFunction, runAsProcess, runProgram } from "./command.js";
import { estimate } from "./estimate/estimate.js";
import { answerJson } from "./estimate/json.js";
import { type Options, readRequest } from "./estimate/request.js";
import { answerText } from "./estimate/text.js";

const program = () =>
  new Command("estimate")
    .description(
      "Estimates from a file with one row an interview, with the standard errors of its sample design.",
    )
    .requiredOption("--data <file>", "CSV, Parquet or Arrow")
    .option("--y <name[=value]>", "a proportion (NAME=VALUE, or NAME where it is 0 or 1) or a mean (NAME)")
    .option("--by <names>", "groups: one column, or several with commas")
    .option("--weights <name>", "column of weights")
    .option("--strata <name>", "column of strata")
    .option("--clusters <name>", "column of primary sampling units, nested in strata")
    .option("--fpc <name>", "column with the population size of the row's stratum, or its number of clusters")
    .option(
      "--rake <files>",
      "population margins to rake to: CSV files of a variable and a count, with commas",
    )
    .option("--post-stratify <file>", "population margin to post-stratify to")
    .option("--replicates <method>", "variance by replicates: jkn, jk1 or bootstrap:COUNT:SEED")
    .addOption(
      new Option("--ci <method>", "interval of a proportion")
        .choices(["logit", "beta", "wilson", "arcsine", "wald"])
        .default("logit"),
    )
    .option("--level <level>", "confidence level", "0.95")
    .addOption(
      new Option("--test <name>", "test of the groups").choices([
        "rao-scott",
        "rao-scott-chisq",
        "difference",
      ]),
    )
    .option("--model <formula>", '"y ~ a + b": logistic where y is 0 or 1 (or y=VALUE), linear otherwise')
    .option("--json", "one JSON object");

/** `npm run estimate`. */
export const estimateCommand: CommandFunction = (args, streams) =>
  runProgram<Options & { json?: true }>(program(), args, streams, async (options) => {
    const request = readRequest(options);
    const answer = await estimate(await readInterviews(request.data), request);
    streams.out(
      options.json
        ? `${JSON.stringify(answerJson(answer, request), null, 2)}\n`
        : answerText(answer, request),
    );
    return 0;
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) await runAsProcess(estimateCommand);
