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
 * Parses the arguments of a command and runs it. Wrong options, and errors of input, are printed to `err`.
 * @param work the command itself; `operands` are its arguments that are no options
 * @returns the exit code: what `work` returns; 0 after `--help`; 2 for wrong options or input
 * @throws any other error
 */
export async function runProgram<Options extends object>(
  program: Command,
  args: readonly string[],
  { out, err }: Streams,
  work: (options: Options, operands: readonly string[]) => number | Promise<number>,
): Promise<number> {
  try {
    program.configureOutput({ writeOut: out, writeErr: err }).exitOverride();
    program.parse(args, { from: "user" });
    return await work(program.opts<Options>(), program.args);
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
 * The raw files.
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
