import { spawnSync } from "node:child_process";

/** What git prints for a folder; null where it fails, for example outside of a repository. */
export function git(folder: string, ...args: string[]): string | null {
  // Within a hook, git's own variables would point elsewhere.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^GIT_(DIR|INDEX_FILE|WORK_TREE)$/.test(name)),
  );
  const { status, stdout } = spawnSync("git", ["-C", folder, ...args], {
    encoding: "utf8",
    env,
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0 ? stdout : null;
}

/** How many commits back changes are looked for on the main branch itself. */
const COMMITS = 5;

/**
 * The commit since which changes count: where the branch left the main one or, on the main branch, five commits back. Null
 * without git, and in a clone that does not hold so much history.
 */
export function defaultStart(folder: string): string | null {
  const head = commitOf(folder, "HEAD");
  if (head === null) return null;
  for (const main of ["origin/HEAD", "origin/main", "main"]) {
    const base = git(folder, "merge-base", "HEAD", main)?.trim();
    if (base && base !== head) return base;
  }
  return commitOf(folder, `HEAD~${COMMITS}`);
}

/** The full name of a commit; null if there is none of that name. */
export function commitOf(folder: string, ref: string): string | null {
  return (
    git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`)?.trim() ?? null
  );
}

/** Whether a folder is in a repository with all of its history. */
export const hasHistory = (folder: string): boolean =>
  git(folder, "rev-parse", "--is-shallow-repository")?.trim() === "false";

/** Files that differ from a commit, as paths from the folder: committed since, uncommitted, new and deleted ones. */
export function changedFiles(folder: string, since: string): ReadonlySet<string> {
  const tracked = git(folder, "diff", "--name-only", "--no-renames", "--relative", "-z", since, "--");
  const untracked = git(folder, "ls-files", "--others", "--exclude-standard", "-z");
  return new Set(`${tracked ?? ""}${untracked ?? ""}`.split("\0").filter((file) => file !== ""));
}
