export { type Aligned, type Alignment, align, type StoredSentence } from "./align.js";
export { decodeText, type FileKind, kindOfFile } from "./decode.js";
export { type Fingerprint, fingerprintOf } from "./fingerprint.js";
export { linesOfHtml } from "./html-lines.js";
export { FileFault, linesOfFile, linesOfText, type ReadPdf } from "./lines-of-file.js";
export { linesOfPdf, type PdfDocument } from "./pdf-lines.js";
export type { TextLine } from "./words.js";
