import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { bundled } from "./framework.js";
import { doneCode, GO, OUTDATED, PAGES_READY, STOP } from "./maker-words.js";
import { exitCode, start } from "./run.js";

/** Makes the pages in a process that stays from one edit to the next. */
export interface Maker {
  /** Begins the process, so that it is ready when it is first asked. */
  begin(): void;
  /** Makes everything, and gives the exit code. `onPages` is called when pages can be shown. One at a time. */
  make(onPages: () => void): Promise<number>;
  /** Leaves what is still to be made when pages are shown already. Before that it does nothing. */
  stop(): void;
}

/**
 * A maker whose process is begun anew when code has changed since it began, or when it has ended.
 *
 * @param begin starts such a process, with its input and output piped
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
        const asked = current();
        const code = await asked.make(() => {
          shown = true;
          onPages();
        });
        if (code !== OUTDATED) return code;
        asked.end();
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
  #heard: (line: string) => void = () => {};
  ended = false;

  constructor(child: ChildProcess) {
    this.#child = child;
    this.#exit = exitCode(child).finally(() => {
      this.ended = true;
    });
    // Nobody waits for it yet.
    this.#exit.catch(() => {});
    // It may have ended, and says so by its exit.
    child.stdin?.on("error", () => {});
    if (child.stdout !== null)
      createInterface({ input: child.stdout }).on("line", (line) => this.#heard(line));
  }

  /** @returns what it says that it is done with; the exit code, and never 0, where it ended without a word */
  make(onPages: () => void): Promise<number> {
    const said = new Promise<number>((resolve) => {
      this.#heard = (line) => {
        if (line === PAGES_READY) onPages();
        const code = doneCode(line);
        if (code !== null) resolve(code);
      };
    });
    this.#child.stdin?.write(`${GO}\n`);
    return Promise.race([said, this.#exit.then((code) => code || 1)]);
  }

  stop(): void {
    this.#child.stdin?.write(`${STOP}\n`);
  }

  end(): void {
    this.#child.stdin?.end();
  }
}
