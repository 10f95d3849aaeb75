import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { runAsProcess, runProgram, type Streams, UsageError } from "./command.js";
import { type Choice, chooseChanged } from "./mutate/choose.js";
import { type Counts, plant } from "./mutate/plant.js";
import { ProjectCopy } from "./mutate/project-copy.js";
import { readMutations } from "./mutate/read-mutations.js";

/** Default duration of `--changed`, in minutes. */
const MINUTES = 3;

interface Options {
  readonly jobs: string;
  readonly changed?: true;
  readonly since?: string;
  readonly minutes?: string;
  readonly seed?: string;
}

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Plants faults in copies of the project and prints the outcomes.
 *
 * @returns 0 if all that were planted are killed, 1 if not, 2 for wrong options or tests that fail without a fault
 */
export function mutateCommand(args: readonly string[], streams: Streams): Promise<number> {
  const program = new Command("mutate")
    .description(
      "Plants known faults in copies of the project, one at a time, and sees a test fail with each.",
    )
    .argument("[part]", "only faults whose file or description holds this text", "")
    .option(
      "--jobs <number>",
      "copies of the project that are tested at once",
      String(Math.min(2, availableParallelism())),
    )
    .option("--changed", "only faults whose row, file or tests have changed; a sample where git cannot tell")
    .option(
      "--since <commit>",
      "what counts as changed (default: since the branch left main, or in the last five commits)",
    )
    .option(
      "--minutes <number>",
      `plants no further fault after this time (default with --changed: ${MINUTES})`,
    )
    .option(
      "--seed <number>",
      "of the order of --changed, which decides what is left out (default: the commit's)",
    );
  return runProgram<Options>(program, args, streams, (options, [part = ""]) => {
    const jobs = wholeNumber("--jobs", options.jobs, 1);
    const minutes = minutesOf(options);
    const seed = options.seed === undefined ? undefined : wholeNumber("--seed", options.seed, 0);
    if (!options.changed && (options.since ?? options.seed) !== undefined)
      throw new UsageError(["--since and --seed go with --changed"]);

    const mutations = readMutations().filter(({ file, what }) => `${file} ${what}`.includes(part));
    if (mutations.length === 0) throw new UsageError([`no fault holds "${part}"`]);
    const choice: Choice = options.changed
      ? chooseChanged(root, mutations, { since: options.since, seed })
      : { mutations, how: "" };
    if (choice.how !== "") streams.out(`${choice.how}\n`);
    return choice.mutations.length === 0 ? 0 : run(choice.mutations, { jobs, minutes }, streams);
  });
}

async function run(
  mutations: Choice["mutations"],
  { jobs, minutes }: { readonly jobs: number; readonly minutes: number },
  { out, err }: Streams,
): Promise<number> {
  const copies = Array.from({ length: Math.min(jobs, mutations.length) }, () => new ProjectCopy(root));
  const removeAll = () => {
    for (const copy of copies) copy.remove();
  };
  const stops = { SIGINT: 130, SIGTERM: 143 } as const;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      removeAll();
      process.exit(stops[signal]);
    });
  }

  const start = performance.now();
  try {
    // Testing all at once is faster than before each fault, but may take longer than the time available.
    const tested = minutes === Infinity ? [...new Set(mutations.flatMap(({ tests }) => tests))] : [];
    if (tested.length > 0 && !(await copies[0]?.passes(tested, false))) {
      err("the tests fail without any fault\n");
      return 2;
    }
    const counts = await plant(mutations, copies, {
      isOver: () => performance.now() - start > minutes * 60_000,
      tested,
      say(outcome, { file, what }, why) {
        if (why !== undefined) err(`${why}\n`);
        out(`${outcome.padEnd(8)}  ${file.replace("src/", "").padEnd(40)}  ${what}\n`);
      },
    });
    out(`\n${inWords(counts, mutations.length)} (${((performance.now() - start) / 1000).toFixed(0)} s)\n`);
    return counts.killed + counts.slow + counts.left === mutations.length ? 0 : 1;
  } finally {
    removeAll();
  }
}

function inWords({ killed, survived, broken, gone, slow, left }: Counts, all: number): string {
  const outcomes = `${killed} of ${all} killed, ${survived} survived, ${broken} broken, ${gone} no longer apply`;
  return slow + left === 0 ? outcomes : `${outcomes}, ${slow + left} left out for want of time`;
}

function wholeNumber(name: string, text: string, least: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number < 2 ** 32) return number;
  throw new UsageError([`${name} ${text} is not a whole number from ${least}`]);
}

function minutesOf({ minutes, changed }: Options): number {
  if (minutes === undefined) return changed ? MINUTES : Infinity;
  const number = Number(minutes);
  if (number > 0) return number;
  throw new UsageError([`--minutes ${minutes} is not a number above 0`]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runAsProcess(mutateCommand);
