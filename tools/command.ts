import { type Command, CommanderError } from "commander";
import { InputError, type Raw, readRaw } from "../data-loaders/read/index.js";

/** Output streams of a command. Tests collect them. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/**
 * A command: takes arguments, without those of Node, and output streams.
 *
 * @returns the exit code
 */
export type CommandFunction = (args: readonly string[], streams: Streams) => Promise<number>;

/** Runs a command as this process. */
export async function runAsProcess(command: CommandFunction): Promise<void> {
  endQuietlyOnClosedPipe();
  process.exitCode = await command(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
}

/**
 * Parses arguments and runs a command. Usage and input errors are printed to `err`.
 *
 * @returns the exit code: what `work` returns; 0 after `--help`; 2 for wrong options or input
 * @throws any other error
 */
export async function runProgram<Options extends object>(
  program: Command,
  args: readonly string[],
  { out, err }: Streams,
  work: (options: Options) => number | Promise<number>,
): Promise<number> {
  try {
    program.configureOutput({ writeOut: out, writeErr: err }).exitOverride();
    program.parse(args, { from: "user" });
    return await work(program.opts<Options>());
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof InputError || error instanceof UsageError)) throw error;
    err(`${error.message}\n`);
    return 2;
  }
}

/** Exits quietly when the reader of the output stops reading, like `head`. */
export function endQuietlyOnClosedPipe(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
}

/** Usage errors, one per line. */
export class UsageError extends Error {
  override readonly name = "UsageError";

  constructor(readonly faults: readonly string[]) {
    super(faults.join("\n"));
  }
}

/**
 * Prints a usage or input error, and sets exit code 2.
 *
 * @param others errors of the command that are as much the user's as those of input and options
 * @throws any other error as it is
 */
export function printError(error: unknown, ...others: readonly (abstract new (...args: never) => Error)[]) {
  const known = [InputError, UsageError, ...others].some((kind) => error instanceof kind);
  if (!known) throw error;
  console.error((error as Error).message);
  process.exitCode = 2;
}

/**
 * Reads the raw files.
 *
 * @throws InputError if a file is wrong
 * @throws UsageError if the folder cannot be read
 */
export function readFolder(folder: string): Raw {
  try {
    return readRaw(folder);
  } catch (error) {
    const absent =
      error instanceof Error && "code" in error && /^(?:ENOENT|ENOTDIR)$/.test(String(error.code));
    throw absent ? new UsageError([`${folder} is not a folder that can be read`]) : error;
  }
}

/** Reads the raw files; on error prints it, sets exit code 2 and returns null. */
export function readOrFail(folder: string): Raw | null {
  try {
    return readFolder(folder);
  } catch (error) {
    printError(error);
    return null;
  }
}
