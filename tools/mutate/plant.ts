import type { Mutation } from "./mutation.js";
import type { Outcome } from "./outcome.js";

/** What can be done with a copy of the project. */
export interface Copy {
  /** Plants a fault, runs its tests and takes it out again. @throws Error when it no longer applies */
  outcomeOf(mutation: Mutation): Promise<Outcome>;
  /** Runs tests without a fault until one fails. */
  test(tests: readonly string[]): Promise<Outcome>;
}

export interface Counts extends Record<Outcome | "gone", number> {
  /** Faults that were not planted, because time was over. */
  left: number;
}

/**
 * Plants faults in copies of the project, one after the other in each.
 *
 * @param options.isOver whether it is too late to plant another fault
 * @param options.tested test files that pass without a fault; others are run without one first, since their failure with one
 *   would say nothing
 * @param options.say takes a line for each fault
 */
export async function plant(
  mutations: readonly Mutation[],
  copies: readonly Copy[],
  options: {
    readonly isOver: () => boolean;
    readonly tested: Iterable<string>;
    readonly say: (outcome: Outcome | "gone", mutation: Mutation, why?: string) => void;
  },
): Promise<Counts> {
  const counts: Counts = { killed: 0, survived: 0, broken: 0, gone: 0, left: 0 };
  const queue = [...mutations];
  const tested = new Set(options.tested);

  const outcomeIn = async (copy: Copy, mutation: Mutation): Promise<[Outcome | "gone", why?: string]> => {
    const tests = mutation.tests.filter((test) => !tested.has(test));
    if (tests.length > 0 && (await copy.test(tests)) !== "survived")
      return ["broken", `${tests.join(", ")} fails without a fault`];
    for (const test of tests) tested.add(test);
    try {
      return [await copy.outcomeOf(mutation)];
    } catch (error) {
      return ["gone", error instanceof Error ? error.message : String(error)];
    }
  };

  const work = async (copy: Copy) => {
    while (queue.length > 0 && !options.isOver()) {
      const mutation = queue.shift() as Mutation;
      const [outcome, why] = await outcomeIn(copy, mutation);
      counts[outcome] += 1;
      options.say(outcome, mutation, why);
    }
  };
  await Promise.all(copies.map(work));
  counts.left = queue.length;
  return counts;
}
