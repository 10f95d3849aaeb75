/** A part of the contacts that cannot be interviewed, of whom `difference` points fewer say yes than of the others. */
export interface LeftOut {
  /** What it is called: an exclusion of the codebook, or "no-telephone". */
  readonly id: string;
  /** Part of the contacts that are still there, 0 to below 1. */
  readonly share: number;
  /** Share of yes among the others less theirs, -1 to 1, within each group. */
  readonly difference: number;
}

/** Who answers of those approached. */
export interface Response {
  /** Part that answers, above 0 to 1. */
  readonly rate: number;
  /** Rates of some groups instead, by a variable. */
  readonly byGroup?: { readonly variable: string; readonly rates: Readonly<Record<string, number>> };
  /** Share of yes among those who answer less that of those who refuse, within each group. */
  readonly difference: number;
}

/** How people are approached: in random order, as long as their cell is open. */
export type SamplingWay =
  | { readonly way: "simple-random" }
  /** Interviews of each stratum of the codebook in proportion to its contacts. */
  | { readonly way: "stratified" }
  /** At least this part of all interviews in each combination of the codebook's quota variables. */
  | { readonly way: "quota"; readonly least: number };

/**
 * The whole truth about a population and how it is asked. Every number is a choice: none is an estimate of anything about
 * parents.
 */
export interface Settings {
  /** Contacts in the population. */
  readonly population: number;
  /** The share of yes of a contact without any of the points below, 0 to 1. */
  readonly level: number;
  /** What is added for an answer to a variable, so that groups differ. */
  readonly points: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Shares of the answers of a variable; those of a variable that is not here are alike. */
  readonly shares: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /**
   * Contacts whose other parent of the case is a contact too: their part of all contacts, and the correlation of what
   * underlies both answers, from -1 to 1: a normal random intercept of the case where it is above 0.
   */
  readonly pairs: { readonly share: number; readonly correlation: number };
  readonly leftOut: readonly LeftOut[];
  readonly response: Response;
  /** Points that politeness towards the interviewer adds to the share of yes among answers. */
  readonly courtesy: number;
  readonly sampling: SamplingWay;
}
