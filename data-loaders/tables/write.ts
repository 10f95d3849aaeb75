import { publishedHash, publishInterviews } from "../interviews/publish/index.js";
import { readRaw } from "../read/index.js";
import { dataHash } from "./data-hash.js";
import { arrowBytes, build } from "./index.js";

const RAW = "data-loaders/raw";

/**
 * Writes one table as an Arrow file to standard output: what a loader does. The site's own commands write all tables in
 * one process instead; this is for Framework on its own.
 * @throws Error when no table has that name
 */
export async function writeTable(name: string): Promise<void> {
  const raw = readRaw(RAW);
  const { surveys } = await publishInterviews(raw);
  const { tables } = build(raw, surveys);
  const table = tables.get(name);
  if (table === undefined)
    throw new Error(`no table is named "${name}"; expected one of ${[...tables.keys()].join(", ")}`);
  process.stdout.write(arrowBytes(table, publishedHash(dataHash(RAW), surveys)));
}
