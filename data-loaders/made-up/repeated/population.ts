import { chanceLeftOut, chanceToSayOtherwise, leaveOut } from "../../../src/analysis/leave-out.js";
import type { CodedRows } from "../../../src/analysis/weights/index.js";
import { levelsOf } from "../../../src/analysis/weights/totals.js";
import { entryAt } from "../../../src/model/entry-at.js";
import { holdsSoFar } from "../../../src/model/holds.js";
import { normalQuantile } from "../../../src/stats/index.js";
import { type Random, randomOf } from "../random.js";
import { coreVariables, type SurveyModel } from "./model.js";

/** A made-up population of contacts with their true opinions. */
export interface Population extends CodedRows {
  readonly model: SurveyModel;
  /** Codes of each core variable as indexes into its levels. */
  readonly codes: ReadonlyMap<string, { readonly levels: readonly string[]; readonly codes: Uint8Array }>;
  /** Case of each contact; two contacts of a case are its two parents. */
  readonly cases: Int32Array;
  /** Index into `groups`: contacts with equal probabilities share one. */
  readonly groups: readonly Chances[];
  readonly groupOf: Uint16Array;
  /** 1 for yes. */
  readonly yes: Uint8Array;
  /** Contacts who can be approached. */
  readonly frame: Int32Array;
  readonly truth: Truth;
}

/** The parameter of interest, and what an unweighted survey would find on average. */
export interface Truth {
  /** Share of yes among the contacts. */
  readonly share: number;
  /** Its expectation over all populations of the model. */
  readonly expected: number;
}

/** Probabilities of a group of contacts. */
export interface Chances {
  /** The chance of yes. */
  readonly yes: number;
  /** Probability of responding when approached, by opinion. */
  readonly answers: { readonly yes: number; readonly no: number };
  /** Probability of saying the opposite, by opinion. */
  readonly otherwise: { readonly yes: number; readonly no: number };
}

/**
 * A population drawn from a model. The same seed gives the same population.
 *
 * @throws RangeError for settings that no population can have, such as shares of an unknown answer or a chance above 1
 */
export function drawPopulation(model: SurveyModel, seed: number): Population {
  const random = randomOf(seed);
  const { codebook, settings } = model;
  const { population: size } = settings;
  if (!(Number.isInteger(size) && size > 0))
    throw new RangeError(`a population of ${size} contacts; expected a whole number above 0`);
  const core = coreVariables(model);
  const codes = new Map(
    core.map((id) => [id, { levels: levelsOf(codebook, id), codes: new Uint8Array(size) }]),
  );
  const paired = 2 * Math.round((size * settings.pairs.share) / 2);
  drawCore(model, codes, paired, random);
  const cases = Int32Array.from({ length: size }, (_, i) => (i < paired ? i >> 1 : i - (paired >> 1)));
  const { groups, groupOf, leftOut } = groupsOf(model, codes);
  const yes = drawYes(model, groups, groupOf, paired, random);
  const frame: number[] = [];
  for (let i = 0; i < size; i++) {
    const chain = entryAt(leftOut, entryAt(groupOf, i));
    // Draws a number for every exclusion, even after one applies, so that exclusions do not affect each other's
    // random numbers.
    let inside = true;
    for (const chance of chain) if (random.next() < (yes[i] === 1 ? chance.yes : chance.no)) inside = false;
    if (inside) frame.push(i);
  }
  let expected = 0;
  for (let i = 0; i < size; i++) expected += entryAt(groups, entryAt(groupOf, i)).yes;
  return {
    model,
    codebook,
    rows: size,
    codes,
    cases,
    groups,
    groupOf,
    yes,
    frame: Int32Array.from(frame),
    truth: { share: yes.reduce((sum, value) => sum + value, 0) / size, expected: expected / size },
    reader(id) {
      const own = codes.get(id);
      if (own === undefined) throw new RangeError(`the population has no ${id}`);
      return (row) => own.levels[entryAt(own.codes, row)] ?? null;
    },
  };
}

type Codes = ReadonlyMap<string, { readonly levels: readonly string[]; readonly codes: Uint8Array }>;

/** Draws the answers of each contact; the first contacts are pairs of parents. Impossible ones are redrawn. */
function drawCore(
  { codebook, pair, settings }: SurveyModel,
  codes: Codes,
  paired: number,
  random: Random,
): void {
  if (paired > 0 && pair === null) throw new RangeError(`contacts of ${codebook.id} are no parts of cases`);
  const size = settings.population;
  const drawers = [...codes].map(([id, { levels, codes: own }]) => {
    const shares = settings.shares[id];
    const table = cumulated(id, levels, shares);
    const inPairs = pair?.variable === id && paired > 0 ? pair.answers : null;
    // Single contacts compensate for what pairs have too much or too little of.
    const others =
      inPairs === null
        ? table
        : cumulated(id, levels, withoutPairs(id, levels, shares, inPairs, paired / size));
    return (i: number) => {
      own[i] =
        inPairs !== null && i < paired
          ? levels.indexOf(entryAt(inPairs, i & 1))
          : pickFrom(others, random.next());
    };
  });
  const impossible = codebook.impossible.map(({ when }) => when);
  for (let i = 0; i < size; i++) {
    const read = (id: string) => {
      const column = codes.get(id);
      return column === undefined ? undefined : entryAt(column.levels, entryAt(column.codes, i));
    };
    let tries = 0;
    do {
      if (++tries > 10_000) throw new RangeError("nearly every combination of answers is impossible");
      for (const draw of drawers) draw(i);
    } while (impossible.some((when) => holdsSoFar(when, read) === true));
  }
}

