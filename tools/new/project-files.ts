import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { git } from "../git.js";
import { filesBelow } from "../site/files.js";

/**
 * The files of a project as paths from its root: tracked by git, or untracked and not ignored. Without git, all that
 * `.gitignore` does not match.
 */
export function projectFiles(root: string): string[] {
  const listed = (git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard") ?? "")
    .split("\0")
    .filter((path) => path !== "" && existsSync(join(root, path)));
  // In a folder that an outer repository ignores, git lists none.
  if (listed.includes("package.json")) return [...new Set(listed)].sort();
  const rules = readFileSync(join(root, ".gitignore"), "utf8").split("\n");
  const negated = new Set(rules.flatMap((rule) => (rule.startsWith("!") ? [rule.slice(1)] : [])));
  const ignored = rules.filter((rule) => rule !== "" && !rule.startsWith("!")).map(patternOf);
  const path = (full: string) => relative(root, full).replaceAll("\\", "/");
  return filesBelow(root, (full) => {
    const relativePath = path(full);
    return (
      relativePath === ".git" ||
      (!negated.has(relativePath) && ignored.some((pattern) => pattern.test(relativePath)))
    );
  }).map(path);
}

/** A regular expression for the `.gitignore` patterns that this project uses: a path, a folder, and `*` and `**`. */
export function patternOf(rule: string): RegExp {
  const text = rule
    .replace(/\/$/, "")
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\*\*\/|\*/g, (stars) => (stars === "*" ? "[^/]*" : "(?:.*/)?"));
  return new RegExp(`^${text}(?:/|$)`);
}
