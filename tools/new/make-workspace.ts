import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, join, posix, relative, resolve, sep } from "node:path";
import { readDimensions } from "../../data-loaders/read/groups.js";
import { ARCHITECTURE, projectFiles as sourceFiles, withFlow } from "../architecture.js";
import { checkProse } from "../check-prose.js";
import { UsageError } from "../command.js";
import { GROUPS_MODULE, GROUPS_STYLES, groupsModule, groupsStyles } from "../groups.js";
import { ALLOWED_FILE, readAllowed } from "../prose/allowed.js";
import { UNCONDITIONAL_FILE, unconditionalProblems } from "../prose/not-knowing.js";
import { filesBelow, writeWhole } from "../site/files.js";
import { GENERATED, RAW } from "../site/paths.js";
import { isFigures, modulesOf, pagesOf } from "../source-files.js";
import { projectFiles } from "./project-files.js";
import { EMPTY, isOfTheSurveys, SCRIPTS, SECTIONS, WORDS } from "./survey.js";

const MUTATIONS = "tools/mutate/mutations.json";

/**
 * Makes an empty workspace from a project: the engine without its surveys. It is staged in the folder of generated files
 * and moved into place once complete.
 *
 * @throws UsageError if the target is a file, a folder that is not empty, or inside the project
 */
export function makeWorkspace(root: string, folder: string): void {
  const target = resolve(folder);
  refuseTarget(root, folder, target);
  const stage = resolve(root, GENERATED, `new-${process.pid}`);
  const whole = `${target}.${process.pid}.part`;
  try {
    copyEngine(root, stage);
    setPackageName(stage, basename(target));
    for (const page of pagesOf(stage)) change(stage, page, (text) => withoutRemovedPages(stage, page, text));
    for (const file of [...pagesOf(stage), ...modulesOf(stage).filter(isFigures)])
      change(stage, file, withoutCounts);
    for (const [file, heading] of SECTIONS) change(stage, file, (text) => withoutSection(text, heading));
    for (const [file, words, instead] of WORDS)
      change(stage, file, (text) => replaceWords(text, words, instead));
    change(stage, MUTATIONS, (text) => remainingFaults(stage, text));
    pruneProseLists(stage);
    const dimensions = readDimensions(join(stage, RAW), (file) => join(RAW, file));
    writeWhole(join(stage, GROUPS_MODULE), groupsModule(dimensions));
    writeWhole(join(stage, GROUPS_STYLES), groupsStyles(dimensions));
    change(stage, ARCHITECTURE, (page) => withFlow(page, sourceFiles(stage)));
    acceptResults(stage);
    cpSync(stage, whole, { recursive: true });
    if (existsSync(target)) rmdirSync(target);
    renameSync(whole, target);
  } finally {
    for (const left of [stage, whole]) rmSync(left, { recursive: true, force: true });
  }
}

function refuseTarget(root: string, folder: string, target: string): void {
  const expected = "expected a folder that is absent or empty";
  if (existsSync(target)) {
    if (!statSync(target).isDirectory()) throw new UsageError([`${folder} is a file; ${expected}`]);
    if (readdirSync(target).length > 0) throw new UsageError([`${folder} is not empty; ${expected}`]);
  }
  if (`${target}${sep}`.startsWith(`${resolve(root)}${sep}`))
    throw new UsageError([`${folder} is within this project; expected a folder outside of it`]);
}

/** Copies the files that belong to no survey, and the empty lists that replace those naming one. */
function copyEngine(root: string, stage: string): void {
  const copy = (from: string, to: string) => {
    mkdirSync(dirname(join(stage, to)), { recursive: true });
    copyFileSync(join(root, from), join(stage, to));
  };
  for (const path of projectFiles(root)) if (!isOfTheSurveys(path)) copy(path, path);
  for (const path of filesBelow(join(root, EMPTY)).map((file) => relative(root, file)))
    copy(path, relative(EMPTY, path));
}

function change(stage: string, file: string, to: (text: string) => string): void {
  const path = join(stage, file);
  writeWhole(path, to(readFileSync(path, "utf8")));
}

