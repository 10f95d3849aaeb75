import { defineTable, kind, number, open, type RowOf, text } from "../../model/table.js";

/** The versions compared. */
export const R_VERSION = "4.2.2";
export const SURVEY_VERSION = "4.1-1";

/** A difference from R's survey package, with the numbers of its example, also formatted. */
export const DIFFERENCES_FROM_R = defineTable({
  name: "differences-from-r",
  title: "Where numbers differ from R's survey package",
  description: `One row a difference from R's survey ${SURVEY_VERSION}, with an example on a made-up sample of twelve interviews.`,
  source: `R ${R_VERSION} and survey ${SURVEY_VERSION}, and the statistics of this site`,
  columns: {
    id: text("Name of the difference"),
    area: text("What it is about"),
    topic: text("What differs"),
    r_function: text("Functions of R"),
    r_does: text("What they do"),
    we_do: text("What is done here"),
    why: text("The reason"),
    example: text("What the numbers of the example are"),
    kind: kind<"simulated">(),
    r_number: open(number()("R's number; empty where it gives none")),
    our_number: open(number()("Ours; empty where there is none")),
    r_gives: text("R's number as shown, or what it says instead"),
    we_give: text("Ours as shown, or what is said instead"),
  },
});
export type DifferenceRow = RowOf<typeof DIFFERENCES_FROM_R>;
