import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { doneCode, GO, OUTDATED, PAGES_READY, STOP } from "./maker-protocol.js";
import { bundled, exitCode, start } from "./run.js";

/** Builds pages in a long-lived process. */
export interface Maker {
  /** Starts the process ahead of the first request. */
  begin(): void;
  /** Builds everything and returns the exit code. `onPages` is called when pages can be shown. One call at a time. */
  make(onPages: () => void): Promise<number>;
  /** Aborts what remains once pages are shown; no effect before. */
  stop(): void;
}

/**
 * A maker that restarts its process after a code change or an exit.
 *
 * @param begin starts the process, with piped stdin and stdout
 */
export function maker(begin: () => ChildProcess = beginMaker): Maker {
  let worker: Worker | null = null;
  let shown = false;
  const current = () => {
    if (worker === null || worker.ended) worker = new Worker(begin());
    return worker;
  };
  return {
    begin() {
      current();
    },
    async make(onPages) {
      shown = false;
      for (;;) {
        const running = current();
        const code = await running.make(() => {
          shown = true;
          onPages();
        });
        if (code !== OUTDATED) return code;
        running.end();
        worker = null;
      }
    },
    stop() {
      if (shown) worker?.stop();
    },
  };
}

function beginMaker(): ChildProcess {
  return start(bundled("tools/site/maker.ts"), { stdin: "pipe", stdout: "pipe" });
}

class Worker {
  readonly #child: ChildProcess;
  readonly #exit: Promise<number>;
  #onLine: (line: string) => void = () => {};
  ended = false;

  constructor(child: ChildProcess) {
    this.#child = child;
    this.#exit = exitCode(child).finally(() => {
      this.ended = true;
    });
    // No one awaits it yet.
    this.#exit.catch(() => {});
    // The process may have exited, which its exit reports.
    child.stdin?.on("error", () => {});
    if (child.stdout !== null)
      createInterface({ input: child.stdout }).on("line", (line) => this.#onLine(line));
  }

  /**
   * @returns the code of its `done` message; or its exit code, never 0, if it exited without one
   */
  make(onPages: () => void): Promise<number> {
    const done = new Promise<number>((resolve) => {
      this.#onLine = (line) => {
        if (line === PAGES_READY) onPages();
        const code = doneCode(line);
        if (code !== null) resolve(code);
      };
    });
    this.#child.stdin?.write(`${GO}\n`);
    return Promise.race([done, this.#exit.then((code) => code || 1)]);
  }

  stop(): void {
    this.#child.stdin?.write(`${STOP}\n`);
  }

  end(): void {
    this.#child.stdin?.end();
  }
}
