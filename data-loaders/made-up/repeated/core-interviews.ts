import type { CodedInterviews, CodedValue } from "../../../src/analysis/interviews/index.js";
import { type StepTargets, totalsOf } from "../../../src/analysis/weights/index.js";
import type { Codebook } from "../../../src/model/codebook.js";
import { madeInterviews } from "../made-interviews.js";
import type { Random } from "../random.js";
import type { Population } from "./population.js";
import type { Sample } from "./sample.js";

/** The columns of a sample for its population's variables, including the outcome. */
export function coreColumns(
  population: Population,
  { contacts, said }: Sample,
  random: Random,
): Map<string, readonly CodedValue[]> {
  const { outcome, codebook } = population.model;
  const columns = new Map<string, readonly CodedValue[]>([
    [codebook.roles.interview, Array.from(contacts, (_, row) => `r${row + 1}`)],
  ]);
  for (const id of population.codes.keys()) {
    const read = population.reader(id);
    columns.set(
      id,
      Array.from(contacts, (contact) => read(contact)),
    );
  }
  const neither = Object.entries(outcome.neither);
  columns.set(
    outcome.variable,
    Array.from(said, (yes): CodedValue => {
      let chance = random.next();
      for (const [code, share] of neither) {
        chance -= share;
        if (chance < 0) return code;
      }
      return random.pick<string | number>(yes === 1 ? outcome.yes : outcome.no);
    }),
  );
  return columns;
}

/**
 * Interviews with only the given columns, which is enough for weights and the outcome. The codebook is reduced to
 * these variables.
 */
export function coreInterviews(
  codebook: Codebook,
  columns: ReadonlyMap<string, readonly CodedValue[]>,
  simulated: string,
): CodedInterviews {
  const own = { ...codebook, variables: codebook.variables.filter(({ id }) => columns.has(id)) };
  return madeInterviews(own, columns, simulated);
}

const targets = new WeakMap<Population, readonly StepTargets[]>();

/**
 * Weighting targets of a population: totals of all contacts, including those never approached, as a service's records
 * have them. Cached by population.
 *
 * @throws RangeError for a codebook that is weighted to the mix of another survey
 */
export function targetsOf(population: Population): readonly StepTargets[] {
  const found = targets.get(population);
  if (found !== undefined) return found;
  const made = population.codebook.weighting.map(({ kind, variables }): StepTargets => {
    if (kind === "rake")
      return { kind, margins: variables.map((variable) => totalsOf(population, [variable])) };
    if (kind === "post-stratify") return { kind, cells: totalsOf(population, variables) };
    throw new RangeError(`${population.codebook.id} is weighted to the mix of another survey`);
  });
  targets.set(population, made);
  return made;
}
