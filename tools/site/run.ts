import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";

const children = new Set<ChildProcess>();

/** Exit code while this process is exiting; otherwise null. */
let ending: number | null = null;

/** Starts a Node program in its own process group, which is killed with this process. */
export function start(
  args: readonly string[],
  {
    env = {},
    stdin = "ignore",
    stdout = "inherit",
    stderr = "inherit",
  }: {
    env?: Record<string, string>;
    stdin?: "ignore" | "pipe";
    stdout?: "inherit" | "pipe" | "ignore";
    stderr?: "inherit" | "pipe";
  } = {},
): ChildProcess {
  const child = spawn(process.execPath, [...args], {
    env: { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true", ...env },
    stdio: [stdin, stdout, stderr],
    detached: true,
  });
  children.add(child);
  child.once("exit", () => children.delete(child));
  return child;
}

/** A child's exit code; being killed by a signal counts as failure. While this process is exiting, its own code. */
export function exitCode(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(ending ?? code ?? 1));
  });
}

/** Kills a child's process group. */
export function endChild({ pid }: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // Already exited.
  }
}

/** Kills all child process groups however this process exits, and exits when npm, its parent, has. */
export function endChildrenOnExit(): void {
  process.on("exit", () => {
    for (const child of children) endChild(child, "SIGKILL");
  });
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const) {
    process.on(signal, () => void endAll(code));
  }
  // A signal to npm kills npm and its shell, but is not forwarded to this process.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return;
  setInterval(() => {
    if (process.ppid !== parent) void endAll(143);
  }, 250).unref();
}

/** Grace period for children, in milliseconds. */
const GRACE = 1500;

/** Exits once all children have, so that their port is free. */
async function endAll(code: number): Promise<void> {
  ending = code;
  const ended = [...children].map((child) => new Promise((resolve) => child.once("exit", resolve)));
  for (const child of children) endChild(child);
  await Promise.race([Promise.all(ended), wait(GRACE)]);
  process.exit(code);
}

/** Script that runs Observable Framework. */
export const FRAMEWORK = "tools/site/framework-process.js";

/** Node arguments that run one of our commands from a bundle, which starts twice as fast as a thousand modules. */
export function bundled(command: string): string[] {
  // Short-lived objects of the solver would otherwise be moved to the old ones, which costs a tenth of the time.
  return ["--max-semi-space-size=64", "tools/bundled.js", command];
}
