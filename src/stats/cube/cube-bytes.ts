import { ByteReader, ByteWriter } from "./bytes.js";
import { countUnits, type DesignOfParts } from "./cell-design.js";
import { readColumn, writeColumn } from "./column-bytes.js";
import { type Cube, SUM_NAMES } from "./cube.js";
import { emptyCells } from "./find-cells.js";

const VERSION = 1;

/** Size of a cube in bytes, and how close it is to the interviews. */
export interface CubeSize {
  readonly bytes: number;
  /** The names and levels of the dimensions and the design. */
  readonly headerBytes: number;
  readonly cells: number;
  readonly interviews: number;
  /** Cells with a single interview, which is then fully contained in the cube. */
  readonly loneInterviews: number;
}

/**
 * Serialises a cube; `readCube` restores it exactly.
 *
 * @example readCube(cubeBytes(cube)) // equals cube
 */
export function cubeBytes(cube: Cube): Uint8Array {
  const { cells, dimensions } = cube;
  const writer = new ByteWriter();
  const header = headerOf(cube);
  writer.byte(VERSION);
  writer.unsigned(header.length);
  writer.all(header);
  writer.unsigned(cells.count);
  let before = 0;
  const width = dimensions.length;
  for (let c = 0; c < cells.count; c++) {
    let key = 0;
    for (let d = 0; d < width; d++)
      key = key * (dimensions[d].levels.length + 1) + cells.codes[c * width + d] + 1;
    key = key * 2 + cells.answered[c];
    writer.unsigned(key - before);
    before = key;
  }
  for (let c = 0; c < cells.count; c++) writer.unsigned(cells.rows[c]);
  for (let c = 0; c < cells.count; c++) writer.unsigned(cells.rows[c] - cells.n[c]);
  for (const name of SUM_NAMES) writeColumn(writer, cube, name);
  return writer.done();
}

/**
 * Parses the bytes of `cubeBytes`.
 *
 * @throws RangeError for bytes of another version, that end early or go on, or that are no cube
 */
export function readCube(bytes: Uint8Array): Cube {
  const reader = new ByteReader(bytes);
  const version = reader.byte();
  if (version !== VERSION) throw new RangeError(`a cube of version ${version}; expected ${VERSION}`);
  const header = readHeader(reader.take(reader.unsigned()));
  const { dimensions } = header;
  const count = reader.unsigned();
  // Each cell takes at least three bytes.
  if (count * 3 > reader.left) throw new RangeError("the bytes of the cube end early");
  const width = dimensions.length;
  const cells = emptyCells(new Int32Array(count * width), new Uint8Array(count));
  let key = 0;
  for (let c = 0; c < count; c++) {
    key += reader.unsigned();
    cells.answered[c] = key % 2;
    let rest = Math.floor(key / 2);
    for (let d = width - 1; d >= 0; d--) {
      const k = dimensions[d].levels.length + 1;
      cells.codes[c * width + d] = (rest % k) - 1;
      rest = Math.floor(rest / k);
    }
    if (rest !== 0) throw new RangeError(`cell ${c + 1} has a level that no dimension has`);
  }
  for (let c = 0; c < count; c++) cells.rows[c] = reader.unsigned();
  for (let c = 0; c < count; c++) {
    cells.n[c] = cells.rows[c] - reader.unsigned();
    if (cells.n[c] < 0) throw new RangeError(`cell ${c + 1} counts fewer than no interviews`);
  }
  for (const name of SUM_NAMES) readColumn(reader, cells, name);
  if (reader.left > 0) throw new RangeError(`${reader.left} bytes follow the cube`);
  return {
    dimensions,
    design: countUnits(dimensions, cells, header.design),
    answers: header.answers,
    exact: header.exact,
    cells,
  };
}

/** Size of a serialised cube. */
export function cubeSize(cube: Cube): CubeSize {
  const { cells } = cube;
  return {
    bytes: cubeBytes(cube).length,
    headerBytes: headerOf(cube).length,
    cells: cells.count,
    interviews: cells.rows.reduce((sum, rows) => sum + rows, 0),
    loneInterviews: cells.rows.reduce((sum, rows) => sum + (rows === 1 ? 1 : 0), 0),
  };
}

interface Header extends Pick<Cube, "dimensions" | "answers" | "exact"> {
  readonly design: DesignOfParts;
}

function headerOf({ dimensions, design, answers, exact }: Cube): Uint8Array {
  const { strata, clusters, singlePsu, adjustment } = design;
  // JSON has no NaN: strata that do not occur have size null.
  const populationSizes = design.populationSizes === null ? null : Array.from(design.populationSizes);
  const kept = { strata, clusters, singlePsu, adjustment, populationSizes };
  return new TextEncoder().encode(JSON.stringify({ dimensions, answers, exact, design: kept }));
}

function readHeader(bytes: Uint8Array): Header {
  let header: Header & { design: { populationSizes: readonly (number | null)[] | null } };
  try {
    header = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new RangeError("the header of the cube cannot be read");
  }
  const named =
    Array.isArray(header?.dimensions) &&
    header.dimensions.every(
      (dimension) => typeof dimension?.name === "string" && Array.isArray(dimension.levels),
    );
  if (!named || typeof header.design !== "object" || header.design === null)
    throw new RangeError("the header of the cube has no dimensions or no design");
  const sizes: readonly (number | null)[] | null = header.design.populationSizes;
  const populationSizes =
    sizes === null ? null : Float64Array.from(sizes, (size: number | null) => size ?? Number.NaN);
  return { ...header, design: { ...header.design, populationSizes } };
}
