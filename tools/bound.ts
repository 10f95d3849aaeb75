import { Command } from "commander";
import { boundProblem } from "../src/bounds/index.js";
import { readProblem } from "./bound/read-problem.js";
import { boundText } from "./bound/text.js";
import { endQuietlyOnClosedPipe, printError } from "./command.js";

const program = new Command("bound")
  .description(
    "The lowest and highest values that numbers not printed can have, given what is printed and said.",
  )
  .argument("<file>", "the problem, as JSON")
  .option("--json", "one JSON object")
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

endQuietlyOnClosedPipe();

program.parse();
const [file = ""] = program.args;
try {
  const { problem, located } = readProblem(file);
  try {
    const result = boundProblem(problem);
    process.stdout.write(
      program.opts<{ json?: true }>().json ? `${JSON.stringify(result, null, 2)}\n` : boundText(result),
    );
  } catch (error) {
    throw error instanceof RangeError ? located(error) : error;
  }
} catch (error) {
  printError(error);
}
