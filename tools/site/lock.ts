import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { GENERATED } from "./paths.js";

/** Runs `work` under a named lock, exclusive among processes in this folder. A lock of a dead process is taken over. */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const lock = join(GENERATED, `${name}.lock`);
  mkdirSync(GENERATED, { recursive: true });
  while (!acquire(lock)) await wait(100);
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function acquire(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    if (!isHolderAlive(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function isHolderAlive(lock: string): boolean {
  try {
    const pid = Number(readFileSync(lock, "utf8"));
    if (pid === 0) return true;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM means that the process is alive, under another user; a missing lock is free.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
