/** Placeholder in a text for a citation, code or an inserted value. */
export const FILLER = "\uFFFC";

/** A continuous text for readers, with source positions. */
export interface Piece {
  readonly text: string;
  /** Source offset of each UTF-16 unit. */
  readonly offsets: readonly number[];
  /** Its role: "prose", "the title", "a text alternative". */
  readonly role: string;
}

/** Builds a piece from parts of the source. */
export class PieceBuilder {
  private text = "";
  private offsets: number[] = [];

  /** Adds a source range unchanged. */
  source(source: string, start: number, end: number): this {
    for (let offset = start; offset < end; offset++) this.put(source.charAt(offset), offset);
    return this;
  }

  /** Adds text that is spelled differently in the source, or a placeholder. */
  put(text: string, offset: number): this {
    for (let i = 0; i < text.length; i++) this.offsets.push(offset);
    this.text += text;
    return this;
  }

  /** Returns the piece so far and starts a new one; empty for only spaces. */
  take(role: string): Piece[] {
    const piece = { text: this.text, offsets: this.offsets, role };
    this.text = "";
    this.offsets = [];
    return piece.text.trim() === "" ? [] : [piece];
  }
}

const CITED = /\{\{[^{}]*\}\}|\$\{[^{}]*\}/g;
const ENTITY = /&(?:#\d+|#x[\da-f]+|\w+);/gi;

/** Blanks citations, live expressions and character references, which contain names and codes. */
export function withoutCitations(piece: Piece): Piece {
  const blank = (match: string) => FILLER.repeat(match.length);
  return { ...piece, text: piece.text.replace(CITED, blank).replace(ENTITY, blank) };
}
