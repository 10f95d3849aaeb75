import { KIND, text } from "../../analysis/columns.js";
import type { Dataset } from "../../model/table.js";
import { differenceRows, R_VERSION, SURVEY_VERSION } from "./index.js";

/** The table of differences from R's survey package. */
export function differencesTable(): Dataset {
  return {
    name: "differences-from-r",
    title: "Where numbers differ from R's survey package",
    description: `One row a difference from R's survey ${SURVEY_VERSION}, with an example on a made-up sample of twelve interviews.`,
    source: `R ${R_VERSION} and survey ${SURVEY_VERSION}, and the statistics of this site`,
    columns: [
      text("id", "Name of the difference"),
      text("area", "What it is about"),
      text("topic", "What differs"),
      text("r_function", "Functions of R"),
      text("r_does", "What they do"),
      text("we_do", "What is done here"),
      text("why", "The reason"),
      text("example", "What the numbers of the example are"),
      KIND,
      {
        name: "r_number",
        type: "number",
        nullable: true,
        description: "R's number; empty where it gives none",
      },
      { name: "our_number", type: "number", nullable: true, description: "Ours; empty where there is none" },
      text("r_gives", "R's number as shown, or what it says instead"),
      text("we_give", "Ours as shown, or what is said instead"),
    ],
    rows: differenceRows().map((row) => ({ ...row })),
  };
}
