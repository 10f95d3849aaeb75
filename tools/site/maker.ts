import { createInterface } from "node:readline";
import { setImmediate as turn, setTimeout as wait } from "node:timers/promises";
import { codeHash } from "./inputs.js";
import { done, GO, OUTDATED, PAGES_READY, STOP } from "./maker-words.js";

/** How long an open page takes to show itself, in milliseconds: until then nothing else is begun. */
const SHOWING = 1000;

/** How often it makes everything before it is first asked: code that has run a few times is several times as quick. */
const REHEARSALS = 2;

/**
 * A process that stays: it makes the pages each time that it is told to, and is quick since it keeps what an edit left as it
 * was. Where code has changed since it began, it makes nothing.
 */
async function serve(): Promise<void> {
  const code = codeHash();
  let asked = false;
  let current: AbortController | null = null;
  let work: Promise<void> = Promise.resolve();
  let onStep = (step: string) => void process.stderr.write(`${step}\n`);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const lines = createInterface({ input: process.stdin });
  const make = async (signal: AbortSignal) => {
    const { generate } = await import("./make.js");
    if (codeHash() !== code) say(done(OUTDATED));
    else say(done(await generate({ pause: SHOWING, onPages: () => say(PAGES_READY), onStep, signal })));
    // Later runs are quick.
    onStep = () => {};
  };
  lines.on("line", (line) => {
    if (line === STOP) current?.abort();
    if (line !== GO) return;
    asked = true;
    const controller = new AbortController();
    work = work.then(() => {
      current = controller;
      return make(controller.signal);
    });
  });
  // Whoever started it has ended.
  lines.once("close", () => process.exit());

  const { rehearse } = await import("./make.js");
  await wait(SHOWING);
  for (let i = 0; i < REHEARSALS && !asked; i++) {
    await rehearse();
    await turn();
  }
}

await serve();
