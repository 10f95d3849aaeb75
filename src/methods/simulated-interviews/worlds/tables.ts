import { interviews, KIND, open, percent, text, whole } from "../../../analysis/columns.js";
import { tableOr } from "../../../analysis/stopped-by-conflict.js";
import type { Conflict } from "../../../model/conflict.js";
import type { Dataset } from "../../../model/table.js";
import type { WorldRow } from "./index.js";

/** The table of compatible worlds side by side. */
export function worldTables(rows: readonly WorldRow[], conflict: Conflict | null): Dataset[] {
  return [
    tableOr(
      conflict,
      {
        name: "compatible-worlds",
        title: "Satisfaction by age and by ethnicity in made-up worlds that agree with the text",
        description:
          "A row for each world and group. Each world agrees with everything printed of the survey; where they differ, the text does not say. None is the real one.",
        source: "Made up, to agree with the text of CES CMS 2023/24",
        columns: [
          KIND,
          text("simulated", "What made it up"),
          whole("number")("seed", "Seed of the world"),
          text("chart", "The chart of the report that has the group: age or ethnicity"),
          text("group", "The group, dimension=code"),
          text("label", "The group for readers"),
          percent("satisfied", "Satisfied in this world, of those who answered"),
          open(text("printed", "As the text prints or words it; empty where it is not in the text")),
          open(percent("printed_low", "Least that it can be rounded from")),
          open(percent("printed_high", "Most that it can be rounded from")),
          open(
            percent(
              "filled_in",
              "Filled in since, from elsewhere than the text: no world was made to agree with it",
            ),
          ),
          interviews("interviews", "Interviews of the group, as printed"),
        ],
      },
      () => rows.map((row) => ({ ...row })),
    ),
  ];
}
