import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";

const children = new Set<ChildProcess>();

/** The code with which this process is ending; null while it is not. */
let ending: number | null = null;

/** Starts a program of Node in a process group of its own, which ends with this process. */
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

/** The exit code of a child; one that a signal ended counts as failed. Once this process is ending, its own code. */
export function exitCode(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(ending ?? code ?? 1));
  });
}

/** Ends a child and what it started. */
export function endChild({ pid }: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // It ended by itself.
  }
}

/** Ends every child and what it started, however this process ends, and this process when npm, which ran it, has ended. */
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
  // A signal sent to npm ends npm and its shell, and is not passed on to what the shell runs.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return;
  setInterval(() => {
    if (process.ppid !== parent) void endAll(143);
  }, 250).unref();
}

/** How long children have to end by themselves, in milliseconds. */
const GRACE = 1500;

/** Ends this process once its children have ended, so that their port is free when it is gone. */
async function endAll(code: number): Promise<void> {
  ending = code;
  const ended = [...children].map((child) => new Promise((resolve) => child.once("exit", resolve)));
  for (const child of children) endChild(child);
  await Promise.race([Promise.all(ended), wait(GRACE)]);
  process.exit(code);
}
