import type { PairedBy, Workspace } from "./workspace-texts.js";

export const WORKSPACE: Workspace = {
  title: "A survey, read again",
  publications: "the publications",
  licence: {
    sentence: "The facts of the publications are under the licences of those who published them.",
    short: "",
    footer:
      "The facts of the publications are under the licences of those who published them, who have not taken part in this site.",
  },
  counted: [],
  source: "The numbers of data-loaders/raw come from the texts of these publications",
};

/** Word for the people interviewed. */
export const PEOPLE = "people";

/** The dimension that distinguishes two interviews of one case; null if no case has two. */
export const PAIRED_BY: PairedBy | null = null;
