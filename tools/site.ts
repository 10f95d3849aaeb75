import { Command, InvalidArgumentError } from "commander";
import { currentSite } from "./site/built.js";
import { withLock } from "./site/lock.js";
import { warnOfConflicts } from "./site/read-site.js";
import { endChildrenOnExit } from "./site/run.js";

function port(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 65535) {
    throw new InvalidArgumentError("expected a port from 1 to 65535.");
  }
  return number;
}

/**
 * Builds the static site into a folder, unless it is up to date.
 *
 * @returns the exit code: 2 for an error in the raw files or the interviews, 1 for any other
 */
async function buildSite(output: string): Promise<number> {
  endChildrenOnExit();
  return withLock("build", async () => {
    const current = currentSite(output);
    if (current === null) return (await import("./site/write-site.js")).writeSite(output);
    warnOfConflicts(current);
    process.stdout.write(`The site in ${output} is current: nothing has changed since it was built.\n`);
    return 0;
  });
}

const program = new Command("site")
  .description("The live preview and the static site.")
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : 2);
  });
program
  .command("preview", { isDefault: true })
  .description("open the workspace on 127.0.0.1")
  .option("--port <number>", "port; the PORT of the environment, or 3000", port)
  .action(async (options: { port?: number }) => {
    // Imported lazily: a build mostly has nothing to do.
    const { preview } = await import("./site/preview.js");
    process.exit(await preview(options.port ?? port(process.env.PORT ?? "3000")));
  });
program
  .command("build")
  .description("write the static site")
  .option(
    "--output <folder>",
    "where to; SITE_OUT of the environment, or dist",
    process.env.SITE_OUT ?? "dist",
  )
  .action(async (options: { output: string }) => {
    process.exit(await buildSite(options.output));
  });
await program.parseAsync();
