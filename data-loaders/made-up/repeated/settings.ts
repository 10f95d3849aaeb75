/** An excluded part of the contacts, whose share of yes is lower by `difference`. */
export interface LeftOut {
  /** Its name: an exclusion of the codebook, or "no-telephone". */
  readonly id: string;
  /** Share of the contacts remaining at this point, 0 to below 1. */
  readonly share: number;
  /** Share of yes among the others minus theirs, -1 to 1, within each group. */
  readonly difference: number;
}

/** Nonresponse. */
export interface Response {
  /** Response rate, above 0 to 1. */
  readonly rate: number;
  /** Different rates for some groups, by a variable. */
  readonly byGroup?: { readonly variable: string; readonly rates: Readonly<Record<string, number>> };
  /** Share of yes among respondents minus that among nonrespondents, within each group. */
  readonly difference: number;
}

/** How people are sampled: in random order while their cell is open. */
export type SamplingWay =
  | { readonly way: "simple-random" }
  /** Proportional allocation to the codebook's strata. */
  | { readonly way: "stratified" }
  /** A minimum share of all interviews for each combination of the codebook's quota variables. */
  | { readonly way: "quota"; readonly least: number };

/** All parameters of a population and its survey. Every number is made up: none estimates anything about parents. */
export interface Settings {
  /** Contacts in the population. */
  readonly population: number;
  /** Share of yes of a contact without any of the points below, 0 to 1. */
  readonly level: number;
  /** Points added for answers to variables, so that groups differ. */
  readonly points: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Shares of the answers of variables; uniform for those not listed. */
  readonly shares: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Contacts in pairs: their share of all contacts, and the correlation of the latent opinions, from -1 to 1. */
  readonly pairs: { readonly share: number; readonly correlation: number };
  readonly leftOut: readonly LeftOut[];
  readonly response: Response;
  /** Courtesy bias: points added to the share of yes among answers. */
  readonly courtesy: number;
  readonly sampling: SamplingWay;
}
