import { describe, expect, it } from "vitest";
import { align, linesOfFile, linesOfHtml } from "../../../../src/analysis/align/index.js";
import { readPdf } from "../../../../tools/align/read-pdf.js";
import { column, madePdf, type Piece, wrapped } from "./made-pdf.js";
import { HARBOUR, STORED } from "./made-publication.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const lines = async (given: Uint8Array, name = "report") =>
  (await linesOfFile(given, name, readPdf)).map(({ text }) => text);
const missing = async (given: Uint8Array, name = "report") =>
  align(await linesOfFile(given, name, readPdf), STORED)?.sentences.flatMap(({ sentence, text }) =>
    text === null ? [sentence.id] : [],
  );

describe("plain text", () => {
  it.each([
    ["UTF-8", bytes("one’s\r\ntwo")],
    ["UTF-8 with a mark", Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes("one’s\ntwo"))],
    ["UTF-16 little-endian with a mark", Uint8Array.of(0xff, 0xfe, ...utf16("one’s\ntwo", true))],
    ["UTF-16 big-endian with a mark", Uint8Array.of(0xfe, 0xff, ...utf16("one’s\ntwo", false))],
    ["Windows-1252", Uint8Array.of(...bytes("one"), 0x92, ...bytes("s\ntwo"))],
  ])("is read as %s", async (_, given) => {
    expect(await lines(given)).toEqual(["one’s", "two"]);
  });

  it("is read as UTF-16 without a mark by its zeros", async () => {
    expect(await lines(Uint8Array.from(utf16("one\ntwo", true)))).toEqual(["one", "two"]);
    expect(await lines(Uint8Array.from(utf16("one\ntwo", false)))).toEqual(["one", "two"]);
  });

  it("keeps the text of Markdown links, and pages apart at form feeds", async () => {
    expect(await lines(bytes("a **bold** [link](https://example.org/x)"))).toEqual(["a bold [link]"]);
    expect(await linesOfFile(bytes("one\ftwo"), "x", readPdf)).toEqual([
      { text: "one", page: 1 },
      { text: "two", page: 2 },
    ]);
  });
});

describe("a web page", () => {
  const page = (body: string) =>
    `<!doctype html><html><head><title>No text</title></head><body>${body}</body></html>`;

  it("has a line for each block, item and row, without scripts and styles", async () => {
    const html = page(
      "<h1>One\n two</h1><style>p { color: red }</style><script>var three;</script><p>four<br>five <b>si</b>x<template>no</template></p>" +
        "<ul><li>seven<ul><li>eight</li></ul></li></ul><table><tr><th>nine</th><td>ten</td></tr></table>tail &amp; end",
    );
    expect(linesOfHtml(html).map(({ text }) => text)).toEqual([
      "One two",
      "four",
      "five six",
      "seven",
      "eight",
      "nine ten",
      "tail & end",
    ]);
  });

  it("has footnote marks as raised digits, and other raised text as it is", () => {
    const html = page('<p>staff<sup>12</sup> and<sup><a href="#n">[3]</a></sup> the 1<sup>st</sup></p>');
    expect(linesOfHtml(html)[0]?.text).toBe("staff¹² and³ the 1st");
  });

  it("may be nested ten thousand deep", () => {
    expect(linesOfHtml(page(`${"<div>".repeat(10_000)}deep`))).toEqual([{ text: "deep" }]);
  });

  it("is known by its content or its name, and has every sentence", async () => {
    const body = HARBOUR.map((sentence) => `<p>${sentence.replace("¹", "<sup>1</sup>")}</p>`).join(
      "<nav>Menu</nav>",
    );
    expect(await missing(bytes(page(body)), "saved")).toEqual([]);
    expect(await missing(bytes(body), "saved.HTM")).toEqual([]);
  });
});

describe("a PDF", () => {
  const header: Piece = { text: "Harbours of the coast", x: 150, y: 570, size: 8 };
  const footer = (page: number): Piece => ({ text: `Page ${page} of 2`, x: 180, y: 20, size: 8 });
  const text = HARBOUR.map((sentence) => sentence.replace("¹", ""));

  it("has every sentence in two columns of broken and hyphenated lines, with page headers and numbers", async () => {
    const all = text.flatMap((sentence) => wrapped(sentence, 30));
    expect(all.some((line) => /[a-z]-$/.test(line))).toBe(true);
    const quarter = Math.ceil(all.length / 4);
    const part = (index: number) => all.slice(index * quarter, (index + 1) * quarter);
    const pages = [0, 1].map((page) => [
      header,
      ...column(part(2 * page), 30, 540),
      ...column(part(2 * page + 1), 220, 540),
      footer(page + 1),
    ]);
    expect(await missing(madePdf(pages))).toEqual([]);
  });

  it("has footnote marks as raised digits", async () => {
    const pieces: Piece[] = [
      { text: "with their berth", x: 30, y: 500 },
      { text: "1", x: 95.6, y: 504, size: 6 },
      { text: " (70 per cent).", x: 99, y: 500 },
    ];
    expect(await lines(madePdf([pieces]))).toEqual(["with their berth¹ (70 per cent)."]);
  });

  it("without text holds pictures", async () => {
    await expect(lines(madePdf([[]]))).rejects.toThrow(
      "the PDF holds pictures of pages and no text; expected a PDF whose text can be selected",
    );
  });

  it("that is cut off cannot be read", async () => {
    await expect(lines(bytes("%PDF-1.7\nnothing else"))).rejects.toThrow(
      /^the PDF cannot be read \(.+\); expected a whole PDF$/,
    );
  });
});

describe("another file", () => {
  it.each([
    [
      "an empty one",
      new Uint8Array(),
      "the file is empty; expected a publication in plain text, HTML or PDF",
    ],
    [
      "one of spaces",
      bytes(" \n\t\n"),
      "the file holds no words; expected a publication in plain text, HTML or PDF",
    ],
    [
      "a page without text",
      bytes("<html><script>x</script></html>"),
      "the file holds no words; expected a publication",
    ],
    [
      "an office document",
      bytes("PK\u0003\u0004docx"),
      "the file is an office document or an archive; expected plain text, HTML or PDF: save it as PDF",
    ],
    [
      "a program",
      Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 0, 0, 0),
      "the file is no text; expected plain text, HTML or PDF",
    ],
  ])("is refused: %s", async (_, given, message) => {
    await expect(lines(given)).rejects.toThrow(message);
  });
});

function utf16(text: string, little: boolean): number[] {
  return [...text].flatMap((character) => {
    const code = character.charCodeAt(0);
    return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
  });
}
