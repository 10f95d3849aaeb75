import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { boundProblem } from "../src/bounds/index.js";
import { readProblem } from "./bound/read-problem.js";
import { boundText } from "./bound/text.js";
import { type CommandFunction, runAsProcess, runProgram } from "./command.js";

const program = () =>
  new Command("bound")
    .description(
      "The lowest and highest values that numbers not printed can have, given what is printed and said.",
    )
    .argument("<file>", "the problem, as JSON")
    .option("--json", "one JSON object");

/** `npm run bound`. */
export const boundCommand: CommandFunction = (args, streams) =>
  runProgram<{ json?: true }>(program(), args, streams, ({ json }, [file = ""]) => {
    const { problem, located } = readProblem(file);
    try {
      const result = boundProblem(problem);
      streams.out(json ? `${JSON.stringify(result, null, 2)}\n` : boundText(result));
      return 0;
    } catch (error) {
      throw error instanceof RangeError ? located(error) : error;
    }
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) await runAsProcess(boundCommand);
