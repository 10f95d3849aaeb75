import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { build } from "../data-loaders/tables/index.js";
import { codecheckText, outputs, projectOf } from "./codecheck/file.js";
import { codecheckFindings, OPEN } from "./codecheck/rules.js";
import { type CommandFunction, readFolder, runAsProcess, runProgram, UsageError } from "./command.js";
import { FIGURES } from "./site/figures.js";
import { writeWhole } from "./site/files.js";
import { RAW } from "./site/paths.js";

const FILE = "codecheck.yml";

const program = () =>
  new Command("codecheck")
    .description(
      `Writes ${FILE}, whose manifest lists what the build makes, and says which rules of CODECHECK it does not meet.`,
    )
    .option("--check", "writes nothing; the file has to be there")
    .option("--complete", "what is left to authors and codecheckers is an error too, as after a check");

interface Options {
  readonly check?: true;
  readonly complete?: true;
}

/** `npm run codecheck`. */
export const codecheckCommand: CommandFunction = (args, { out, err }) =>
  runProgram<Options>(program(), args, { out, err }, ({ check, complete }) => {
    const before = existsSync(FILE) ? readFileSync(FILE, "utf8") : null;
    if (check && before === null) throw new UsageError([`there is no ${FILE}; npm run codecheck writes it`]);
    const raw = readFolder(RAW);
    const now = codecheckText(
      before,
      outputs(".", build(raw).tables, FIGURES),
      projectOf(".", raw.publications),
    );
    if (!check) writeWhole(FILE, now);
    const built = existsSync("dist");
    const found = codecheckFindings(new TextEncoder().encode(check ? (before ?? "") : now), {
      file: FILE,
      // Before the first build none of its files is there, which is no fault of the list.
      has: (path) => (path.startsWith("dist/") && !built ? null : existsSync(join(".", path))),
    });
    for (const { rule, severity, by, line, column, message } of found)
      out(`${FILE}:${line}:${column}: ${severity} ${rule}: ${message} (${by})\n`);
    if (check && before !== now)
      out(`${FILE} is not what the build makes now; npm run codecheck writes it anew\n`);
    const broken = found.filter(
      ({ rule, severity, by }) => severity === "error" && (complete || (by === "author" && !OPEN.has(rule))),
    );
    const notBuilt = built ? "" : " The site is not built, so that its files were not looked for.";
    out(`${broken.length} rules broken; ${found.length - broken.length} open or advice.${notBuilt}\n`);
    return broken.length > 0 || (check && before !== now) ? 1 : 0;
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) await runAsProcess(codecheckCommand);
