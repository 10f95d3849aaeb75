import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "../site/fixture.js";

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
