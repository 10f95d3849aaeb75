import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Command, Option } from "commander";
import { CODEBOOKS } from "../data-loaders/codebooks/index.js";
import { fromInterviews } from "../data-loaders/interviews/beside-printed/from-interviews.js";
import { sentencesFromInterviews } from "../data-loaders/interviews/beside-printed/sentences-from-interviews.js";
import { locating } from "../data-loaders/ledger/conflicts.js";
import { ledgerOf } from "../data-loaders/ledger/ledger.js";
import { worldDisagreement } from "../data-loaders/made-up/compatible/disagreement.js";
import { GENERATORS, type GeneratorId, interviewsCsv } from "../data-loaders/made-up/index.js";
import { conflictLines } from "../src/model/conflict.js";
import { PEOPLE } from "../src/model/workspace.js";
import { type CommandFunction, readFolder, runAsProcess, runProgram, UsageError } from "./command.js";
import { simulatedJson, simulatedText } from "./simulate/report.js";
import { writeWhole } from "./site/files.js";

const program = () =>
  new Command("simulate")
    .description(
      `Makes up the interviews of a survey, writes them as CSV, and counts what of the published numbers comes out. Made-up interviews show methods, never ${PEOPLE}.`,
    )
    .requiredOption("--survey <id>", `the survey: one of ${[...CODEBOOKS.keys()].join(", ")}`)
    .requiredOption("--seed <number>", "the same seed gives the same file on any machine")
    .requiredOption("--out <file>", "the file to write")
    .addOption(
      new Option(
        "--generator <name>",
        [...GENERATORS.values()].map(({ id, description }) => `${id}: ${description}`).join("; "),
      )
        .choices([...GENERATORS.keys()])
        .default("compatible"),
    )
    .option("--interviews <number>", "how many, where the survey prints no number of interviews")
    .option("--force", "overwrite a file that exists")
    .option("--json", "one JSON object")
    .option("--raw <folder>", "the folder of raw files", "data-loaders/raw");

interface Options {
  readonly survey: string;
  readonly seed: string;
  readonly out: string;
  readonly generator: GeneratorId;
  readonly interviews?: string;
  readonly force?: true;
  readonly json?: true;
  readonly raw: string;
}

/** `npm run simulate`. */
export const simulateCommand: CommandFunction = (args, streams) =>
  runProgram<Options>(program(), args, streams, (options) => {
    const surveys = GENERATORS.get(options.generator)?.surveys ?? new Map();
    const survey = surveys.get(options.survey);
    if (survey === undefined)
      refuse(
        `the ${options.generator} generator has no survey ${options.survey}`,
        `one of ${[...surveys.keys()].join(", ")}`,
      );
    const seed = wholeNumber(options.seed, 0, 2 ** 32 - 1);
    if (seed === null) refuse(`--seed is "${options.seed}"`, "a whole number from 0 to 4,294,967,295");
    const interviews =
      options.interviews === undefined ? survey.interviews : wholeNumber(options.interviews, 1, 1e7);
    if (interviews === null)
      refuse(`--interviews is "${options.interviews}"`, "a whole number from 1 to 10,000,000");
    if (!survey.anyNumber && interviews !== survey.interviews)
      refuse(`--interviews is ${interviews}`, `${survey.interviews}, which is printed, or no such option`);
    if (options.force === undefined && existsSync(options.out))
      refuse(`${options.out} exists`, "another name, or --force to overwrite it");

    const raw = readFolder(options.raw);
    const conflict =
      options.generator !== "compatible"
        ? null
        : locating(raw)(worldDisagreement(raw, CODEBOOKS.get(options.survey)?.publications ?? []));
    if (conflict !== null)
      throw new UsageError(["No interviews agree with the raw files.", ...conflictLines(conflict)]);
    try {
      const made = survey.simulate(raw, { seed, interviews });
      writeWhole(options.out, interviewsCsv(made));
      const beside = fromInterviews(raw, made);
      const report = {
        file: options.out,
        interviews: made,
        beside,
        sentences: sentencesFromInterviews(ledgerOf(raw), beside),
      };
      streams.out(
        options.json ? `${JSON.stringify(simulatedJson(report), null, 2)}\n` : simulatedText(report),
      );
      return 0;
    } catch (error) {
      if (!(error instanceof RangeError) && !(error instanceof Error && "code" in error)) throw error;
      throw new UsageError([error.message]);
    }
  });

function refuse(message: string, expected: string): never {
  throw new UsageError([`${message}; expected ${expected}`]);
}

/** A whole number in a range; null for any other text. */
function wholeNumber(text: string, least: number, most: number): number | null {
  if (!/^\d{1,15}$/.test(text)) return null;
  const number = Number(text);
  return number >= least && number <= most ? number : null;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runAsProcess(simulateCommand);
