// Makes everything in a process that starts fresh, so that no module of an earlier run is left in it.
import { generate } from "./make.js";
import { PAGES_READY } from "./maker-words.js";

process.exitCode = await generate({
  onPages: () => process.stdout.write(`${PAGES_READY}\n`),
  onStep: (step) => process.stderr.write(`${step}\n`),
});
