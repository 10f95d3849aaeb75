import type { ChildProcess } from "node:child_process";
import { utimes } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { watch } from "chokidar";
import { filesBelow } from "./files.js";
import { inputsHash, isFresh, isInput, readManifest, WATCHED } from "./inputs.js";
import { type Maker, maker } from "./makers.js";
import { seedPackages, seedVersionAnswers } from "./packages.js";
import { SOURCE } from "./paths.js";
import { readSite, warnOfConflicts } from "./read-site.js";
import { refresh } from "./refresh.js";
import { endChildrenOnExit, exitCode, FRAMEWORK, start } from "./run.js";
import { writeEarlySite } from "./site-file.js";

/** Debounce time after a file change, in milliseconds. */
const DEBOUNCE = 40;

/**
 * The live preview: Framework's server, with a rebuild whenever inputs change. Open pages then show new numbers; on
 * an error they keep the last good content and show the error. Before the first build, pages are served with text
 * only, with numbers from the lock.
 */
export async function preview(port: number): Promise<number> {
  endChildrenOnExit();
  if (!(await isFree(port))) {
    process.stderr.write(`Port ${port} is in use; choose another one: npm start -- --port ${port + 1}\n`);
    return 1;
  }
  seedVersionAnswers();
  let server: ChildProcess | null = null;
  const serve = () =>
    start([FRAMEWORK, "preview", "--host", "127.0.0.1", "--port", String(port), "--no-open"], {
      env: { SITE_MODE: "preview" },
      // It logs every request.
      stdout: "ignore",
    });
  let show = () => {};
  const pagesReady = new Promise<0>((resolve) => {
    show = () => resolve(0);
  });
  const pages = maker();
  const rebuild = rebuilder(pages, (made) => {
    if (made) show();
    if (server !== null) void touchPages();
  });
  const inputs = inputsHash();
  watchInputs(rebuild, inputs);
  if (!isFresh(inputs) && writeEarlySite()) {
    server = serve();
    await Promise.all([seedPackages(), isListening(port, server)]);
    say(`Ready: http://127.0.0.1:${port}/ has the text; figures follow.`);
    void rebuild().then(() => pages.begin());
  } else {
    const seeded = seedPackages();
    const code = await Promise.race([pagesReady, rebuild()]);
    if (code !== 0 && readManifest() === null) return code;
    await seeded;
    server = serve();
    pages.begin();
    await isListening(port, server);
    say(`Ready: http://127.0.0.1:${port}/`);
  }
  return exitCode(server);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

/** Waits until the server listens or has exited. */
async function isListening(port: number, server: ChildProcess): Promise<void> {
  while (server.exitCode === null && server.signalCode === null) {
    const socket = connect(port, "127.0.0.1");
    const connected = await new Promise((resolve) => {
      socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    });
    socket.destroy();
    if (connected) return;
    await wait(50);
  }
}

/**
 * Rebuilds. A call during a build cancels what remains, which would show old numbers, and rebuilds once more.
 *
 * @param onPages called when pages can be shown, and, with `made` false, when nothing was built: to show an error, or
 *   remove one
 * @returns the exit code of the last build
 */
function rebuilder(maker: Maker, onPages: (made: boolean) => void): () => Promise<number> {
  let running: Promise<number> | null = null;
  let again = false;
  const run = async () => {
    let code = 0;
    do {
      again = false;
      let made = false;
      code = await refresh({
        maker,
        onPages: () => {
          warnOfConflicts(readSite());
          made = true;
          onPages(true);
          if (again) maker.stop();
        },
      });
      if (!made) onPages(false);
      if (code !== 0 && !again && readManifest() !== null)
        process.stderr.write("Pages keep their last good numbers.\n");
    } while (again);
    running = null;
    return code;
  };
  return () => {
    if (running !== null) {
      again = true;
      maker.stop();
    }
    running ??= run();
    return running;
  };
}

/**
 * @param inputs hash of the inputs at the start: detects changes saved before all files are watched
 */
function watchInputs(rebuild: () => Promise<number>, inputs: string): void {
  let timer: NodeJS.Timeout | undefined;
  watch([...WATCHED], { ignoreInitial: true })
    .on("all", (_event, path) => {
      if (!isInput(path)) return;
      clearTimeout(timer);
      timer = setTimeout(rebuild, DEBOUNCE);
    })
    .once("ready", () => {
      if (inputsHash() !== inputs) void rebuild();
    });
}

/** Makes Framework parse its pages again and send changes to open ones. */
async function touchPages(): Promise<void> {
  const now = new Date();
  const pages = filesBelow(SOURCE, (path) => path.includes("/.")).filter((path) => path.endsWith(".md"));
  await Promise.all(pages.map((page) => utimes(page, now, now)));
}
