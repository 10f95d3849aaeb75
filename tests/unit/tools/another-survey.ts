import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { newCommand } from "../../../tools/new.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** A named code block of the document: a whole file, or lines that change in one. */
interface Block {
  readonly path: string;
  readonly isWhole: boolean;
  readonly text: string;
}

/** The code blocks of `docs/another-survey.md` that have a path, in order. */
export function blocksOfDocument(): Block[] {
  const document = readFileSync(join(ROOT, "docs/another-survey.md"), "utf8");
  const named = /^\*\*`([^`]+)`\*\*(.*)\n\n(`{3,})\w+\n([\s\S]*?)\n\3$/gm;
  return [...document.matchAll(named)].map(([, path = "", note = "", , text = ""]) => ({
    path,
    isWhole: note === "",
    text: `${text}\n`,
  }));
}

/** Does to a workspace what the document says. */
export function followDocument(workspace: string): void {
  for (const { path, isWhole, text } of blocksOfDocument()) {
    const file = join(workspace, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, isWhole ? text : changed(readFileSync(file, "utf8"), text));
  }
}

/** Imports are added, and a declaration takes the place of that of its name. */
function changed(source: string, lines: string): string {
  return lines
    .trimEnd()
    .split("\n")
    .reduce((text, line) => {
      if (line.startsWith("import ")) return text.replace(/\n\n/, `\n${line}\n\n`);
      const name = /^(?:export )?const (\w+)/.exec(line)?.[1];
      const old = new RegExp(`^(?:export )?const ${name}\\b.*;$`, "m");
      if (!old.test(text)) throw new Error(`no line declares ${name}`);
      return text.replace(old, () => line);
    }, source);
}

/** Runs `npm run new`, in this process. */
export async function runNew(...args: readonly string[]) {
  const printed = { out: "", err: "" };
  const status = await newCommand(args, {
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
  });
  return { ...printed, status };
}

/** Makes an empty workspace with the packages of this one, in a folder of its own. @returns the folder */
export async function emptyWorkspace(): Promise<string> {
  const folder = join(mkdtempSync(join(tmpdir(), "new-")), "Town library");
  const { status, err } = await runNew("workspace", folder);
  if (status !== 0) throw new Error(err);
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return folder;
}

export function removeWorkspace(folder: string): void {
  rmSync(dirname(folder), { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** Runs a command of a workspace there. */
export function runIn(folder: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  return { status, output: stdout + stderr };
}

export const auditIn = (folder: string, ...args: readonly string[]) =>
  runIn(folder, "--import", "tsx", "tools/audit.ts", ...args);
