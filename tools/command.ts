import { InputError, type Raw, readRaw } from "../data-loaders/read/index.js";

/** Ends a command in peace when whoever reads its output stops reading, as `head` does. */
export function endQuietlyOnClosedPipe(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
}

/** What is wrong with options, one line each. */
export class UsageError extends Error {
  override readonly name = "UsageError";

  constructor(readonly faults: readonly string[]) {
    super(faults.join("\n"));
  }
}

/**
 * Says what is wrong with what a command was given, and sets exit code 2.
 * @param others errors of the command that are as much the user's as those of input and options
 * @throws any other error as it is
 */
export function sayFault(error: unknown, ...others: readonly (abstract new (...args: never) => Error)[]) {
  const known = [InputError, UsageError, ...others].some((kind) => error instanceof kind);
  if (!known) throw error;
  console.error((error as Error).message);
  process.exitCode = 2;
}

/** The raw files; null, with what is wrong said and exit code 2 set, when they cannot be read. */
export function readOrFail(folder: string): Raw | null {
  try {
    return readRaw(folder);
  } catch (error) {
    const absent =
      error instanceof Error && "code" in error && /^(?:ENOENT|ENOTDIR)$/.test(String(error.code));
    if (!(error instanceof InputError || absent)) throw error;
    console.error(error instanceof InputError ? error.message : `${folder} is not a folder that can be read`);
    process.exitCode = 2;
    return null;
  }
}
