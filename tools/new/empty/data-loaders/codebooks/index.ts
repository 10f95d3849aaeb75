import type { Codebook } from "../../src/model/codebook.js";

const BOOKS: readonly Codebook[] = [];

/** The codebooks by id, in the order of their contacts. A new survey is a new module here, and no other code. */
export const CODEBOOKS: ReadonlyMap<string, Codebook> = new Map(BOOKS.map((book) => [book.id, book]));
