import { linesOfPdf, type ReadPdf } from "../../src/analysis/align/index.js";

/** Reads a PDF in Node. pdf.js is large: it is loaded with the first PDF. */
export const readPdf: ReadPdf = async (bytes) => {
  const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  try {
    return await linesOfPdf(await task.promise);
  } finally {
    await task.destroy();
  }
};
