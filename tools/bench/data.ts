import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { entryAt } from "../../src/model/entry-at.js";

const SEED = 20140401;
const STRATA = 12;
const CLUSTER = 10;

/** Number of levels of each factor; levels are 1, 2, .... */
export const LEVELS = { group: 8, sex: 2, band: 5, region: 9, tenure: 4 } as const;

/** The four margins of raking. */
export const MARGINS = ["sex", "band", "region", "tenure"] as const;

/** A seeded sample: twelve strata, clusters of ten interviews, unequal weights. */
export interface BenchData {
  readonly rows: number;
  /** Integer columns. */
  readonly whole: Readonly<Record<"stratum" | "cluster" | keyof typeof LEVELS, Int32Array>>;
  /** `yes` is 0 or 1, `age` is in years, `income` differs in every row. */
  readonly real: Readonly<Record<"weight" | "yes" | "age" | "income", Float64Array>>;
  /** The population totals of each margin, by level. */
  readonly totals: Readonly<Record<(typeof MARGINS)[number], Float64Array>>;
}

/** A sample of `rows` rows, always the same. */
export function benchData(rows: number): BenchData {
  const random = xoroshiro128plus(SEED);
  const uniform = () => uniformFloat64(random);
  const clusters = Math.max(2 * STRATA, Math.floor(rows / CLUSTER));
  const effects = Float64Array.from({ length: clusters }, () => uniform() - 0.5);
  const wholes = () => new Int32Array(rows);
  const reals = () => new Float64Array(rows);
  const whole = {
    stratum: wholes(),
    cluster: wholes(),
    group: wholes(),
    sex: wholes(),
    band: wholes(),
    region: wholes(),
    tenure: wholes(),
  };
  const real = { weight: reals(), yes: reals(), age: reals(), income: reals() };
  const level = (k: number) => 1 + Math.floor(uniform() * k);
  for (let i = 0; i < rows; i++) {
    const cluster = i % clusters;
    whole.cluster[i] = cluster + 1;
    whole.stratum[i] = 1 + (cluster % STRATA);
    whole.group[i] = level(LEVELS.group);
    whole.sex[i] = level(LEVELS.sex);
    whole.region[i] = level(LEVELS.region);
    const age = 16 + Math.floor(70 * uniform() * uniform());
    real.age[i] = age;
    const band = Math.min(LEVELS.band, 1 + Math.floor((age - 16) / 12));
    whole.band[i] = band;
    // A third of tenures depend on the age band, so that their table is not quite independent.
    whole.tenure[i] = uniform() < 0.03 ? 1 + (band % LEVELS.tenure) : level(LEVELS.tenure);
    real.income[i] = 1 + 4 * uniform() * uniform();
    real.weight[i] = 0.2 + 3 * uniform() * uniform();
    const chance =
      0.35 + 0.2 * entryAt(effects, cluster) + 0.02 * entryAt(whole.group, i) + 0.001 * (age - 40);
    real.yes[i] = uniform() < chance ? 1 : 0;
  }
  return { rows, whole, real, totals: marginTotals(whole, real.weight) };
}

/** Totals up to a sixth away from those of the weights, with the same sum. */
function marginTotals(whole: BenchData["whole"], weight: Float64Array): BenchData["totals"] {
  const all = weight.reduce((sum, w) => sum + w, 0);
  const of = (name: (typeof MARGINS)[number]) => {
    const k = LEVELS[name];
    const totals = new Float64Array(k);
    whole[name].forEach((level, i) => {
      totals[level - 1] = entryAt(totals, level - 1) + entryAt(weight, i);
    });
    const moved = totals.map((total, a) => total * (1 + (a % 2 === 0 ? 1 : -1) / (6 + a)));
    const sum = moved.reduce((s, total) => s + total, 0);
    return moved.map((total) => (total * all) / sum);
  };
  return { sex: of("sex"), band: of("band"), region: of("region"), tenure: of("tenure") };
}

/** Writes each column as numbers, without a header, where `survey.R` reads them. */
export function writeBenchData(folder: string, { rows, whole, real, totals }: BenchData): void {
  const own = join(folder, String(rows));
  mkdirSync(own);
  const write = (name: string, values: Int32Array | Float64Array) => {
    writeFileSync(join(own, name), new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  };
  for (const [name, values] of Object.entries(whole)) write(`${name}.int32`, values);
  for (const [name, values] of Object.entries(real)) write(`${name}.double`, values);
  for (const [name, values] of Object.entries(totals)) write(`${name}.totals`, values);
}
