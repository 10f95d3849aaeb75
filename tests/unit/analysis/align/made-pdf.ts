/** A piece of text on a page of a PDF: where it stands, from the lower left, and how large it is. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** A PDF of one font, written by hand: a list of pieces for each page. Takes characters of Windows-1252. */
export function madePdf(pages: readonly (readonly Piece[])[]): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => `${objects.push(body)} 0 R`;
  add("<< /Type /Catalog /Pages 2 0 R >>");
  objects.push("");
  const font = add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  const kids = pages.map((pieces) => {
    const content = pieces
      .map(({ text, x, y, size = 10 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`)
      .join("\n");
    const stream = add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Contents ${stream} /Resources << /Font << /F1 ${font} >> >> >>`,
    );
  });
  objects[1] = `<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${kids.length} >>`;
  let file = "%PDF-1.4\n";
  const places = objects.map((body, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const start = file.length;
  const entries = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => CODES.get(character) ?? character.charCodeAt(0));
}

/** Lines of text below one another. */
export function column(lines: readonly string[], x: number, top: number): Piece[] {
  return lines.map((text, index) => ({ text, x, y: top - 14 * index }));
}

/**
 * Words in lines of at most so many characters. A word that does not fit is broken after its fourth letter with a hyphen; what
 * is longer than a line is broken where it ends.
 */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [""];
  const words = text.split(" ").flatMap((word) => word.match(new RegExp(`.{1,${width}}`, "g")) ?? []);
  for (const word of words) {
    const line = lines.at(-1) as string;
    const next = line === "" ? word : `${line} ${word}`;
    if (next.length <= width) lines[lines.length - 1] = next;
    else if (/^[a-z]{8,}$/.test(word) && line.length + 6 <= width) {
      lines[lines.length - 1] = `${line} ${word.slice(0, 4)}-`;
      lines.push(word.slice(4));
    } else lines.push(word);
  }
  return lines;
}

const CODES = new Map([
  ["‘", 0x91],
  ["’", 0x92],
  ["“", 0x93],
  ["”", 0x94],
  ["–", 0x96],
]);

function escaped(text: string): string {
  return text.replace(/[\\()]/g, "\\$&");
}