/** Names the package after the folder, and removes scripts whose files are not copied. */
function setPackageName(stage: string, folder: string): void {
  const name =
    folder
      .toLowerCase()
      .replace(/[^a-z0-9._-]+/g, "-")
      .replace(/^[._-]+/, "") || "workspace";
  const json = (text: string, edit: (content: Package) => Package) =>
    `${JSON.stringify(edit(JSON.parse(text) as Package), null, 2)}\n`;
  change(stage, "package.json", (text) =>
    json(text, ({ scripts = {}, ...rest }) => ({
      ...rest,
      name,
      description: "A survey's publications, their numbers recorded, recalculated and bounded",
      scripts: Object.fromEntries(Object.entries(scripts).filter(([script]) => !SCRIPTS.includes(script))),
    })),
  );
  change(stage, "package-lock.json", (text) =>
    json(text, ({ packages = {}, ...rest }) => ({
      ...rest,
      name,
      packages: { ...packages, "": { ...packages[""], name } },
    })),
  );
}

interface Package {
  readonly name: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly packages?: Readonly<Record<string, object>>;
}

/** Removes cards of pages that do not exist, and replaces other links to them by their text. */
function withoutRemovedPages(stage: string, page: string, text: string): string {
  const isRemoved = (link: string) =>
    /^[\w./-]+\.html$/.test(link) &&
    !existsSync(join(stage, posix.join(posix.dirname(page), link).replace(/\.html$/, ".md")));
  return text
    .replace(/^<li><a href="([^"]+)">.*<\/li>\n/gm, (card, link: string) => (isRemoved(link) ? "" : card))
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, (whole, words: string, link: string) =>
      isRemoved(link) ? words : whole,
    );
}

/** Removes counts in words before "publications" and "surveys", which are zero here. */
function withoutCounts(text: string): string {
  return text.replace(
    /\{\{(?:collection\.publications|codebooks\.surveys)\|(words|capital)\}\} (p|s)(ublications|urveys)/g,
    (_, form: string, first: string, rest: string) =>
      `${form === "capital" ? first.toUpperCase() : first}${rest}`,
  );
}

/** Removes the section under a heading. */
function withoutSection(text: string, heading: string): string {
  const from = text.indexOf(`\n## ${heading}\n`);
  if (from < 0) throw new Error(`there is no section “${heading}”`);
  const to = text.indexOf("\n## ", from + 1);
  return `${text.slice(0, from)}${to < 0 ? "" : text.slice(to)}`;
}

function replaceWords(text: string, words: string, instead: string): string {
  if (!text.includes(words)) throw new Error(`there are no words “${words}”`);
  return text.replace(words, instead);
}

/** The planted faults whose file and tests all exist. */
function remainingFaults(stage: string, text: string): string {
  const faults = text
    .split("\n")
    .map((line) => line.replace(/,$/, ""))
    .filter((line) => line.trim().startsWith("{"));
  const left = faults.filter((line) => {
    const { file, tests } = JSON.parse(line) as { readonly file: string; readonly tests: readonly string[] };
    return [file, ...tests].every((path) => existsSync(join(stage, path)));
  });
  return `[\n${left.join(",\n")}\n]\n`;
}

/** Removes rows of the prose lists that no remaining page uses. */
function pruneProseLists(stage: string): void {
  const without = (file: string, problems: readonly { readonly file: string; readonly line: number }[]) => {
    const lines = new Set(problems.filter((problem) => problem.file === file).map(({ line }) => line));
    change(stage, file, (text) =>
      text
        .split("\n")
        .filter((_, place) => !lines.has(place + 1))
        .join("\n"),
    );
  };
  const rows = (file: string) => readAllowed(readFileSync(join(stage, file), "utf8"), file);
  without(ALLOWED_FILE, checkProse(stage, rows(ALLOWED_FILE)));
  without(UNCONDITIONAL_FILE, unconditionalProblems(stage, rows(UNCONDITIONAL_FILE)));
}

/** Locks the results of the empty workspace, which uses the packages of the project around it. */
function acceptResults(stage: string): void {
  const args = ["--import", "tsx", "tools/audit.ts", "--accept"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: stage, encoding: "utf8" });
  if (status !== 0)
    throw new Error(`the audit of the empty workspace ended with ${status}\n${stdout}${stderr}`);
  rmSync(join(stage, GENERATED), { recursive: true, force: true });
}
