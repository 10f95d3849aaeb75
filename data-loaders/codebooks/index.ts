import type { Codebook } from "../../src/model/codebook.js";
import { ARRANGEMENTS_LONGITUDINAL } from "./arrangements-longitudinal.js";
import { ARRANGEMENTS_QUARTERLY } from "./arrangements-quarterly.js";
import { CES_2023_24 } from "./ces-2023-24.js";
import { CMS_2016 } from "./cms-2016.js";
import { OPTIONS_2016 } from "./options-2016.js";

/** The codebooks by id, in the order of their contacts. A new survey is a new module here, and no other code. */
export const CODEBOOKS: ReadonlyMap<string, Codebook> = new Map(
  [CMS_2016, OPTIONS_2016, ARRANGEMENTS_QUARTERLY, ARRANGEMENTS_LONGITUDINAL, CES_2023_24].map((book) => [
    book.id,
    book,
  ]),
);
