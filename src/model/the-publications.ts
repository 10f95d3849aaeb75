import { WORKSPACE } from "./workspace.js";

/** The publications together, where a sentence begins with them: "The five publications". */
export const THE_PUBLICATIONS = WORKSPACE.publications.replace(/^./, (letter) => letter.toUpperCase());
