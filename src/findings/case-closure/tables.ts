import type { ColumnTable } from "arquero";
import { interviews, KIND, number, percent, points, text, whole } from "../../analysis/columns.js";
import { type Locate, tableOr, withConflicts } from "../../analysis/stopped-by-conflict.js";
import type { Conflict } from "../../model/conflict.js";
import type { Result } from "../../model/result.js";
import type { Dataset } from "../../model/table.js";
import {
  caseClosureResults,
  disagreements,
  facts,
  fallRows,
  guessRows,
  noiseRows,
  sizeRows,
  wordRows,
} from "./index.js";

const months = whole("months");
const count = whole("count");

const LABEL = text("label", "What it is about, for readers");

/** The chart-ready tables of the page on closing cases, one a figure, and every number that it works out. */
export function caseClosureTables(
  values: ColumnTable,
  events: ColumnTable,
  locate: Locate,
): { results: readonly Result[]; tables: Dataset[] } {
  const given = facts(values, events);
  const found = disagreements(given);
  const [level, levels, fall] = [locate(found.level), locate(found.levels), locate(found.fall)];
  const table = (
    rows: () => readonly object[],
    rest: Omit<Dataset, "rows">,
    conflict: Conflict | null = null,
  ): Dataset => tableOr(conflict, rest, () => rows().map((row) => ({ ...row })));
  return {
    results: withConflicts(caseClosureResults(given), [
      [level, ({ id }) => /^closure\.(noise|guess)\./.test(id)],
      [levels, ({ id }) => /^closure\.(needed|seen)\./.test(id)],
      [fall, ({ id }) => id.startsWith("closure.fall.")],
    ]),
    tables: [
      table(() => wordRows(given), {
        name: "words-by-csa-past-and-letter",
        title: "What two reports say of satisfaction by CSA past and by closure letter",
        description:
          "One row a line of the two charts: its words, and how many of its numbers the text holds.",
        source: "CMS 2016 and Options 2016",
        columns: [
          text("survey", "cms or options"),
          text("group", "Who it is about, as dimension=code"),
          LABEL,
          KIND,
          text("shape", "above, below, level or erratic"),
          text("said", "What the report says, in our words"),
          count("held", "Numbers of the line in the text we hold"),
          count("numbers", "Numbers of the line"),
          text("each", "What a number is about: quarter or month"),
          text("place", "Official table that has the numbers"),
          text("start", "Last month of the first number"),
          text("end", "Last month of the last number"),
          text("letters", "Month from which closure letters went out"),
          text("turn", "Month until which the groups came closer; empty where nothing is said"),
          count("until_turn", "Numbers up to the turn; 0 where nothing is said"),
        ],
      }),
      table(
        () => guessRows(given),
        {
          name: "which-picture-has-no-gap",
          title: "Four made-up pictures, of which one has no gap",
          description: "One row a picture: how it is drawn. Which one has no gap is drawn with the seed.",
          source: "Made up, at the level that Options 2016 prints",
          columns: [
            count("picture", "Number of the picture"),
            LABEL,
            KIND,
            interviews("interviews", "Interviews a month in the small group"),
            interviews("others", "Interviews a month in the large group"),
            months("months", "Months"),
            percent("level", "True satisfaction of the large group"),
            points("gap", "How far the small group lies below it, in every picture but one"),
          ],
        },
        level,
      ),
      table(
        () => noiseRows(given),
        {
          name: "steady-gap-in-a-small-sample",
          title: "What chance does to a steady gap",
          description:
            "One row a made-up survey: how often the small group comes out on top and how far it swings, over all draws.",
          source: "Made up, at the level that Options 2016 prints",
          columns: [
            LABEL,
            KIND,
            interviews("interviews", "Interviews a month in the small group"),
            interviews("others", "Interviews a month in the large group"),
            months("months", "Months"),
            percent("level", "True satisfaction of the large group"),
            points("gap", "How far the small group lies below it"),
            { ...number("months")("on_top", "Months with the small group on top, mean over draws") },
            percent("ever_on_top", "Draws with the small group on top at least once"),
            points("swing", "Highest month less lowest of the small group, mean over draws"),
            points("swing_others", "The same for the large group"),
          ],
        },
        level,
      ),
      table(
        () => fallRows(given),
        {
          name: "fall-by-chance",
          title: "How likely chance alone makes the fall that the report prints",
          description: "One row a reading of the fall and a true level.",
          source: "Calculated from the fall that Options 2016 prints",
          columns: [
            text("reading", "points, or percent of the month before"),
            LABEL,
            KIND,
            percent("level", "True satisfaction in every month"),
            months("months", "Months"),
            number("points-or-percent")("fall", "The fall as printed"),
            number("points-or-percent")("fall_low", "Least fall that is printed like it"),
            interviews(
              "likely_up_to",
              "Most interviews a month at which half of all series have such a fall",
            ),
            interviews(
              "possible_up_to",
              "Most interviews a month at which one series in twenty has such a fall",
            ),
            percent("chance_20", "Series with such a fall at 20 interviews a month"),
            percent("chance_50", "The same at 50"),
            percent("chance_100", "The same at 100"),
          ],
        },
        fall,
      ),
      table(
        () => sizeRows(given),
        {
          name: "interviews-to-see-a-gap",
          title: "How many interviews show a gap",
          description: "One row a survey and a gap: interviews in each of two groups of equal size.",
          source: "Calculated, at the levels that Options 2016 and CMS 2016 print",
          columns: [
            text("survey", "options or cms: whose level"),
            LABEL,
            KIND,
            points("gap", "Gap to be seen"),
            percent("level", "Higher percentage: as printed for everyone"),
            percent("lower", "Lower percentage"),
            interviews("deff_1", "Interviews in each group, design effect 1: simple random sampling"),
            interviews("deff_1_5", "The same, design effect 1.5"),
            interviews("deff_2", "The same, design effect 2"),
          ],
        },
        levels,
      ),
    ],
  };
}
