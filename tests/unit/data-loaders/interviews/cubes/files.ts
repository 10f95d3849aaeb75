import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { columnFromArray, float64, tableFromColumns, tableToIPC, utf8 } from "@uwdata/flechette";
import { stringify } from "csv-stringify/sync";
import { parquetWriteBuffer } from "hyparquet-writer";
import type { Interview } from "./survey.js";

/** A folder of its own for the files of a test. */
export function folderOf(): {
  path: (name: string) => string;
  write: (name: string, bytes: string | Uint8Array) => string;
  remove: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), "engine-"));
  const path = (name: string) => join(folder, name);
  return {
    path,
    write(name, bytes) {
      writeFileSync(path(name), bytes);
      return path(name);
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

const columnsOf = (interviews: readonly Interview[]) => Object.keys(interviews[0] ?? {});

export const asCsv = (interviews: readonly Interview[]): string =>
  stringify([...interviews], { header: true, columns: columnsOf(interviews) });

/** Numbers as numbers where a column has nothing else. */
const typed = (interviews: readonly Interview[], name: string) => {
  const cells = interviews.map((row) => row[name] ?? null);
  const isNumber = cells.every(
    (cell) => cell === null || String(Number(cell)) === cell || /^\d+\.\d+$/.test(cell),
  );
  return { isNumber, cells };
};

export function asParquet(interviews: readonly Interview[]): Uint8Array {
  const columnData = columnsOf(interviews).map((name) => {
    const { isNumber, cells } = typed(interviews, name);
    return isNumber
      ? { name, type: "DOUBLE" as const, data: cells.map((cell) => (cell === null ? null : Number(cell))) }
      : { name, type: "STRING" as const, data: cells };
  });
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

export function asArrow(interviews: readonly Interview[]): Uint8Array {
  const columns = columnsOf(interviews).map((name): [string, ReturnType<typeof columnFromArray>] => {
    const { isNumber, cells } = typed(interviews, name);
    return isNumber
      ? [
          name,
          columnFromArray(
            cells.map((cell) => (cell === null ? null : Number(cell))),
            float64(),
          ),
        ]
      : [name, columnFromArray(cells, utf8())];
  });
  return tableToIPC(tableFromColumns(columns), { format: "file" }) as Uint8Array;
}
