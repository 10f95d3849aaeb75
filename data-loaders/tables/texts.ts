import { WORKSPACE } from "../../src/model/workspace.js";

/** The publications together, where a sentence begins with them. */
export const THE_PUBLICATIONS = WORKSPACE.publications.replace(/^./, (letter) => letter.toUpperCase());
