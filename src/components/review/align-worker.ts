import type { StoredSentence } from "../../analysis/align/align.js";
import { type Alignment, align } from "../../analysis/align/align.js";
import type { TextLine } from "../../analysis/align/words.js";

/** A row of the table of sentences. */
export interface StoredRow extends StoredSentence {
  readonly locator: string;
  readonly gist: string;
  /** Ids of its claims, joined by `;`. */
  readonly claims: string;
}

export interface AlignOrder {
  readonly run: number;
  readonly lines: readonly TextLine[];
  readonly stored: readonly StoredRow[];
}

export interface AlignAnswer {
  readonly run: number;
  readonly alignment: Alignment<StoredRow> | null;
}

// Entry point of the worker: aligning a long publication takes seconds, during which the page stays responsive.
addEventListener("message", ({ data: { run, lines, stored } }: MessageEvent<AlignOrder>) => {
  postMessage({ run, alignment: align(lines, stored) } satisfies AlignAnswer);
});
