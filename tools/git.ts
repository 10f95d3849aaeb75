import { spawnSync } from "node:child_process";

/** Output of git in a folder; null if it fails, for example outside a repository. */
export function git(folder: string, ...args: string[]): string | null {
  // In a hook, git's environment variables point to another repository.
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

/** On the main branch, changes are counted from this many commits back. */
const COMMITS = 5;

/**
 * The start commit for changes: where the branch left the main one or, on the main branch, five commits back. Null
 * without git or in a shallow clone.
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

/** Whether a folder is in a repository with full history. */
export const hasHistory = (folder: string): boolean =>
  git(folder, "rev-parse", "--is-shallow-repository")?.trim() === "false";

/** Files changed since a commit, as paths from the folder: committed, uncommitted, new and deleted ones. */
export function changedFiles(folder: string, since: string): ReadonlySet<string> {
  const tracked = git(folder, "diff", "--name-only", "--no-renames", "--relative", "-z", since, "--");
  const untracked = git(folder, "ls-files", "--others", "--exclude-standard", "-z");
  return new Set(`${tracked ?? ""}${untracked ?? ""}`.split("\0").filter((file) => file !== ""));
}
