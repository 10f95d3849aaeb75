import { cellFactor } from "../../../src/analysis/weights/totals.js";
import { entryAt } from "../../../src/model/entry-at.js";
import type { Random } from "../random.js";
import type { Population } from "./population.js";
import type { SamplingWay } from "./settings.js";

/** Interviewed people in the order in which they were reached. */
export interface Sample {
  readonly contacts: Int32Array;
  /** What each said: 1 for yes. */
  readonly said: Uint8Array;
  /** Number of contacts approached. */
  readonly approached: number;
}

/**
 * Draws one survey: contacts of the frame are approached in random order while their cell is open, and respond or
 * refuse.
 *
 * @param interviews number to reach
 * @throws RangeError where everyone was approached and interviews are still missing
 */
export function drawSample(
  population: Population,
  interviews: number,
  random: Random,
  sampling: SamplingWay = population.model.settings.sampling,
): Sample {
  const { frame, groups, groupOf, yes } = population;
  const isOpen = openCells(population, sampling, interviews);
  const order = Int32Array.from(frame);
  const contacts = new Int32Array(interviews);
  const said = new Uint8Array(interviews);
  let count = 0;
  let approached = 0;
  for (let i = 0; i < order.length && count < interviews; i++) {
    const j = i + Math.floor(random.next() * (order.length - i));
    const contact = entryAt(order, j);
    order[j] = entryAt(order, i);
    if (!isOpen(contact, false)) continue;
    approached += 1;
    const { answers, otherwise } = entryAt(groups, entryAt(groupOf, contact));
    const thinks = yes[contact] === 1;
    const responds = random.next() < (thinks ? answers.yes : answers.no);
    const turned = random.next() < (thinks ? otherwise.yes : otherwise.no);
    if (!responds) continue;
    isOpen(contact, true);
    contacts[count] = contact;
    said[count] = thinks !== turned ? 1 : 0;
    count += 1;
  }
  if (count < interviews)
    throw new RangeError(
      `${count} of ${interviews} interviews: all ${frame.length} contacts were approached, or their cells are full`,
    );
  return { contacts, said, approached };
}

/** Returns a function that says whether a contact's cell is open; with `taken` it also uses up a place. */
function openCells(
  population: Population,
  sampling: SamplingWay,
  interviews: number,
): (contact: number, taken: boolean) => boolean {
  if (sampling.way === "simple-random") return () => true;
  const { codebook } = population;
  const variables = sampling.way === "quota" ? codebook.sampling.quotas : codebook.sampling.strata;
  if (variables === null || variables.length === 0)
    throw new RangeError(`${codebook.id} has no ${sampling.way === "quota" ? "quotas" : "strata"}`);
  const { codes, levels } = cellsOf(population, variables);
  const counts = new Int32Array(levels);
  for (const contact of population.frame) {
    const cell = entryAt(codes, contact);
    counts[cell] = entryAt(counts, cell) + 1;
  }
  if (sampling.way === "stratified") {
    const left = allocate(counts, interviews);
    return (contact, taken) => {
      const cell = entryAt(codes, contact);
      if (taken) left[cell] = entryAt(left, cell) - 1;
      return entryAt(left, cell) > 0;
    };
  }
  const least = Math.ceil(sampling.least * interviews - 1e-9);
  const needed = counts.map((count) => (count > 0 ? least : 0));
  let required = needed.reduce((sum, least) => sum + least, 0);
  let free = interviews - required;
  if (free < 0)
    throw new RangeError(`the quotas ask for ${required} interviews, more than the ${interviews} there are`);
  return (contact, taken) => {
    const cell = entryAt(codes, contact);
    const isNeeded = entryAt(needed, cell) > 0;
    if (taken && isNeeded) {
      needed[cell] = entryAt(needed, cell) - 1;
      required -= 1;
    } else if (taken) free -= 1;
    return isNeeded || free > 0;
  };
}

const cells = new WeakMap<Population, Map<string, { codes: Int32Array; levels: number }>>();

/** The cell of each contact, cached by population. */
function cellsOf(population: Population, variables: readonly string[]) {
  const known = cells.get(population) ?? new Map<string, { codes: Int32Array; levels: number }>();
  cells.set(population, known);
  const key = variables.join();
  const found = known.get(key);
  if (found !== undefined) return found;
  const { codes, levels } = cellFactor(population, variables);
  const made = { codes, levels: levels.length };
  known.set(key, made);
  return made;
}

/** Allocates interviews in proportion to counts, by largest remainders. */
export function allocate(counts: ArrayLike<number>, interviews: number): Int32Array {
  const list = Array.from(counts);
  const all = list.reduce((sum, count) => sum + count, 0);
  const shares = list.map((count) => (interviews * count) / all);
  const whole = Int32Array.from(shares, Math.floor);
  const left = interviews - whole.reduce((sum, value) => sum + value, 0);
  shares
    .map((share, place) => ({ place, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.place - b.place)
    .slice(0, left)
    .forEach(({ place }) => {
      whole[place] = entryAt(whole, place) + 1;
    });
  return whole;
}
