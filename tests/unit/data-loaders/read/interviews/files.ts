import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Table, tableFromArrays, tableToIPC } from "apache-arrow";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, beforeAll } from "vitest";
import {
  InputError,
  type Interviews,
  type Problem,
  readInterviews,
} from "../../../../../data-loaders/read/index.js";

let folder = "";

/** Gives the tests of a file a folder for what they write. To be called once, in the file itself. */
export function useFolder(): void {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "interviews-"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
    folder = "";
  });
}

/** The path of a file in the folder, written or not. */
export function pathOf(name: string): string {
  if (folder === "") throw new Error("the test file does not call useFolder()");
  return join(folder, name);
}

export function written(name: string, content: string | Uint8Array): string {
  writeFileSync(pathOf(name), content);
  return pathOf(name);
}

export const csv = (text: string | Uint8Array): Promise<Interviews> => readInterviews(written("a.csv", text));

type Columns = Parameters<typeof parquetWriteBuffer>[0]["columnData"];
type Options = Omit<Parameters<typeof parquetWriteBuffer>[0], "columnData">;

export const parquetBytes = (columnData: Columns, options: Options = {}) =>
  new Uint8Array(parquetWriteBuffer({ columnData, ...options }));

export const parquet = (columnData: Columns, options: Options = {}): Promise<Interviews> =>
  readInterviews(written("a.parquet", parquetBytes(columnData, options)));

export const arrow = (table: Table, kind: "file" | "stream" = "file"): Promise<Interviews> =>
  readInterviews(written("a.arrow", tableToIPC(table, kind)));

export const arrowOf = (columns: Parameters<typeof tableFromArrays>[0]) => arrow(tableFromArrays(columns));

/** Each line of the error of a reading, with the name of the file for its path. */
export async function faults(reading: Promise<unknown>): Promise<string[]> {
  const error: unknown = await reading.then(
    () => new Error("no error"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof InputError)) throw error;
  return lines(error.problems);
}

/** Problems as they are written, with the name of the file for its path. */
export const lines = (problems: readonly Problem[]) =>
  new InputError(problems.map((problem) => ({ ...problem, file: basename(problem.file) }))).message.split(
    "\n",
  );

/** The numbers of a column, and the problems they have. */
export function numbersOf(interviews: Interviews, name: string) {
  const problems: Problem[] = [];
  const numbers = [...interviews.numbers(name, problems)];
  return { numbers, problems: problems.length === 0 ? [] : lines(problems) };
}
