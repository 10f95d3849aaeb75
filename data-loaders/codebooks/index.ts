import type { Codebook } from "../../src/model/codebook.js";
import { CES_2023_24 } from "./ces-2023-24.js";

/** The codebooks by id, in the order of their contacts. */
export const CODEBOOKS: ReadonlyMap<string, Codebook> = new Map([CES_2023_24].map((book) => [book.id, book]));
