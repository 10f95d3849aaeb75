import { entryAt } from "../../../src/model/entry-at.js";
import { countUnits } from "../../../src/stats/cube/cell-design.js";
import { type CubeSums, sumsAreExact } from "../../../src/stats/cube/cube.js";
import type { Sums } from "../../../src/stats/cube/double-double.js";
import { emptyCells } from "../../../src/stats/cube/find-cells.js";
import type { Cube } from "../../../src/stats/index.js";
import type { CubePlan } from "./plan.js";

/** A result row of a `cubeStatement`: its key and sums. */
export type SumRow = readonly bigint[];

/**
 * Builds the cubes of a plan from its statement's result: bit-identical to those of `makeCube`. All interviews in a
 * state have the same answer, so a sum of products with it is an exact multiple of a sum of weights.
 *
 * @param rows in any order; rows with the same key are added, so results for parts of a table can be concatenated
 */
export function cubesOfSums(plan: CubePlan, rows: Iterable<SumRow>): Map<string, Cube> {
  const measures = plan.measures.map(() => new Map<bigint, bigint[]>());
  const offsets = offsetsOf(plan);
  for (const [key = 0n, ...sums] of rows) {
    const m = offsets.findLastIndex((offset) => offset <= key);
    const states = measures[m] as Map<bigint, bigint[]>;
    const place = key - (offsets[m] as bigint);
    const known = states.get(place);
    states.set(place, known === undefined ? sums : known.map((sum, i) => sum + (sums[i] as bigint)));
  }
  return new Map(
    plan.measures.flatMap(({ cubes, states }, m) =>
      cubes.map((id, c) => [
        id,
        cubeOf(
          plan,
          measures[m] as Map<bigint, bigint[]>,
          states.map((answers) => entryAt(answers, c)),
        ),
      ]),
    ),
  );
}

/** The first key of each measure. */
function offsetsOf({ measures, cells }: CubePlan): bigint[] {
  let next = 0n;
  return measures.map(({ states }) => {
    const offset = next;
    next += BigInt(cells) * BigInt(states.length);
    return offset;
  });
}

/** @param answers the answer of each state, NaN for none */
function cubeOf(
  plan: CubePlan,
  byState: ReadonlyMap<bigint, readonly bigint[]>,
  answers: readonly number[],
): Cube {
  const size = BigInt(answers.length);
  const found = new Map<number, { answer: number; sums: readonly bigint[] }[]>();
  const occurring = new Set<number>();
  for (const [place, sums] of byState) {
    const answer = entryAt(answers, Number(place % size));
    // A cell's key, followed by whether there is an answer: the order of `findCells`.
    const key = Number(place / size) * 2 + (Number.isNaN(answer) ? 0 : 1);
    occurring.add(answer);
    const cell = found.get(key);
    if (cell === undefined) found.set(key, [{ answer, sums }]);
    else cell.push({ answer, sums });
  }
  const keys = Float64Array.from(found.keys()).sort();
  const width = plan.dimensions.length;
  const codes = new Int32Array(keys.length * width);
  const answered = new Uint8Array(keys.length);
  const cells = emptyCells(codes, answered);
  keys.forEach((key, c) => {
    answered[c] = key % 2;
    let rest = Math.floor(key / 2);
    for (let d = width - 1; d >= 0; d--) {
      const k = entryAt(plan.dimensions, d).levels.length + 1;
      codes[c * width + d] = (rest % k) - 1;
      rest = Math.floor(rest / k);
    }
    fillCell(cells, c, found.get(key) ?? []);
  });
  const dimensions = plan.dimensions.map(({ name, levels }) => ({ name, levels }));
  const { adjustment } = plan;
  const design = {
    strata: plan.hasStrata ? "stratum" : null,
    clusters: null,
    singlePsu: plan.singlePsu,
    populationSizes: null,
    adjustment: adjustment === null ? null : { kind: adjustment.kind, dimensions: adjustment.dimensions },
  };
  return {
    dimensions,
    design: countUnits(dimensions, cells, design),
    answers: [...occurring].every((answer) => Number.isNaN(answer) || answer === 0 || answer === 1)
      ? "binary"
      : "whole",
    exact: sumsAreExact(cells.sums),
    cells,
  };
}

/** @param states the answer of each state that the cell has, with the sums of its interviews */
function fillCell(
  { rows, n, sums }: Cube["cells"],
  c: number,
  states: readonly { readonly answer: number; readonly sums: readonly bigint[] }[],
): void {
  const totals = new Map<keyof CubeSums, bigint>();
  const add = (name: keyof CubeSums, sum: bigint) => totals.set(name, (totals.get(name) ?? 0n) + sum);
  for (const { answer, sums: of } of states) {
    const [rowCount = 0n, count = 0n, w = 0n, w2 = 0n, v = 0n] = of;
    rows[c] = entryAt(rows, c) + Number(rowCount);
    n[c] = entryAt(n, c) + Number(count);
    add("w", w);
    add("w2", w2);
    add("v", v);
    if (Number.isNaN(answer)) continue;
    const y = BigInt(answer);
    add("wy", w * y);
    add("wy2", w * y * y);
    add("w2y", w2 * y);
    add("w2y2", w2 * y * y);
    add("vy", v * y);
  }
  for (const [name, total] of totals) setSum(sums[name], c, total);
}

/** Splits a whole number into the nearest double and the remainder, exact up to 2^106. */
function setSum({ high, low }: Sums, c: number, total: bigint): void {
  const nearest = Number(total);
  high[c] = nearest;
  low[c] = Number(total - BigInt(nearest));
}
