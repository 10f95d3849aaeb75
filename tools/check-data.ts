import { basename } from "node:path";
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
import { collectProblems, InputError, type Problem } from "../data-loaders/read/index.js";
import { type Checked, checkedJson, checkedText } from "./check-data/report.js";
import { endQuietlyOnClosedPipe, printError, readOrFail } from "./command.js";

const program = new Command("check-data")
  .description(
    "Checks files of interviews against the codebooks of their surveys, and counts them beside what is printed.",
  )
  .option("--survey <id>", `one of ${[...CODEBOOKS.keys()].join(", ")}`)
  .option("--data <file>", "a file of interviews elsewhere: CSV, Parquet or Arrow")
  .option("--mapping <file>", "the mapping file of --data: its columns and codes")
  .option("--estimates", "also the percentages from the interviews beside the printed ones")
  .option("--json", "one JSON object")
  .option("--folder <folder>", "where files of interviews lie", "data-loaders/microdata")
  .option("--raw <folder>", "the folder of raw files", "data-loaders/raw")
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

endQuietlyOnClosedPipe();

const options = program.parse().opts<{
  survey?: string;
  data?: string;
  mapping?: string;
  estimates?: true;
  json?: true;
  folder: string;
  raw: string;
}>();

const raw = readOrFail(options.raw);
if (raw !== null) {
  try {
    const problems: Problem[] = [];
    const rules =
      options.data === undefined ? collectProblems(problems, () => readRules(options.folder)) : null;
    const files = collectProblems(problems, chosenFiles) ?? [];
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
    const estimates = options.estimates === true;
    if (options.json)
      process.stdout.write(
        `${JSON.stringify(checkedJson(checked, raw, estimates, rules === null ? null : rulesInWords(rules)), null, 2)}\n`,
      );
    else if (checked.length === 0) process.stdout.write(`There are no interviews in ${options.folder}.\n`);
    else {
      process.stdout.write(checked.map((one) => checkedText(one, raw, estimates)).join("\n"));
      if (rules !== null)
        process.stdout.write(
          ["", "A build would publish under these rules:", ...rulesInWords(rules), ""].join("\n"),
        );
    }
  } catch (error) {
    printError(error);
  }
}

/** The file given by the options, or those in the folder. Exits if options contradict each other. */
function chosenFiles(): MicrodataFile[] {
  const surveys = [...CODEBOOKS.keys()];
  const { survey, data, mapping = null } = options;
  if (survey !== undefined && !surveys.includes(survey))
    refuse(`there is no survey ${survey}`, surveys.join(", "));
  if (data === undefined) {
    if (mapping !== null) refuse("--mapping stands without --data", "both");
    return microdataFiles(options.folder, surveys).filter(
      (file) => survey === undefined || file.survey === survey,
    );
  }
  const named = survey ?? basename(data).replace(/\.[^.]*$/, "");
  if (!surveys.includes(named))
    refuse(
      `the name of ${data} does not say which survey it is`,
      `--survey with one of ${surveys.join(", ")}`,
    );
  return [{ survey: named, data, mapping }];
}

function refuse(message: string, expected: string): never {
  console.error(`${message}; expected ${expected}`);
  process.exit(2);
}
