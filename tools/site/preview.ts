import type { ChildProcess } from "node:child_process";
import { utimes } from "node:fs/promises";
import { watch } from "chokidar";
import { filesBelow } from "./files.js";
import { FRAMEWORK } from "./framework.js";
import { isInput, readManifest, WATCHED } from "./inputs.js";
import { SOURCE } from "./paths.js";
import { refresh } from "./refresh.js";
import { endChild, endChildrenOnExit, exitCode, start } from "./run.js";
import { OUTDATED } from "./standby.js";
import { seedVersionAnswers } from "./version-answers.js";

/** How long files must rest after a change before it is acted upon, in milliseconds. */
const REST = 40;

/** How long an open page takes to show itself, in milliseconds: until then nothing else is begun. */
const SHOWING = 1000;

/**
 * The live preview: Framework's server, with tables, results and figures made anew whenever their inputs change. An open
 * page then shows the new numbers; an error leaves the last good page and is shown on it.
 */
export async function preview(port: number): Promise<number> {
  endChildrenOnExit();
  seedVersionAnswers();
  const code = await refresh();
  if (code !== 0 && readManifest() === null) return code;
  const server = start([FRAMEWORK, "preview", "--host", "127.0.0.1", "--port", String(port), "--no-open"], {
    env: { SITE_MODE: "preview" },
  });
  watchInputs();
  return exitCode(server);
}

function watchInputs(): void {
  const standby = standbys();
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;
  let shown = false;
  const run = async () => {
    if (running) {
      again = true;
      // What is left to make, downloads and pictures, would be of yesterday's numbers.
      if (shown) standby.end();
      return;
    }
    running = true;
    do {
      again = false;
      shown = false;
      const code = await refresh({
        onPages: () => {
          shown = true;
          void touchPages();
          setTimeout(standby.prepare, SHOWING);
          if (again) standby.end();
        },
        standby: standby.take,
      });
      // Nothing was made: either an error is to be shown, or one is to be taken away.
      if (!shown) await touchPages();
      if (code !== 0 && !again) process.stderr.write("Pages keep their last good numbers.\n");
    } while (again);
    running = false;
  };
  watch([...WATCHED], { ignoreInitial: true }).on("all", (_event, path) => {
    if (!isInput(path)) return;
    clearTimeout(timer);
    timer = setTimeout(run, REST);
  });
}

/** Processes that have loaded everything and wait: one ahead, so that the next change need not wait for it. */
function standbys() {
  const begin = () => start(["--import", "tsx", "tools/site/standby.ts"], { stdin: "pipe", stdout: "pipe" });
  let waiting: ChildProcess | null = begin();
  let making: ChildProcess | null = null;
  const alive = (child: ChildProcess | null) =>
    child !== null && child.exitCode === null && child.signalCode === null;
  return {
    /** Sets the waiting process to work. */
    take(): ChildProcess {
      const maker = waiting !== null && alive(waiting) ? waiting : begin();
      waiting = null;
      making = maker;
      maker.stdin?.write("go\n");
      // Not before it is done, nor where another now does its work: the two would share the processors while a reader waits.
      maker.once("exit", (code) => {
        if (code !== OUTDATED) waiting ??= begin();
      });
      return maker;
    },
    /** Starts the next process that will wait. */
    prepare(): void {
      waiting ??= begin();
    },
    /** Ends the process at work. */
    end(): void {
      if (making !== null && alive(making)) endChild(making);
    },
  };
}

/** Makes Framework read its pages again and send open ones what changed. */
async function touchPages(): Promise<void> {
  const now = new Date();
  const pages = filesBelow(SOURCE, (path) => path.includes("/.")).filter((path) => path.endsWith(".md"));
  await Promise.all(pages.map((page) => utimes(page, now, now)));
}
