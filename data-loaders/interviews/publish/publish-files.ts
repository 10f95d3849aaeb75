import { CODEBOOKS } from "../../codebooks/index.js";
import { collectProblems, InputError, type Problem, type Raw } from "../../read/index.js";
import { fromInterviews } from "../beside-printed/from-interviews.js";
import { DisclosureError } from "../disclosure/index.js";
import { microdataFiles, readMicrodata } from "../mapping/index.js";
import type { KeptPublications } from "./kept.js";
import { hashOf, type Publication } from "./kept.js";
import { type KeptPublication, publishSurvey } from "./publish-survey.js";
import type { PublishedSurvey } from "./published-survey.js";
import { readRules } from "./read-rules.js";

/** Cache: the last result of each survey's file. */
const made = new Map<
  string,
  { readonly key: string; readonly published: PublishedSurvey; readonly kept: KeptPublication }
>();

/** Publishes each file of a folder; collects the errors of all files. */
export async function publishFiles(raw: Raw, folder: string, known: KeptPublications): Promise<Publication> {
  const problems: Problem[] = [];
  const refusals: string[] = [];
  const surveys: PublishedSurvey[] = [];
  const kept: Record<string, KeptPublication> = { ...known };
  const rules = collectProblems(problems, () => readRules(folder));
  const files = collectProblems(problems, () => microdataFiles(folder, [...CODEBOOKS.keys()])) ?? [];
  for (const { survey, data, mapping } of files) {
    const codebook = CODEBOOKS.get(survey);
    if (codebook === undefined) continue;
    try {
      const file = hashOf(mapping === null ? [data] : [data, mapping]);
      const before = known[survey] ?? null;
      const key = JSON.stringify([file, before?.made, rules, raw.values, raw.bases]);
      let one = made.get(survey);
      if (one?.key !== key) {
        const { interviews } = await readMicrodata(codebook, data, mapping);
        // Continue, to report all other errors.
        if (rules === null) continue;
        // Made-up interviews contain nobody, so earlier publications do not matter.
        const earlier = interviews.simulated === null ? before : null;
        one = { key, ...publishSurvey(interviews, fromInterviews(raw, interviews), file, earlier, rules) };
        made.set(survey, one);
      }
      surveys.push(one.published);
      if (one.published.simulated === null) kept[survey] = one.kept;
    } catch (error) {
      if (error instanceof InputError) problems.push(...error.problems);
      else if (error instanceof DisclosureError)
        refusals.push(refusal(error, data, folder, known[survey] !== undefined));
      else throw error;
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  if (refusals.length > 0) throw new DisclosureError(refusals.join("\n"));
  return { surveys, kept: surveys.some(({ simulated }) => simulated === null) ? kept : null };
}

function refusal({ message }: DisclosureError, data: string, folder: string, published: boolean): string {
  const advice = published
    ? `\n${folder}/.published.json holds what the last build published. Delete it only where nobody has that build.`
    : "";
  return `${data}:1:1: estimates from these interviews cannot be published\n${message}${advice}`;
}
