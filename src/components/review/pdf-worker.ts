// The entry of the worker of pdf.js, served by the site itself.
import "pdfjs-dist/build/pdf.worker.mjs";
