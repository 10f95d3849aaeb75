import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readRaw } from "../../../../data-loaders/read/index.js";

const ROOT = fileURLToPath(new URL("../../../..", import.meta.url));

/** What was published, read as the build reads it. */
export const RAW = readRaw(join(ROOT, "data-loaders/raw"));

export const KNOWN = {
  measures: new Set(RAW.measures.map(({ id }) => id)),
  publications: new Set(RAW.publications.map(({ id }) => id)),
  populations: new Set(RAW.bases.map(({ population }) => population)),
};
