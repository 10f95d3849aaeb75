import { fileURLToPath } from "node:url";
import { Argument, Command } from "commander";
import { type CommandFunction, runAsProcess, runProgram } from "./command.js";
import { makeWorkspace } from "./new/make-workspace.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** `npm run new -- workspace DIR`. */
export const newCommand: CommandFunction = (args, streams) => {
  const program = new Command("new")
    .description(
      "Makes an empty workspace for another survey: all of the engine, no publication, no finding.",
    )
    .addArgument(new Argument("<what>", "what is made").choices(["workspace"]))
    .argument("<dir>", "a folder that is absent or empty");
  return runProgram(program, args, streams, () => {
    const [, folder = ""] = program.args;
    makeWorkspace(ROOT, folder);
    streams.out(
      `An empty workspace is in ${folder}. Next: cd ${folder} && npm ci; then docs/another-survey.md adds a survey in ten minutes.\n`,
    );
    return 0;
  });
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await runAsProcess(newCommand);
