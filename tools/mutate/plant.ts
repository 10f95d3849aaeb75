import type { Mutation } from "./mutation.js";
import type { Outcome } from "./outcome.js";

/** What can be done with a copy of the project. */
export interface Copy {
  /** Plants a fault, runs its tests and takes it out again. @throws Error when it no longer applies */
  outcomeOf(mutation: Mutation): Promise<Outcome>;
  /** Whether tests pass without a fault; `slow` for those that take long, when `inHaste`. */
  passes(tests: readonly string[], inHaste: boolean): Promise<boolean | "slow">;
}

/** What became of a fault; `gone` where its text is no longer there, `slow` where its tests take too long in haste. */
export type Planted = Outcome | "gone" | "slow";

export interface Counts extends Record<Planted, number> {
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
    readonly say: (outcome: Planted, mutation: Mutation, why?: string) => void;
  },
): Promise<Counts> {
  const counts: Counts = { killed: 0, survived: 0, broken: 0, gone: 0, slow: 0, left: 0 };
  const queue = [...mutations];
  const tested = new Set(options.tested);

  const outcomeIn = async (copy: Copy, mutation: Mutation): Promise<[Planted, why?: string]> => {
    const tests = mutation.tests.filter((test) => !tested.has(test));
    const passes = tests.length === 0 || (await copy.passes(tests, true));
    if (passes === "slow") return ["slow"];
    if (!passes) return ["broken", `${tests.join(", ")} fails without a fault`];
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
