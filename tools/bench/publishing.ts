import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { fromInterviews } from "../../data-loaders/interviews/beside-printed/from-interviews.js";
import { DEFAULT_RULES, DisclosureError, protect } from "../../data-loaders/interviews/disclosure/index.js";
import { publishSurvey } from "../../data-loaders/interviews/publish/publish-survey.js";
import { surveyTables } from "../../data-loaders/interviews/publish/survey-tables.js";
import { readRaw } from "../../data-loaders/read/index.js";
import { cesLike } from "./ces-like.js";
import { type InterviewRow, madeInterviewsOf, rowOf, timed } from "./interview-rows.js";
import { files, tablesOf } from "./random-tables.js";

const RAW = fileURLToPath(new URL("../../data-loaders/raw", import.meta.url));

/** Disclosure rule of small builds: 4 interviews, 4 whole numbers. */
const SMALL = { least: 4, width: 4, share: 0.2 };
const MAX_SIZE = 36;

/** Times a build's work on the interviews of a survey, and disclosure control of small builds as in tests. */
export async function measurePublishing(
  interviews: number,
  runs: number,
  builds: number,
): Promise<InterviewRow[]> {
  const raw = readRaw(RAW);
  const made = madeInterviewsOf(interviews);
  const from = fromInterviews(raw, made);
  const { tables } = surveyTables(made, from);
  const { kept } = publishSurvey(made, from, "bench", null);
  const many = cesLike(6, interviews);
  const whole = () => publishSurvey(made, fromInterviews(raw, made), "bench", null);
  const row = async (what: string, work: () => unknown) => rowOf(what, interviews, await timed(work, runs));
  return [
    await row("estimates beside the printed numbers", () => fromInterviews(raw, made)),
    await row("disclosure control of the tables of a survey", () => protect(tables, DEFAULT_RULES)),
    await row("all that a build publishes of a survey", whole),
    await row("the same again from the same interviews", () => publishSurvey(made, from, "bench", kept)),
    await row("disclosure control of 21 bases by 7 dimensions with 20 measures", () => protect(many)),
    rowOf(
      `disclosure control of small tables, of ${builds} as tests draw them`,
      MAX_SIZE,
      await smallBuilds(builds),
    ),
  ];
}

/** The time of each build, including refused ones. */
async function smallBuilds(builds: number): Promise<number[]> {
  const times: number[] = [];
  for (const file of fc.sample(files({ size: MAX_SIZE, cells: 5 }), { seed: 1, numRuns: builds })) {
    const tables = tablesOf(file, file.size);
    times.push(...(await timed(() => attempt(() => protect(tables, SMALL)), 1)));
  }
  return times;
}

function attempt(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof DisclosureError)) throw error;
  }
}
