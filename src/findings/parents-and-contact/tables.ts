import type { ColumnTable } from "arquero";
import { interviews, KIND, open, percent, points, text, whole } from "../../analysis/columns.js";
import { type Locate, tableOr, withConflicts } from "../../analysis/stopped-by-conflict.js";
import type { Conflict } from "../../model/conflict.js";
import type { Result } from "../../model/result.js";
import type { Column, Dataset } from "../../model/table.js";
import {
  cellRows,
  disagreements,
  driverRows,
  facts,
  gapRows,
  mixRows,
  parentsAndContactResults,
  satisfactionRows,
  shareRows,
} from "./index.js";

const GROUP = text("group", "Who it is about, as dimension=code; empty for everyone");
const LABEL = text("label", "Who it is about, for readers");

const range = (name: string, what: string, unit: typeof percent): Column[] => [
  open(unit(`${name}_low`, `${what}: least that fits; empty where nothing does`)),
  open(unit(`${name}_high`, `${what}: most that fits`)),
  open(unit(`${name}_hole_low`, `${what}: from here on nothing fits`)),
  open(unit(`${name}_hole_high`, "up to here")),
];

/** The chart-ready tables of the page on parents and contact type, one a figure, and every number that it works out. */
export function parentsAndContactTables(
  values: ColumnTable,
  bases: ColumnTable,
  locate: Locate,
): { results: readonly Result[]; tables: Dataset[] } {
  const given = facts(values, bases);
  const found = disagreements(given);
  const [parent, contact] = [locate(found.parent), locate(found.contact)];
  const [mix, cells, drivers] = [locate(found.mix), locate(found.cells), locate(found.drivers)];
  const weights = parent ?? contact;
  const table = (
    name: string,
    title: string,
    description: string,
    source: string,
    columns: Column[],
    rows: () => readonly object[],
    conflict: Conflict | null = null,
  ): Dataset => tableOr(conflict, { name, title, description, source, columns }, rows);
  return {
    results: withConflicts(parentsAndContactResults(given), [
      [parent, ({ id, nothingFits }) => nothingFits === true && /^(parents|shares\.receiving)\./.test(id)],
      [contact, ({ id, nothingFits }) => nothingFits === true && /^(contact|shares\.new)\./.test(id)],
      [mix, ({ id }) => /^mix\.\w+\.needed$/.test(id)],
      [
        cells,
        ({ id, nothingFits }) => nothingFits === true && /^(cells\.|mix\.(least-lead|explained)$)/.test(id),
      ],
      [drivers, ({ id }) => id.startsWith("drivers.least-gap")],
    ]),
    tables: [
      table(
        "satisfaction-by-parent-and-contact",
        "Satisfied with the service overall, by parent and contact type",
        "One row a group: the printed percentage with its rounding interval and interviews.",
        "CES CMS 2023/24, Figures 1 to 3",
        [
          GROUP,
          LABEL,
          KIND,
          percent("value", "Printed percentage satisfied"),
          percent("low", "Lowest percentage that rounds to it"),
          percent("high", "Highest percentage that rounds to it"),
          interviews("interviews", "Unweighted base"),
          text("locator", "Publication and place"),
          text("value_id", "Row of the table of values"),
        ],
        () => satisfactionRows(given),
      ),
      table(
        "gaps-by-parent-and-contact",
        "Gaps in satisfaction between parents and between contact types",
        "One row a gap: the difference of two printed percentages.",
        "CES CMS 2023/24, Figures 1 to 3, and calculations from them",
        [
          text("gap", "parent or contact"),
          LABEL,
          KIND,
          points("value", "Difference of the printed percentages"),
          points("low", "Least difference that rounding allows"),
          points("high", "Greatest difference that rounding allows"),
          percent("higher", "Higher percentage"),
          interviews("higher_interviews", "Its unweighted base"),
          percent("lower", "Lower percentage"),
          interviews("lower_interviews", "Its unweighted base"),
          {
            name: "critical_deff",
            type: "number",
            description: "Largest design effect at which the gap is significant",
          },
          { name: "critical_deff_worst", type: "number", description: "The same at the worst rounding" },
        ],
        () => gapRows(given),
        weights,
      ),
      table(
        "mix-of-contact-types",
        "Share of New customers in each parent group, and the share that would make the gap",
        "One row a parent group.",
        "CES CMS 2023/24, bases of Figures 4 and 7, and calculations from Figures 2 and 3",
        [
          GROUP,
          LABEL,
          KIND,
          percent("among_interviews", "New customers among the interviews of the group"),
          interviews("new_interviews", "Interviews with New customers"),
          interviews("interviews", "Interviews of the group"),
          percent("needed", "New customers needed for contact type alone to make the gap"),
          percent("needed_low", "Least that rounding allows"),
          percent("needed_high", "Most that rounding allows"),
        ],
        () => mixRows(given),
        mix,
      ),
      table(
        "weighted-shares",
        "Share of Receiving Parents and of New customers, by interviews and by weight",
        "One row a group: its share of the interviews, and the range of its share of the weights.",
        "Calculated from CES CMS 2023/24, Figures 1 to 3",
        [
          GROUP,
          LABEL,
          KIND,
          percent("among_interviews", "Share of the interviews with an answer"),
          interviews("interviews", "Interviews of the group with an answer"),
          interviews("all_interviews", "All interviews with an answer"),
          percent("low", "Least share of the weights"),
          percent("high", "Greatest share of the weights"),
        ],
        () => shareRows(given),
        weights,
      ),
      table(
        "parent-by-contact-cells",
        "What satisfaction can be in the four cells of parent by contact type",
        "One row a cell: its interviews, and the range of its satisfaction.",
        "Calculated from CES CMS 2023/24, Figures 1 to 3 and the bases of Figures 4 and 7",
        [
          text("cell", "a: Receiving, b: Paying; 1: New, 2: Change of Circumstances"),
          GROUP,
          LABEL,
          KIND,
          interviews("interviews", "Interviews"),
          interviews("answered_low", "Fewest of them that can have answered"),
          interviews("answered_high", "Most of them that can have answered"),
          percent("low", "Least satisfied"),
          percent("high", "Most satisfied"),
          percent("low_ahead", "Least, if Receiving Parents are at least as satisfied in both contact types"),
          percent("high_ahead", "Most, if Receiving Parents are at least as satisfied in both contact types"),
        ],
        () => cellRows(given),
        cells,
      ),
      table(
        "driver-questions-by-parent",
        "What the bars of both parents can have been in the driver questions",
        "One row a question and setting: the ranges of its two lost bars and of their gap.",
        "Calculated from CES CMS 2023/24, Figures 4 and 6 to 9",
        [
          text("interview", "What each interview was worth: full, two-thirds, half, third"),
          text(
            "direction",
            "said where Receiving Parents are the higher, as the report says; open where not",
          ),
          text("measure", "Row of the table of measures"),
          LABEL,
          KIND,
          percent("total", "Printed percentage of everyone asked"),
          open(percent("receiving_value", "Receiving Parents: percentage, where it is held")),
          open(percent("paying_value", "Paying Parents: percentage, where it is held")),
          ...range("receiving", "Receiving Parents", percent),
          ...range("paying", "Paying Parents", percent),
          ...range("gap", "Receiving less Paying Parents", points),
          whole("count")("pairs", "Pairs of whole percentages that fit"),
          interviews("receiving_interviews", "Unweighted base of Receiving Parents"),
          interviews("paying_interviews", "Unweighted base of Paying Parents"),
        ],
        () => driverRows(given),
        drivers,
      ),
    ],
  };
}
