import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { build } from "../data-loaders/tables/index.js";
import { codecheckText, outputs, projectOf } from "./codecheck/file.js";
import { codecheckFindings, OPEN } from "./codecheck/rules.js";
import { endQuietlyOnClosedPipe, readOrFail } from "./command.js";
import { FIGURES } from "./site/figures.js";
import { writeWhole } from "./site/files.js";
import { RAW } from "./site/paths.js";

const FILE = "codecheck.yml";

const program = new Command("codecheck")
  .description(
    `Writes ${FILE}, whose manifest lists what the build makes, and says which rules of CODECHECK it does not meet.`,
  )
  .option("--check", "writes nothing; the file has to be there")
  .option("--complete", "what is left to authors and codecheckers is an error too, as after a check")
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

endQuietlyOnClosedPipe();
const { check, complete } = program.parse().opts<{ check?: true; complete?: true }>();
const before = existsSync(FILE) ? readFileSync(FILE, "utf8") : null;
const raw = readOrFail(RAW);
if (check && before === null) {
  console.error(`there is no ${FILE}; npm run codecheck writes it`);
  process.exitCode = 2;
} else if (raw !== null) {
  const now = codecheckText(
    before,
    outputs(".", build(raw).tables, FIGURES),
    projectOf(".", raw.publications),
  );
  if (!check) writeWhole(FILE, now);
  const built = existsSync("dist");
  const found = codecheckFindings(new TextEncoder().encode(check ? (before ?? "") : now), {
    file: FILE,
    // Before the first build none of its files exists, which is no error of the list.
    has: (path) => (path.startsWith("dist/") && !built ? null : existsSync(join(".", path))),
  });
  for (const { rule, severity, by, line, column, message } of found)
    console.log(`${FILE}:${line}:${column}: ${severity} ${rule}: ${message} (${by})`);
  if (check && before !== now)
    console.log(`${FILE} is not what the build makes now; npm run codecheck writes it anew`);
  const broken = found.filter(
    ({ rule, severity, by }) => severity === "error" && (complete || (by === "author" && !OPEN.has(rule))),
  );
  console.log(
    `${broken.length} rules broken; ${found.length - broken.length} open or advice. ${built ? "" : "The site is not built, so that its files were not looked for."}`.trim(),
  );
  if (broken.length > 0 || (check && before !== now)) process.exitCode = 1;
}
