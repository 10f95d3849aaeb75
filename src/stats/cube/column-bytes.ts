import type { ByteReader, ByteWriter } from "./bytes.js";
import { type Cube, type CubeCells, type CubeSums, SUM_NAMES } from "./cube.js";
import { add, multiply, type Sums } from "./double-double.js";

/**
 * Encodings of a column of sums: all 0; whole numbers; pairs of doubles; from 3 on, equal to the column with this
 * number minus 3.
 */
const ZERO = 0;
const WHOLE = 1;
const DOUBLES = 2;
const SAME = 3;

/** For a cell with one interview, sums with w² are w times another sum. */
const TIMES_W: Partial<Record<keyof CubeSums, keyof CubeSums>> = { w2: "w", w2y: "wy", w2y2: "wy2" };

/** Whether a column holds whole numbers that `ByteReader.sum` restores exactly; sums of weights nearly always do. */
function isWhole({ cells, exact }: Cube, name: keyof CubeSums): boolean {
  return exact || (!name.includes("y") && cells.sums[name].high.every((value) => value < 2 ** 100));
}

/** Appends a column of sums, preceded by its encoding. */
export function writeColumn(writer: ByteWriter, cube: Cube, name: keyof CubeSums): void {
  const { cells } = cube;
  const column = cells.sums[name];
  const same = SUM_NAMES.findIndex((other) => other !== name && equal(cells.sums[other], column));
  if (column.high.every((value) => value === 0)) writer.byte(ZERO);
  else if (same >= 0 && same < SUM_NAMES.indexOf(name)) writer.byte(SAME + same);
  else if (isWhole(cube, name)) {
    writer.byte(WHOLE);
    for (let c = 0; c < cells.count; c++)
      if (!(name in TIMES_W) || cells.n[c] !== 1) writer.sum(column.high[c], column.low[c]);
  } else {
    writer.byte(DOUBLES);
    for (let c = 0; c < cells.count; c++) {
      writer.double(column.high[c]);
      writer.double(column.low[c]);
    }
  }
}

/** Reads a column written by `writeColumn`, after the previous columns. */
export function readColumn(reader: ByteReader, cells: CubeCells, name: keyof CubeSums): void {
  const column = cells.sums[name];
  const kind = reader.byte();
  if (kind === ZERO) return;
  if (kind >= SAME) {
    const other = SUM_NAMES[kind - SAME];
    if (other === undefined) throw new RangeError(`the column ${name} is kept in an unknown way`);
    column.high.set(cells.sums[other].high);
    column.low.set(cells.sums[other].low);
    return;
  }
  if (kind !== WHOLE && kind !== DOUBLES)
    throw new RangeError(`the column ${name} is kept in an unknown way`);
  const from = TIMES_W[name];
  const of = new Float64Array(2);
  for (let c = 0; c < cells.count; c++) {
    if (kind === DOUBLES) {
      column.high[c] = reader.double();
      column.low[c] = reader.double();
    } else if (from !== undefined && cells.n[c] === 1) {
      const { high, low } = cells.sums[from];
      multiply(high[c], low[c], cells.sums.w.high[c], of);
      add(column, c, of[0], of[1]);
    } else reader.sum(column, c);
  }
}

function equal(a: Sums, b: Sums): boolean {
  return a.high.every((value, c) => value === b.high[c]) && a.low.every((value, c) => value === b.low[c]);
}
