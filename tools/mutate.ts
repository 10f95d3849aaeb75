import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { MUTATIONS } from "./mutate/mutations.js";
import type { Outcome } from "./mutate/outcome.js";
import { ProjectCopy } from "./mutate/project-copy.js";

const program = new Command("mutate")
  .description("Plants known faults in copies of the project, one at a time, and sees a test fail with each.")
  .argument("[part]", "only faults whose file or description holds this text", "")
  .option(
    "--jobs <number>",
    "copies of the project that are tested at once",
    String(Math.min(2, availableParallelism())),
  )
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

program.parse();
const part: string = program.processedArgs[0];
const jobs = Number(program.opts<{ jobs: string }>().jobs);
const chosen = MUTATIONS.filter(({ file, what }) => `${file} ${what}`.includes(part));
if (!(Number.isInteger(jobs) && jobs > 0) || chosen.length === 0) {
  console.error(chosen.length === 0 ? `no fault holds "${part}"` : `--jobs ${jobs} is no number of copies`);
  process.exit(2);
}

const root = fileURLToPath(new URL("..", import.meta.url));
const copies = Array.from({ length: jobs }, () => new ProjectCopy(root));
const removeAll = () => {
  for (const copy of copies) copy.remove();
};
process.once("SIGINT", () => {
  removeAll();
  process.exit(130);
});
process.once("SIGTERM", () => {
  removeAll();
  process.exit(143);
});

const start = performance.now();
const counts: Record<Outcome | "gone", number> = { killed: 0, survived: 0, broken: 0, gone: 0 };
try {
  // Without a fault every test must pass, or a failure says nothing.
  const tests = [...new Set(chosen.flatMap((mutation) => mutation.tests))];
  if ((await copies[0]?.test(tests)) !== "survived") {
    console.error("the tests fail without any fault");
    process.exitCode = 2;
  } else {
    const queue = [...chosen];
    await Promise.all(copies.map((copy) => work(copy, queue)));
    const { killed, survived, broken, gone } = counts;
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    console.log(
      `\n${killed} of ${chosen.length} killed, ${survived} survived, ${broken} broken, ${gone} no longer apply (${seconds} s)`,
    );
    process.exitCode = killed === chosen.length ? 0 : 1;
  }
} finally {
  removeAll();
}

async function work(copy: ProjectCopy, queue: (typeof chosen)[number][]): Promise<void> {
  for (let mutation = queue.shift(); mutation !== undefined; mutation = queue.shift()) {
    let outcome: Outcome | "gone";
    try {
      outcome = await copy.outcomeOf(mutation);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      outcome = "gone";
    }
    counts[outcome] += 1;
    console.log(`${outcome.padEnd(8)}  ${mutation.file.replace("src/", "").padEnd(40)}  ${mutation.what}`);
  }
}
