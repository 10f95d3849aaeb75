/** What stands in a piece of text for something that is not its words: a citation, code, a value put in by code. */
export const FILLER = "\uFFFC";

/** Text that readers meet in one go, and where each of its characters stands in the file. */
export interface Piece {
  readonly text: string;
  /** For each UTF-16 unit of the text its offset in the source. */
  readonly offsets: readonly number[];
  /** What it is to readers: "prose", "the title", "a text alternative". */
  readonly role: string;
}

/** Collects a piece from parts of the source. */
export class PieceBuilder {
  private text = "";
  private offsets: number[] = [];

  /** Adds characters of the source as they stand there. */
  source(source: string, start: number, end: number): this {
    for (let offset = start; offset < end; offset++) this.put(source.charAt(offset), offset);
    return this;
  }

  /** Adds text that stands at one place of the source in another spelling, or for which something else stands there. */
  put(text: string, offset: number): this {
    for (let i = 0; i < text.length; i++) this.offsets.push(offset);
    this.text += text;
    return this;
  }

  /** The piece so far, and a new beginning; nothing where there is only space. */
  take(role: string): Piece[] {
    const piece = { text: this.text, offsets: this.offsets, role };
    this.text = "";
    this.offsets = [];
    return piece.text.trim() === "" ? [] : [piece];
  }
}

const CITED = /\{\{[^{}]*\}\}|\$\{[^{}]*\}/g;
const ENTITY = /&(?:#\d+|#x[\da-f]+|\w+);/gi;

/** The piece with citations, live expressions and character references blanked: they hold names and codes, no words. */
export function withoutCitations(piece: Piece): Piece {
  const blank = (match: string) => FILLER.repeat(match.length);
  return { ...piece, text: piece.text.replace(CITED, blank).replace(ENTITY, blank) };
}
