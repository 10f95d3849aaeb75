import { createInterface } from "node:readline";
import { setImmediate as turn, setTimeout as wait } from "node:timers/promises";
import { codeHash } from "./inputs.js";
import { done, GO, OUTDATED, PAGES_READY, STOP } from "./maker-protocol.js";

/** Time for open pages to refresh before other work starts, in milliseconds. */
const REFRESH_DELAY = 1000;

/** Warm-up builds before the first request: code is several times faster after a few runs. */
const WARM_UP_RUNS = 2;

/**
 * A long-lived build process: builds on request, and is fast thanks to caches. After a code change it builds nothing.
 */
async function serve(): Promise<void> {
  const code = codeHash();
  let isRequested = false;
  let current: AbortController | null = null;
  let work: Promise<void> = Promise.resolve();
  let onStep = (step: string) => void process.stderr.write(`${step}\n`);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const lines = createInterface({ input: process.stdin });
  const make = async (signal: AbortSignal) => {
    const { generate } = await import("./make.js");
    if (codeHash() !== code) say(done(OUTDATED));
    else say(done(await generate({ pause: REFRESH_DELAY, onPages: () => say(PAGES_READY), onStep, signal })));
    // Later runs are fast and need no progress.
    onStep = () => {};
  };
  lines.on("line", (line) => {
    if (line === STOP) current?.abort();
    if (line !== GO) return;
    isRequested = true;
    const controller = new AbortController();
    work = work.then(() => {
      current = controller;
      return make(controller.signal);
    });
  });
  // The parent has exited.
  lines.once("close", () => process.exit());

  const { warmUp } = await import("./make.js");
  await wait(REFRESH_DELAY);
  for (let i = 0; i < WARM_UP_RUNS && !isRequested; i++) {
    await warmUp();
    await turn();
  }
}

await serve();
