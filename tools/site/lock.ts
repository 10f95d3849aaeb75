import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { GENERATED } from "./paths.js";

const LOCK = join(GENERATED, "lock");

/**
 * Runs `work` while no other preview or build of this folder writes the shared files. A lock whose process has ended is
 * taken over.
 */
export async function locked<T>(work: () => Promise<T>): Promise<T> {
  mkdirSync(GENERATED, { recursive: true });
  while (!take()) await wait(100);
  try {
    return await work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

function take(): boolean {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    if (!holderLives()) rmSync(LOCK, { force: true });
    return false;
  }
}

function holderLives(): boolean {
  try {
    const pid = Number(readFileSync(LOCK, "utf8"));
    if (pid === 0) return true;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user lives; a lock that is gone is free to be taken.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
