import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { type CommandFunction, runAsProcess, runProgram } from "./command.js";
import { makeWorkspace } from "./new/make-workspace.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** `npm run new -- workspace DIR`. */
export const newCommand: CommandFunction = (args, streams) => {
  const program = new Command("new").description("Makes what another survey starts from.");
  let folder = "";
  program
    .command("workspace")
    .description("an empty workspace: all of the engine, no publication, no finding")
    .argument("<dir>", "a folder that is absent or empty")
    .action((dir: string) => {
      folder = dir;
    });
  return runProgram(program, args, streams, () => {
    makeWorkspace(ROOT, folder);
    streams.out(
      `An empty workspace is in ${folder}. Next: cd ${folder} && npm ci; then docs/another-survey.md adds a survey in ten minutes.\n`,
    );
    return 0;
  });
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await runAsProcess(newCommand);
