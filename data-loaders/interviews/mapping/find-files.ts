import { readdirSync } from "node:fs";
import { InputError, type Problem } from "../../read/problem.js";

/** A survey's file of interviews, with its mapping file if there is one. */
export interface MicrodataFile {
  readonly survey: string;
  readonly data: string;
  readonly mapping: string | null;
}

/** Settings of disclosure control, beside the interviews. */
export const RULES_FILE = "disclosure.json";

/** Whether a file is or should be interviews, by its name. */
export const isOfInterviews = (name: string): boolean =>
  !name.startsWith(".") && name !== "README.md" && name !== RULES_FILE;

const NAME = /^(?<survey>[^.]+)\.(?:(?<data>csv|parquet|arrow|feather)|mapping\.json)$/;

/**
 * The files of interviews in a folder, `SURVEY.csv`, `.parquet`, `.arrow` or `.feather`, each with
 * `SURVEY.mapping.json` if present, in the order of the surveys. The README, the settings of disclosure control and
 * hidden files are skipped.
 *
 * @param surveys the ids of the codebooks
 * @throws InputError for each file of another name, second file of a survey, and mapping file without interviews
 */
export function microdataFiles(folder: string, surveys: readonly string[]): MicrodataFile[] {
  const problems: Problem[] = [];
  const add = (name: string, message: string, expected: string) =>
    problems.push({ file: `${folder}/${name}`, line: 1, column: 1, message, expected });
  const data = new Map<string, string>();
  const mappings = new Map<string, string>();
  for (const name of namesIn(folder).toSorted()) {
    if (!isOfInterviews(name)) continue;
    const { survey = "", data: kind } = NAME.exec(name)?.groups ?? {};
    if (survey === "") {
      const expected = `SURVEY.csv, .parquet, .arrow or .feather, SURVEY.mapping.json, or ${RULES_FILE}`;
      add(name, "the file has another name than files here have", expected);
    } else if (!surveys.includes(survey)) {
      add(name, `there is no survey "${survey}"`, `one of ${surveys.join(", ")}`);
    } else if (kind === undefined) mappings.set(survey, name);
    else if (data.has(survey))
      add(name, `there is ${data.get(survey)} already`, "one file of interviews for a survey");
    else data.set(survey, name);
  }
  for (const [survey, name] of mappings)
    if (!data.has(survey)) add(name, "there are no interviews for it", `${survey}.csv, or another kind`);
  if (problems.length > 0) throw new InputError(problems);
  const pathOf = (name: string) => `${folder}/${name}`;
  return surveys.flatMap((survey): MicrodataFile[] => {
    const name = data.get(survey);
    const mapping = mappings.get(survey);
    if (name === undefined) return [];
    return [{ survey, data: pathOf(name), mapping: mapping === undefined ? null : pathOf(mapping) }];
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    const problem = { file: folder, line: 1, column: 1, message: "this is no folder that can be read" };
    throw new InputError([{ ...problem, expected: "a folder of files of interviews" }]);
  }
}
