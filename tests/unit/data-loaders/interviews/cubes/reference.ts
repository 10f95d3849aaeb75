import { expect } from "vitest";
import type { CubePlan } from "../../../../../data-loaders/interviews/cubes/index.js";
import type { Codebook, Condition, Measure } from "../../../../../src/model/codebook.js";
import { holds } from "../../../../../src/model/holds.js";
import {
  type Cube,
  crossFactors,
  cubeBytes,
  type Factor,
  factor,
  makeCube,
} from "../../../../../src/stats/index.js";
import type { Interview } from "./survey.js";

/** The cubes that `makeCube` gives of interviews, with conditions judged interview by interview. */
export function cubesByRow(plan: CubePlan, interviews: readonly Interview[]): Map<string, Cube> {
  const { codebook, adjustment } = plan;
  const { weight } = codebook.roles;
  const numbers = (id: string | null) => interviews.map((row) => (id === null ? 1 : Number(row[id])));
  const dimensions = plan.dimensions
    .filter(({ name }) => name !== "stratum")
    .map(({ name, levels }) =>
      factorOf(interviews, codebook.dimensions[name as never] ?? name, name, levels),
    );
  const strata = codebook.sampling.strata.map((id) => {
    const levels = levelsOf(codebook, id);
    return factor(
      interviews.map((row) => row[id] ?? "not asked"),
      { name: id, levels },
    );
  });
  const [first] = strata;
  const columns = {
    weights: numbers(weight),
    dimensions,
    ...(first === undefined
      ? {}
      : { strata: { ...(strata.length === 1 ? first : crossFactors(strata)), name: "stratum" } }),
    ...(adjustment === null
      ? {}
      : { adjustment: { ...adjustment, initialWeights: numbers(adjustment.initialWeight) } }),
  };
  const cubes = answersOf(codebook, interviews).map(([id, y]): [string, Cube] => {
    const cube = makeCube({ ...columns, y: Float64Array.from(y), singlePsu: plan.singlePsu });
    const { kind, dimensions: names } = adjustment ?? {};
    const design =
      adjustment === null ? cube.design : { ...cube.design, adjustment: { kind, dimensions: names } };
    return [id, { ...cube, design } as Cube];
  });
  const wanted = plan.measures.flatMap((measure) => measure.cubes);
  return new Map(cubes.filter(([id]) => wanted.includes(id)));
}

function factorOf(
  interviews: readonly Interview[],
  id: string,
  name: string,
  levels: readonly string[],
): Factor {
  return factor(
    interviews.map((row) => (levels.includes(row[id] ?? "") ? row[id] : null)),
    { name, levels },
  );
}

/** The levels of a stratum variable, written down once more. */
function levelsOf({ variables }: Codebook, id: string): string[] {
  const variable = variables.find((each) => each.id === id);
  if (variable?.kind === "date") {
    const months: string[] = [];
    for (let at = new Date(`${variable.from}-01`); ; at.setUTCMonth(at.getUTCMonth() + 1)) {
      const month = at.toISOString().slice(0, 7);
      if (month > variable.to) return months;
      months.push(month);
    }
  }
  const codes = variable?.kind === "category" ? variable.answers.map(({ code }) => code) : [];
  return [...codes, ...(variable?.asked === undefined ? [] : ["not asked"])];
}

/** The same cubes in the same order, to the last bit. */
export function expectSame(cubes: ReadonlyMap<string, Cube>, expected: ReadonlyMap<string, Cube>): void {
  expect([...cubes.keys()]).toEqual([...expected.keys()]);
  for (const [id, cube] of cubes) {
    const other = expected.get(id) as Cube;
    // Bytes hold all that does not follow from them, and are compared faster.
    if (!Buffer.from(cubeBytes(cube)).equals(cubeBytes(other))) expect(cube, id).toEqual(other);
    expect({ ...cube, cells: cube.cells.count }, id).toEqual({ ...other, cells: other.cells.count });
  }
}

/** The answer of each interview in each cube, NaN for none. */
export function answersOf(codebook: Codebook, interviews: readonly Interview[]): [string, number[]][] {
  const in_ = (row: Interview, condition: Condition) => holds(condition, (id) => row[id] ?? null);
  const zeroOne = (base: Condition, counts: Condition) =>
    interviews.map((row) => (in_(row, base) ? (in_(row, counts) ? 1 : 0) : Number.NaN));
  const cubesOf = (measure: Measure): [string, number[]][] => {
    switch (measure.kind) {
      case "share":
        return [[measure.id, zeroOne(measure.base, measure.counts)]];
      case "mean":
        return [
          [
            measure.id,
            interviews.map((row) => {
              const cell = row[measure.variable] ?? null;
              return in_(row, measure.base) && cell !== null ? Number(cell) : Number.NaN;
            }),
          ],
        ];
      case "profile": {
        const variable = codebook.dimensions[measure.dimension] as string;
        const single = ["physical", "mental", "both", "none", "prefer-not-to-say"].map(
          (code) => [code, [code]] as const,
        );
        return [...single, ...Object.entries(measure.unions)].map(([code, codes]) => [
          `${measure.id}.${code}`,
          zeroOne(measure.base, { variable, is: codes }),
        ]);
      }
      case "pooled": {
        const given = interviews.map(
          (row) => measure.items.filter((item) => /^\d+$/.test(row[item] ?? "")).length || Number.NaN,
        );
        const counted = interviews.map(
          (row, i) =>
            measure.items.filter((item) => in_(row, { variable: item, ...measure.counts })).length +
            0 * (given[i] as number),
        );
        return [
          [`${measure.id}.given`, given],
          [`${measure.id}.counted`, counted],
          [`${measure.id}.both`, given.map((a, i) => a + (counted[i] as number))],
        ];
      }
    }
  };
  return codebook.measures.flatMap(cubesOf);
}
