import { mutationsIn } from "./mutation.js";

const FILES = ["lines-of-file"];
const CHAIN = ["longest-chain", "align"];
const ALIGN = ["align"];

export const align = [
  ...mutationsIn("src/analysis/align", "tests/unit/analysis/align", [
    {
      what: "hashes words without a space between them",
      file: "fingerprint",
      find: 'words.join(" ")',
      replace: 'words.join("")',
    },
    {
      what: "keeps ligatures and accents as they are",
      file: "words",
      find: '.normalize("NFKD")',
      replace: '.normalize("NFC")',
    },
    {
      what: "parts words at a hyphen that ends a line",
      file: "words",
      find: "JOINS.test(text.slice(end)) ||",
      replace: "",
    },
    {
      what: "takes a footnote mark for a word",
      file: "words",
      find: "start < mark || isFootnoteMark(text, start, end)",
      replace: "start < mark",
    },
    {
      what: "takes a list mark for a word",
      file: "words",
      find: "start < mark || isFootnoteMark",
      replace: "isFootnoteMark",
    },
    {
      what: "leaves lines that pages repeat in the text",
      file: "page-lines",
      find: "times >= Math.max(3, count / 3) ? 2 : times >= 2 ? 1 : 0",
      replace: "0",
      tests: ALIGN,
    },
    {
      what: "takes a page number for a word",
      file: "page-lines",
      find: "return 2;",
      replace: "return 0;",
      tests: ALIGN,
    },
    {
      what: "slides one window too few",
      file: "find-windows",
      find: "at + length <= compared.length",
      replace: "at + length < compared.length",
      tests: ALIGN,
    },
    {
      what: "does not look again with what may be aside",
      file: "find-windows",
      find: "if (most > 0 && asides[last + 1] === asides[first]) continue;",
      replace: "if (most > 0) continue;",
      tests: ALIGN,
    },
    {
      what: "lets sentences overlap",
      file: "longest-chain",
      find: "endingBefore(window.first)",
      replace: "endingBefore(window.last)",
      tests: CHAIN,
    },
    {
      what: "places a short sentence anywhere",
      file: "place",
      find: "windowsOf(row).filter(isNear)",
      replace: "windowsOf(row)",
      tests: ALIGN,
    },
    {
      what: "takes the same words for two sentences",
      file: "place",
      find: "if (free === undefined) continue;",
      replace: "",
      tests: ALIGN,
    },
    {
      what: "places no sentence that is out of order",
      file: "place",
      find: "elsewhere.set(row, free);",
      replace: "",
      tests: ALIGN,
    },
    {
      what: "takes the publication with fewest sentences",
      file: "align",
      find: "Math.max(...counts.values())",
      replace: "Math.min(...counts.values())",
    },
    {
      what: "lets short sentences say which publication it is",
      file: "align",
      find: "words < LONG || ",
      replace: "",
    },
    {
      what: "quotes the lines of page headers",
      file: "quote",
      find: "filter(({ aside }) => aside <= window.most)",
      replace: "filter(() => true)",
      tests: ALIGN,
    },
    {
      what: "reads scripts and styles as text",
      file: "html-lines",
      find: "|| NO_TEXT.has(node.nodeName)",
      replace: "",
      tests: FILES,
    },
    {
      what: "reads raised digits of a PDF as words",
      file: "pdf-lines",
      find: "isSmall ? raised(piece.str) : piece.str",
      replace: "piece.str",
      tests: FILES,
    },
  ]),
  ...mutationsIn("data-loaders/read/checks", "tests/unit/data-loaders/read/checks", [
    {
      what: "takes one fingerprint for sentences of different length",
      file: "sentences",
      find: "twin === undefined || twin.words === words",
      replace: "true",
    },
  ]),
  ...mutationsIn("data-loaders/read", "tests/unit/data-loaders/read/checks", [
    {
      what: "takes a fingerprint that is cut off",
      file: "cells",
      find: "[0-9a-f]{16}",
      replace: "[0-9a-f]+",
      tests: ["sentences"],
    },
  ]),
];
