import type { PairedBy, Workspace } from "./workspace-texts.js";

const OGL = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";

export const WORKSPACE: Workspace = {
  title: "Child maintenance satisfaction",
  publications: "the five publications",
  licence: {
    sentence: "Contains public sector information licensed under the Open Government Licence v3.0.",
    short: "Open Government Licence v3.0.",
    footer:
      `Contains public sector information licensed under the <a href="${OGL}" target="_self">Open Government Licence v3.0</a>: ` +
      "figures published by the Department for Work and Pensions. The department has not taken part in this site and does not endorse it.",
  },
  counted: ["parents", "calls", "children", "arrangements"],
  source:
    "The numbers of data-loaders/raw come from the texts of these publications of the Department for Work and Pensions",
};

/** Whom the surveys ask, as a word. */
export const PEOPLE = "parents";

/** What sets two interviews of one case apart; null where no case has two. */
export const PAIRED_BY: PairedBy | null = { dimension: "parent", legend: "Both parents of a case answered" };
