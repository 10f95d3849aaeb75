import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import type { Raw } from "../../read/index.js";
import { isOfInterviews } from "../mapping/find-files.js";
import type { Publication } from "./kept.js";
import { readKept } from "./kept.js";
import type { KeptPublication } from "./publish-survey.js";
import type { PublishedSurvey } from "./published-survey.js";

export { discardMade, keepPublished, writeMade } from "./kept.js";
export type { PublishedSurvey, ShownValue, Verdict } from "./published-survey.js";

/** Folder of the files of interviews. */
export const MICRODATA = "data-loaders/microdata";

/**
 * Reads the interviews in a folder and returns what may be published. Without interviews nothing is read or loaded.
 *
 * @throws InputError with everything that is wrong with the files and with the settings of disclosure control
 * @throws DisclosureError where what must be hidden could be found out, as from the last publication
 */
export async function publishInterviews(raw: Raw, folder = MICRODATA): Promise<Publication> {
  if (!hasInterviews(folder)) return { surveys: [], kept: null };
  const { publishFiles } = await import("./publish-files.js");
  return publishFiles(raw, folder, readKept(folder));
}

export function hasInterviews(folder = MICRODATA): boolean {
  return existsSync(folder) && readdirSync(folder).some(isOfInterviews);
}

/**
 * Hash of the data in tables: of the raw files, and of what is published from interviews if any, so that numbers made
 * with interviews are never mistaken for those of the texts alone.
 */
export function publishedHash(data: string, surveys: readonly PublishedSurvey[]): string {
  return surveys.length === 0
    ? data
    : createHash("sha256").update(data).update(JSON.stringify(surveys)).digest("hex");
}

export type { KeptPublication };
