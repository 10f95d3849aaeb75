import {
  type Alignment,
  FileFault,
  linesOfFile,
  linesOfPdf,
  type TextLine,
} from "../../analysis/align/index.js";
import type { AlignAnswer, AlignOrder, StoredRow } from "./align-worker.js";

let worker: Worker | null = null;
let order = 0;

/**
 * Parses a publication in the page and finds its sentences in a worker.
 *
 * @throws a FileFault that says what is wrong with the file
 */
export async function readOwnCopy(file: File, stored: readonly StoredRow[]): Promise<Alignment<StoredRow>> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const lines = await linesOfFile(bytes, file.name, pdfLines);
  const alignment = await inWorker(lines, stored);
  if (alignment !== null) return alignment;
  throw new FileFault(
    "the file has none of the sentences of six words or more",
    "one of the publications that this page is about",
  );
}

/** Stops the worker, if any. */
export function endReading(): void {
  worker?.terminate();
  worker = null;
}

/** pdf.js is large: it is loaded with the first PDF. */
async function pdfLines(bytes: Uint8Array): Promise<TextLine[]> {
  const { getDocument, GlobalWorkerOptions, VerbosityLevel } = await import("pdfjs-dist");
  const port = new Worker(import.meta.resolve("./pdf-worker.js"), { type: "module" });
  GlobalWorkerOptions.workerPort = port;
  try {
    const task = getDocument({
      data: bytes,
      isEvalSupported: false,
      verbosity: VerbosityLevel.ERRORS,
      // Text is extracted, not drawn, so no fonts are needed.
      disableFontFace: true,
      useSystemFonts: false,
    });
    return await linesOfPdf(await task.promise);
  } finally {
    port.terminate();
  }
}

function inWorker(
  lines: readonly TextLine[],
  stored: readonly StoredRow[],
): Promise<Alignment<StoredRow> | null> {
  worker ??= new Worker(import.meta.resolve("./align-worker.js"), { type: "module" });
  const asked = worker;
  const run = ++order;
  return new Promise((resolve, reject) => {
    const hear = ({ data }: MessageEvent<AlignAnswer>) => {
      if (data.run !== run) return;
      asked.removeEventListener("message", hear);
      resolve(data.alignment);
    };
    asked.addEventListener("message", hear);
    asked.onerror = ({ message }) => {
      endReading();
      reject(new Error(message || "the worker did not start"));
    };
    asked.postMessage({ run, lines, stored } satisfies AlignOrder);
  });
}
