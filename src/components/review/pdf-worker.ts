// Entry point of the pdf.js worker, served by the site itself.
import "pdfjs-dist/build/pdf.worker.mjs";
