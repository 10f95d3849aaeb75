// Builds everything in a fresh process, without modules of an earlier run.
import { generate } from "./make.js";
import { PAGES_READY } from "./maker-protocol.js";

process.exitCode = await generate({
  onPages: () => process.stdout.write(`${PAGES_READY}\n`),
  onStep: (step) => process.stderr.write(`${step}\n`),
});
