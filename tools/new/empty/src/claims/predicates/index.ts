import type { Predicate } from "../predicate.js";

/** Predicates by the id of their claim or reading, one record per publication or part of it. */
const OF_PUBLICATIONS: readonly Readonly<Record<string, Predicate>>[] = [];

/** The predicate of every claim that numbers or definitions decide, by the id of the claim or of its reading. */
export const PREDICATES: ReadonlyMap<string, Predicate> = new Map(
  OF_PUBLICATIONS.flatMap((predicates) => Object.entries(predicates)),
);

/** Predicates of sources outside a publication, by claim id. */
export const OUTSIDE: ReadonlyMap<string, Predicate> = new Map([]);

export { SURVEY_RULES } from "./survey-rules.js";
