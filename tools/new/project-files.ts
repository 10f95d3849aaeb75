import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { git } from "../git.js";
import { filesBelow } from "../site/files.js";

/**
 * The files of a project as paths from its root: those that git holds or would hold. Without git, all but what `.gitignore`
 * names.
 */
export function projectFiles(root: string): string[] {
  const listed = (git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard") ?? "")
    .split("\0")
    .filter((path) => path !== "" && existsSync(join(root, path)));
  // A folder within a repository that ignores it has none.
  if (listed.includes("package.json")) return [...new Set(listed)].sort();
  const rules = readFileSync(join(root, ".gitignore"), "utf8").split("\n");
  const kept = new Set(rules.flatMap((rule) => (rule.startsWith("!") ? [rule.slice(1)] : [])));
  const ignored = rules.filter((rule) => rule !== "" && !rule.startsWith("!")).map(patternOf);
  const path = (full: string) => relative(root, full).replaceAll("\\", "/");
  return filesBelow(root, (full) => {
    const own = path(full);
    return own === ".git" || (!kept.has(own) && ignored.some((pattern) => pattern.test(own)));
  }).map(path);
}

/** A line of `.gitignore` of the kinds that this project uses: a path, a folder, and `*` and `**` in a name. */
export function patternOf(rule: string): RegExp {
  const text = rule
    .replace(/\/$/, "")
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\*\*\/|\*/g, (stars) => (stars === "*" ? "[^/]*" : "(?:.*/)?"));
  return new RegExp(`^${text}(?:/|$)`);
}
