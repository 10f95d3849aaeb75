import { JSDOM } from "jsdom";
import { linesOfHtml, linesOfPdf, type Readers } from "../../src/analysis/align/index.js";

/** How a command reads HTML and PDF. pdf.js is large and comes with the first PDF. */
export const readers: Readers = {
  html: (text) => linesOfHtml(new JSDOM(text).window.document),
  pdf: async (bytes) => {
    const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
    try {
      return await linesOfPdf(await task.promise);
    } finally {
      await task.destroy();
    }
  },
};