function withoutPairs(
  id: string,
  levels: readonly string[],
  shares: Readonly<Record<string, number>> | undefined,
  answers: readonly string[],
  part: number,
): Record<string, number> {
  return Object.fromEntries(
    levels.map((level) => {
      const share = shares === undefined ? 1 / levels.length : (shares[level] ?? 0);
      const left = share - (answers.includes(level) ? part / 2 : 0);
      if (left < -1e-9)
        throw new RangeError(`${id}: with ${part} in pairs, ${level} cannot have a share of ${share}`);
      return [level, Math.max(0, left)];
    }),
  );
}

/** Cumulative shares in the order of the levels, ending in 1; uniform by default. */
function cumulated(
  id: string,
  levels: readonly string[],
  shares: Readonly<Record<string, number>> | undefined,
): Float64Array {
  for (const code of Object.keys(shares ?? {}))
    if (!levels.includes(code)) throw new RangeError(`${id} cannot be ${code}, which has a share`);
  const own = levels.map((level) => (shares === undefined ? 1 : (shares[level] ?? 0)));
  const sum = own.reduce((a, b) => a + b, 0);
  if (!(sum > 0) || own.some((share) => !(share >= 0)))
    throw new RangeError(`the shares of ${id} are ${own}; expected numbers of 0 or more, one above 0`);
  let upTo = 0;
  return Float64Array.from(own, (share) => {
    upTo += share / sum;
    return upTo;
  });
}

/** The first index whose cumulative share exceeds the number; the last one in case of rounding. */
function pickFrom(sums: Float64Array, value: number): number {
  const place = sums.findIndex((sum) => sum > value);
  return place < 0 ? sums.length - 1 : place;
}

/** The probabilities of each contact, grouped by the variables they depend on. */
function groupsOf({ settings }: SurveyModel, codes: Codes) {
  const { level, points, leftOut, response, courtesy } = settings;
  const groups: Chances[] = [];
  const chains: (readonly { yes: number; no: number }[])[] = [];
  const known = new Map<string, number>();
  const groupOf = new Uint16Array(settings.population);
  const moving = [...new Set([...Object.keys(points), response.byGroup?.variable ?? []].flat())].map((id) => {
    const column = codes.get(id);
    if (column === undefined) throw new RangeError(`the population has no ${id}`);
    return { id, ...column };
  });
  for (const [id, own] of Object.entries(points))
    for (const code of Object.keys(own))
      if (!codes.get(id)?.levels.includes(code))
        throw new RangeError(`${id} cannot be ${code}, which has points`);
  for (let i = 0; i < settings.population; i++) {
    const key = moving.map((column) => column.codes[i]).join();
    let group = known.get(key);
    if (group === undefined) {
      const answers = new Map(
        moving.map(({ id, levels, codes: own }) => [id, entryAt(levels, entryAt(own, i))]),
      );
      const yes = [...answers].reduce((sum, [id, code]) => sum + (points[id]?.[code] ?? 0), level);
      if (!(yes >= 0 && yes <= 1))
        throw new RangeError(`${[...answers.values()].join(", ")} would say yes with a chance of ${yes}`);
      let left = yes;
      chains.push(
        leftOut.map(({ share, difference }) => {
          const chance = chanceLeftOut(left, share, difference);
          left = leaveOut(left, share, difference).kept;
          return chance;
        }),
      );
      const { byGroup } = response;
      const rate = byGroup?.rates[answers.get(byGroup.variable) ?? ""] ?? response.rate;
      if (!(rate > 0 && rate <= 1)) throw new RangeError(`a response rate of ${rate}; expected above 0 to 1`);
      const refuses = chanceLeftOut(left, 1 - rate, response.difference);
      left = leaveOut(left, 1 - rate, response.difference).kept;
      group = groups.length;
      groups.push({
        yes,
        answers: { yes: 1 - refuses.yes, no: 1 - refuses.no },
        otherwise: chanceToSayOtherwise(left, courtesy),
      });
      known.set(key, group);
    }
    groupOf[i] = group;
  }
  return { groups, groupOf, leftOut: chains };
}

/**
 * Draws opinions. In a pair the two normals have the correlation of the settings; marginal probabilities stay those
 * of the group.
 */
function drawYes(
  { settings }: SurveyModel,
  groups: readonly Chances[],
  groupOf: Uint16Array,
  paired: number,
  random: Random,
): Uint8Array {
  const { correlation } = settings.pairs;
  if (!(correlation >= -1 && correlation <= 1))
    throw new RangeError(`a correlation of ${correlation}; expected -1 to 1`);
  const rest = Math.sqrt(1 - correlation ** 2);
  const below = groups.map(({ yes }) => (yes <= 0 ? -Infinity : yes >= 1 ? Infinity : normalQuantile(yes)));
  const yes = new Uint8Array(groupOf.length);
  for (let i = 0; i < paired; i += 2) {
    // Box-Muller: two normals at once.
    const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
    const angle = 2 * Math.PI * random.next();
    const [one, other] = [radius * Math.cos(angle), radius * Math.sin(angle)];
    yes[i] = one < entryAt(below, entryAt(groupOf, i)) ? 1 : 0;
    yes[i + 1] = correlation * one + rest * other < entryAt(below, entryAt(groupOf, i + 1)) ? 1 : 0;
  }
  for (let i = paired; i < yes.length; i++)
    yes[i] = random.next() < entryAt(groups, entryAt(groupOf, i)).yes ? 1 : 0;
  return yes;
}
