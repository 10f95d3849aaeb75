import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** One interview of a sample that was made up. */
export interface Row {
  readonly weight: number;
  readonly stratum: string;
  readonly psu: number;
  readonly population: number;
  readonly y: number | null;
  readonly z: number;
  readonly x: number;
  readonly yes: 0 | 1 | null;
  readonly g: string;
  readonly h: "no" | "yes";
  readonly inside: 0 | 1;
}

/** A made-up sample, with what of its columns the design knows of. */
export interface RandomSample {
  readonly weighted: boolean;
  readonly stratified: boolean;
  readonly clustered: boolean;
  readonly finite: boolean;
  /** What is done with strata of one unit; "error" where there are none. */
  readonly lonely: "error" | "certainty" | "adjust" | "average";
  readonly probability: number;
  readonly rows: readonly Row[];
}

type Random = ReturnType<typeof source>;

function source(seed: number) {
  const generator = xoroshiro128plus(seed);
  const unit = () => uniformFloat64(generator);
  return {
    unit,
    whole: (low: number, high: number) => uniformInt(generator, low, high),
    chance: (p: number) => unit() < p,
    /** Normal enough: twelve uniform numbers less their mean. */
    normal: () => Array.from({ length: 12 }, unit).reduce((sum, u) => sum + u, -6),
    of: <T>(values: readonly T[]): T => values[uniformInt(generator, 0, values.length - 1)] as T,
  };
}

/**
 * Random samples for which every statistic of the live test exists: with and without weights, one to four strata, clusters
 * and a finite population, strata of one unit, missing answers, ties, and a domain. The same seed gives the same ones.
 */
export function randomSamples(seed: number, count: number): RandomSample[] {
  const random = source(seed);
  const samples: RandomSample[] = [];
  while (samples.length < count) {
    const sample = randomSample(random);
    if (isUsable(sample)) samples.push(sample);
  }
  return samples;
}

function randomSample(random: Random): RandomSample {
  const strata = random.whole(1, 4);
  const clustered = random.chance(0.6);
  const finite = random.chance(0.4);
  const lone = strata > 2 && random.chance(0.4);
  const groups = ["a", "b", "c", "d"].slice(0, random.whole(2, 4));
  const digits = random.of([0, 1, 3]);
  const missing = random.of([0, 0.05, 0.2]);
  const inside = random.of([1, 0.5, 0.8]);
  const level = random.of([5, 50, 1000]);
  const rows: Row[] = [];
  for (let s = 0; s < strata; s++) {
    const units = lone && s === 0 ? 1 : clustered ? random.whole(2, 7) : random.whole(12, 40);
    const census = finite && strata > 2 && s === 1 && random.chance(0.3);
    const population = census ? units : units + random.whole(1, 60);
    const stratumWeight = Math.exp(random.normal() / 2);
    for (let psu = 0; psu < units; psu++) {
      const effect = random.normal();
      const size = clustered ? random.whole(2, 9) : 1;
      for (let i = 0; i < size; i++) {
        const x = Math.round(100 * (40 + 10 * random.normal())) / 100;
        const h = random.chance(0.45) ? "yes" : "no";
        const odds = Math.exp(-0.2 + 0.4 * effect + 0.03 * (x - 40) + (h === "yes" ? 0.4 : 0));
        const y = level + effect + 2 * random.normal() + (h === "yes" ? 1 : 0);
        rows.push({
          weight: Math.round(1000 * (0.1 + 20 * stratumWeight * Math.exp(random.normal() / 2))) / 1000,
          stratum: `s${s}`,
          psu: psu + 1,
          population,
          y: random.chance(missing) ? null : Number(y.toFixed(digits)),
          z: Math.round(100 * (20 + 3 * random.normal())) / 100,
          x,
          yes: random.chance(missing) ? null : random.chance(odds / (1 + odds)) ? 1 : 0,
          g: random.of(groups),
          h,
          inside: random.chance(inside) ? 1 : 0,
        });
      }
    }
  }
  const weighted = random.chance(0.8);
  return {
    weighted,
    stratified: strata > 1,
    clustered,
    finite,
    lonely: lone ? random.of(["certainty", "adjust", "average"]) : "error",
    // Half the weight can lie at or below a value exactly where weights are equal; elsewhere R would compare roundings.
    probability: weighted ? random.of([0.2718, 0.5013, 0.8011]) : random.of([0.2718, 0.8011]),
    rows,
  };
}

function isUsable({ rows, clustered }: RandomSample): boolean {
  const strata = new Set(rows.map(({ stratum }) => stratum)).size;
  const unitsOf = (part: readonly Row[]) =>
    new Set(part.map(({ stratum, psu }, i) => (clustered ? `${stratum}/${psu}` : i))).size;
  return (["y", "yes"] as const).every((answer) => {
    const part = rows.filter((row) => row.inside === 1 && row[answer] !== null);
    const count = (is: (row: Row) => boolean) => part.filter(is).length;
    return (
      // The average over strata is R's for samples that reach every stratum.
      new Set(part.map(({ stratum }) => stratum)).size === strata &&
      unitsOf(part) - strata > 3 &&
      rows.every(({ g }) => count((row) => row.g === g) > 1) &&
      (["no", "yes"] as const).every((h) => count((row) => row.h === h) > 3) &&
      (answer === "y" ||
        [0, 1].every((yes) =>
          (["no", "yes"] as const).every((h) => count((row) => row.h === h && row.yes === yes) > 3),
        ))
    );
  });
}

/** All samples as one table of text, for R's `read.csv`. */
export function csvOf(samples: readonly RandomSample[]): string {
  const yes = (value: boolean) => (value ? 1 : 0);
  const lines = samples.flatMap(
    ({ rows, weighted, stratified, clustered, finite, lonely, probability }, d) => {
      const design = [d, yes(weighted), yes(stratified), yes(clustered), yes(finite), lonely, probability];
      return rows.map(({ weight, stratum, psu, population, y, z, x, yes: answer, g, h, inside }) =>
        [...design, weight, stratum, psu, population, y ?? "NA", z, x, answer ?? "NA", g, h, inside].join(
          ",",
        ),
      );
    },
  );
  const head =
    "design,weighted,stratified,clustered,finite,lonely,probability,weight,stratum,psu,population,y,z,x,yes,g,h,inside";
  return `${[head, ...lines].join("\n")}\n`;
}
