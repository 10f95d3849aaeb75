import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { align, FileFault, fingerprintOf, linesOfFile } from "../src/analysis/align/index.js";
import { readPdf } from "./align/read-pdf.js";
import { report } from "./align/report.js";
import { type CommandFunction, readFolder, runAsProcess, runProgram, UsageError } from "./command.js";

const program = () =>
  new Command("align")
    .description(
      "Shows each sentence of a publication that you have beside our words for it. Of the sentences the project keeps only " +
        "fingerprints, so it needs your copy.",
    )
    .argument("[files...]", "the publication as plain text, HTML or PDF")
    .option("--sentence <text>", "prints the words and fingerprint of a sentence, as sentences.csv has them")
    .option("--raw <folder>", "the folder of raw files", "data-loaders/raw");

interface Options {
  readonly raw: string;
  readonly sentence?: string;
}

/** `npm run align`. */
export const alignCommand: CommandFunction = (args, { out, err }) =>
  runProgram<Options>(program(), args, { out, err }, async ({ raw: folder, sentence }, files) => {
    if (sentence !== undefined) {
      const { words, fingerprint } = fingerprintOf(sentence);
      out(`${words},${fingerprint}\n`);
      if (files.length === 0) return 0;
    } else if (files.length === 0)
      throw new UsageError(["error: a file is missing; expected a publication as plain text, HTML or PDF"]);
    const raw = readFolder(folder);
    // A publication may be spread over several files: a sentence counts once.
    const publications = new Set<string>();
    const found = new Set<string>();
    let exitCode = 0;
    for (const file of files) {
      try {
        const lines = await linesOfFile(read(file), file, readPdf);
        const alignment = align(lines, raw.sentences);
        if (alignment === null) {
          const titles = raw.publications.map(({ title }) => title).join("; ");
          throw new FileFault(
            "the file has none of the sentences of six words or more",
            `one of these: ${titles}`,
          );
        }
        out(`${report(file, raw, alignment).join("\n")}\n`);
        publications.add(alignment.publication);
        for (const { sentence, text } of alignment.sentences) if (text !== null) found.add(sentence.id);
      } catch (error) {
        if (!(error instanceof FileFault)) throw error;
        err(`${file}: ${error.message}\n`);
        exitCode = 2;
      }
    }
    if (publications.size > 0) {
      const all = raw.sentences.filter(({ publication }) => publications.has(publication)).length;
      out(`${found.size} of ${all} sentences found\n`);
    }
    return exitCode;
  });

function read(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new FileFault("there is no such file", "the path of a publication");
    if (code === "EISDIR") throw new FileFault("this is a folder", "the path of a publication");
    if (code === "EACCES" || code === "EPERM")
      throw new FileFault("the file may not be read", "one that may be");
    throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runAsProcess(alignCommand);
