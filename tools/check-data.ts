import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { CODEBOOKS } from "../data-loaders/codebooks/index.js";
import { fromInterviews } from "../data-loaders/interviews/beside-printed/from-interviews.js";
import { rulesInWords } from "../data-loaders/interviews/disclosure/index.js";
import {
  type MicrodataFile,
  microdataFiles,
  readMicrodata,
} from "../data-loaders/interviews/mapping/index.js";
import { readRules } from "../data-loaders/interviews/publish/read-rules.js";
import { collectProblems, InputError, type Problem, type Raw } from "../data-loaders/read/index.js";
import { type Checked, checkedJson, checkedText } from "./check-data/report.js";
import {
  type CommandFunction,
  readFolder,
  runAsProcess,
  runProgram,
  type Streams,
  UsageError,
} from "./command.js";

const program = () =>
  new Command("check-data")
    .description(
      "Checks files of interviews against the codebooks of their surveys, and counts them beside what is printed.",
    )
    .option("--survey <id>", `one of ${[...CODEBOOKS.keys()].join(", ")}`)
    .option("--data <file>", "a file of interviews elsewhere: CSV, Parquet or Arrow")
    .option("--mapping <file>", "the mapping file of --data: its columns and codes")
    .option("--estimates", "also the percentages from the interviews beside the printed ones")
    .option("--json", "one JSON object")
    .option("--folder <folder>", "where files of interviews lie", "data-loaders/microdata")
    .option("--raw <folder>", "the folder of raw files", "data-loaders/raw");

interface Options {
  readonly survey?: string;
  readonly data?: string;
  readonly mapping?: string;
  readonly estimates?: true;
  readonly json?: true;
  readonly folder: string;
  readonly raw: string;
}

/** `npm run check-data`. */
export const checkDataCommand: CommandFunction = (args, streams) =>
  runProgram<Options>(program(), args, streams, async (options) => {
    const raw = readFolder(options.raw);
    const problems: Problem[] = [];
    const rules =
      options.data === undefined ? collectProblems(problems, () => readRules(options.folder)) : null;
    const files = collectProblems(problems, () => chosenFiles(options)) ?? [];
    const checked: Checked[] = [];
    for (const { survey, data, mapping } of files) {
      const codebook = CODEBOOKS.get(survey);
      if (codebook === undefined) continue;
      try {
        const microdata = await readMicrodata(codebook, data, mapping);
        checked.push({ data, microdata, beside: fromInterviews(raw, microdata.interviews) });
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        problems.push(...error.problems);
      }
    }
    if (problems.length > 0) throw new InputError(problems);
    write(checked, raw, rules === null ? null : rulesInWords(rules), options, streams);
    return 0;
  });

function write(
  checked: readonly Checked[],
  raw: Raw,
  rules: readonly string[] | null,
  { estimates, json, folder }: Options,
  { out }: Streams,
): void {
  if (json) out(`${JSON.stringify(checkedJson(checked, raw, estimates === true, rules), null, 2)}\n`);
  else if (checked.length === 0) out(`There are no interviews in ${folder}.\n`);
  else {
    out(checked.map((one) => checkedText(one, raw, estimates === true)).join("\n"));
    if (rules !== null) out(["", "A build would publish under these rules:", ...rules, ""].join("\n"));
  }
}

/**
 * The file that the options name, or those in the folder.
 * @throws UsageError where the options do not fit together
 */
function chosenFiles({ survey, data, mapping, folder }: Options): MicrodataFile[] {
  const surveys = [...CODEBOOKS.keys()];
  if (survey !== undefined && !surveys.includes(survey))
    refuse(`there is no survey ${survey}`, surveys.join(", "));
  if (data === undefined) {
    if (mapping !== undefined) refuse("--mapping stands without --data", "both");
    return microdataFiles(folder, surveys).filter((file) => survey === undefined || file.survey === survey);
  }
  const named = survey ?? basename(data).replace(/\.[^.]*$/, "");
  if (!surveys.includes(named))
    refuse(
      `the name of ${data} does not say which survey it is`,
      `--survey with one of ${surveys.join(", ")}`,
    );
  return [{ survey: named, data, mapping: mapping ?? null }];
}

function refuse(message: string, expected: string): never {
  throw new UsageError([`${message}; expected ${expected}`]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runAsProcess(checkDataCommand);
