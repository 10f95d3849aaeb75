import { relative } from "node:path";
import { randomOf } from "../../data-loaders/made-up/random.js";
import { UsageError } from "../command.js";
import { changedFiles, commitOf, defaultStart, git, hasHistory } from "../git.js";
import type { Mutation } from "./mutation.js";
import { MUTATIONS_FILE } from "./read-mutations.js";

/** The chosen faults in planting order, and how they were chosen, in words. */
export interface Choice {
  readonly mutations: readonly Mutation[];
  readonly how: string;
}

/**
 * The faults whose row, source or tests changed since a commit, in seeded random order. If history does not reach
 * that far: all faults, in seeded random order.
 *
 * @param since by default where the branch left the main one or, on the main branch, five commits back
 * @param seed by default the first digits of the commit
 * @throws UsageError if `since` is not a commit of a repository that has its whole history
 */
export function chooseChanged(
  root: string,
  mutations: readonly Mutation[],
  { since, seed = seedOf(root) }: { readonly since?: string | undefined; readonly seed?: number | undefined },
): Choice {
  const start = since === undefined ? defaultStart(root) : commitOf(root, since);
  if (start === null) {
    if (since !== undefined && hasHistory(root)) throw new UsageError([`--since ${since} is not a commit`]);
    return {
      mutations: randomOf(seed).shuffled(mutations),
      how: `the history does not reach back far enough to see what changed: a sample of all faults, drawn with seed ${seed}`,
    };
  }
  const files = changedFiles(root, start);
  const before = rowsAt(root, start);
  const changed = mutations.filter(
    (mutation) =>
      [mutation.file, ...mutation.tests].some((file) => files.has(file)) ||
      (before !== null && !before.has(JSON.stringify(mutation))),
  );
  return {
    mutations: randomOf(seed).shuffled(changed),
    how: `${changed.length} of ${mutations.length} faults have changed since ${start.slice(0, 9)}, in an order drawn with seed ${seed}`,
  };
}

/** The rows of the list of faults at a commit; null if it had no list. */
function rowsAt(root: string, commit: string): ReadonlySet<string> | null {
  try {
    const text = git(root, "show", `${commit}:./${relative(root, MUTATIONS_FILE)}`);
    const rows: unknown = text === null ? null : JSON.parse(text);
    return Array.isArray(rows) ? new Set(rows.map((row) => JSON.stringify(row))) : null;
  } catch {
    return null;
  }
}

const seedOf = (root: string): number => Number.parseInt(commitOf(root, "HEAD")?.slice(0, 7) ?? "1", 16);
