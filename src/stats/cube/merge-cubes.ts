import { countUnits } from "./cell-design.js";
import { type Cube, type CubeCells, SUM_NAMES, sumsAreExact } from "./cube.js";
import { add } from "./double-double.js";
import { emptyCells } from "./find-cells.js";

/**
 * The cube of two files together that have no row in common. Where both are `exact`, it is the cube of one file with all
 * rows, to the last bit.
 *
 * Primary sampling units are counted anew: a cluster that has rows in both files is one cluster.
 *
 * @throws RangeError for cubes of different dimensions, levels or designs, and for a stratum with more units in both
 *   samples than in its population; make factors of parts with `levels` given, so that all parts have the same
 */
export function mergeCubes(a: Cube, b: Cube): Cube {
  if (JSON.stringify(a.dimensions) !== JSON.stringify(b.dimensions))
    throw new RangeError("the cubes have different dimensions or levels");
  const about = ({ design }: Cube) =>
    JSON.stringify([
      design.strata,
      design.clusters,
      design.singlePsu,
      design.adjustment,
      design.populationSizes === null,
    ]);
  if (about(a) !== about(b)) throw new RangeError("the cubes have different designs");
  const cells = mergeCells(a.cells, b.cells, a.dimensions.length);
  const populationSizes = mergeSizes(a.design.populationSizes, b.design.populationSizes);
  const answers = [a.answers, b.answers].includes("real")
    ? "real"
    : [a.answers, b.answers].includes("whole")
      ? "whole"
      : "binary";
  return {
    dimensions: a.dimensions,
    design: countUnits(a.dimensions, cells, { ...a.design, populationSizes }),
    answers,
    exact: a.exact && b.exact && sumsAreExact(cells.sums),
    cells,
  };
}

/** Merges sorted cells, adding those in both. */
function mergeCells(a: CubeCells, b: CubeCells, width: number): CubeCells {
  const fromA: number[] = [];
  const fromB: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.count || j < b.count) {
    const order = i === a.count ? 1 : j === b.count ? -1 : compareCells(a, i, b, j, width);
    fromA.push(order <= 0 ? i++ : -1);
    fromB.push(order >= 0 ? j++ : -1);
  }
  const codes = new Int32Array(fromA.length * width);
  const answered = new Uint8Array(fromA.length);
  const merged = emptyCells(codes, answered);
  for (const [from, place] of [
    [a, fromA],
    [b, fromB],
  ] as const) {
    place.forEach((at, c) => {
      if (at < 0) return;
      codes.set(from.codes.subarray(at * width, (at + 1) * width), c * width);
      answered[c] = from.answered[at];
      merged.rows[c] += from.rows[at];
      merged.n[c] += from.n[at];
      for (const name of SUM_NAMES) {
        const { high, low } = from.sums[name];
        add(merged.sums[name], c, high[at], low[at]);
      }
    });
  }
  return merged;
}

/** Comparison of cell i of a with cell j of b, in storage order. */
function compareCells(a: CubeCells, i: number, b: CubeCells, j: number, width: number): number {
  for (let d = 0; d < width; d++) {
    const apart = a.codes[i * width + d] - b.codes[j * width + d];
    if (apart !== 0) return apart;
  }
  return a.answered[i] - b.answered[j];
}

function mergeSizes(a: Float64Array | null, b: Float64Array | null): Float64Array | null {
  if (a === null || b === null) return null;
  return a.map((size, h) => {
    const other = b[h];
    if (Number.isNaN(size)) return other;
    if (!Number.isNaN(other) && other !== size)
      throw new RangeError(`the cubes give a stratum the population sizes ${size} and ${other}`);
    return size;
  });
}
