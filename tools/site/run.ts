import { type ChildProcess, spawn } from "node:child_process";

const children = new Set<ChildProcess>();

/** Starts a program of Node in a process group of its own, which ends with this process. */
export function start(
  args: readonly string[],
  {
    env = {},
    stdin = "ignore",
    stdout = "inherit",
  }: { env?: Record<string, string>; stdin?: "ignore" | "pipe"; stdout?: "inherit" | "pipe" } = {},
): ChildProcess {
  const child = spawn(process.execPath, [...args], {
    env: { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true", ...env },
    stdio: [stdin, stdout, "inherit"],
    detached: true,
  });
  children.add(child);
  child.once("exit", () => children.delete(child));
  return child;
}

/** The exit code of a child; one that a signal ended counts as failed. */
export function exitCode(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}

/** Ends every child and what it started, however this process ends, and this process when npm, which ran it, has ended. */
export function endChildrenOnExit(): void {
  const end = () => {
    for (const { pid } of children) {
      try {
        if (pid !== undefined) process.kill(-pid, "SIGTERM");
      } catch {
        // It ended by itself.
      }
    }
  };
  process.on("exit", end);
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const) {
    process.on(signal, () => process.exit(code));
  }
  // A signal sent to npm ends npm and its shell, and is not passed on to what the shell runs.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(143);
  }, 250).unref();
}
