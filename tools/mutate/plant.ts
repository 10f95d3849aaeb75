import type { Mutation } from "./mutation.js";
import type { Outcome } from "./outcome.js";

/** A copy of the project. */
export interface Copy {
  /** Plants a fault, runs its tests and removes it again. @throws Error when it no longer applies */
  outcomeOf(mutation: Mutation): Promise<Outcome>;
  /** Whether tests pass without a fault; `slow` for slow ones, when `inHaste`. */
  passes(tests: readonly string[], inHaste: boolean): Promise<boolean | "slow">;
}

/** Outcome of a fault; `gone` if its text no longer exists, `slow` if its tests are too slow when in haste. */
export type Planted = Outcome | "gone" | "slow";

export interface Counts extends Record<Planted, number> {
  /** Faults not planted for lack of time. */
  left: number;
}

/**
 * Plants faults in copies of the project, sequentially in each.
 *
 * @param options.isOver whether it is too late to plant another fault
 * @param options.tested test files known to pass without a fault; others are run without one first, since a failure
 *   would otherwise prove nothing
 * @param options.say receives a line for each fault
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
