/** What a workspace says of itself and of its publications together. */
export interface Workspace {
  /** The name of the site. */
  readonly title: string;
  /** The publications together, within a sentence. */
  readonly publications: string;
  /** Under which licence their facts stand: a sentence, its short form under pictures, and that of the footer, as HTML. */
  readonly licence: { readonly sentence: string; readonly short: string; readonly footer: string };
  /** Where the numbers come from, before the list of the publications in `codecheck.yml`. */
  readonly source: string;
}

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
  source:
    "The numbers of data-loaders/raw come from the texts of these publications of the Department for Work and Pensions",
};
