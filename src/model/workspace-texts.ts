import type { Dimension } from "./dimensions.js";

/** What a workspace says of itself and of its publications together. */
export interface Workspace {
  /** The name of the site. */
  readonly title: string;
  /** The publications together, within a sentence. */
  readonly publications: string;
  /** Under which licence their facts stand: a sentence, its short form under pictures, and that of the footer, as HTML. */
  readonly licence: { readonly sentence: string; readonly short: string; readonly footer: string };
  /** What facts from outside count, beside the units of measures. */
  readonly counted: readonly string[];
  /** Where the numbers come from, before the list of the publications in `codecheck.yml`. */
  readonly source: string;
}

/** What sets two interviews of one case apart, so that their answers may go together. */
export interface PairedBy {
  readonly dimension: Dimension;
  /** What readers are asked about such pairs. */
  readonly legend: string;
}
