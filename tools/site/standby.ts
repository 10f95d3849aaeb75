import { codeHash } from "./inputs.js";

/** The exit code of a process that waited while code changed: what it has loaded is old. */
export const OUTDATED = 75;

/**
 * A process that has loaded everything, and waits to be told to make the pages from raw files that have changed. Where code
 * has changed since it began, it makes nothing.
 */
export async function standBy(): Promise<void> {
  const code = codeHash();
  const { generate, rehearse } = await import("./make.js");
  // The third time takes a fifth of the first.
  for (let i = 0; i < 3; i++) rehearse();
  process.stdin.once("data", () => {
    process.stdin.destroy();
    if (codeHash() === code) void generate({ pause: 600 });
    else process.exitCode = OUTDATED;
  });
  // Whoever started it has ended.
  process.stdin.once("end", () => process.exit());
}

if (process.argv[1]?.endsWith("standby.ts")) await standBy();
