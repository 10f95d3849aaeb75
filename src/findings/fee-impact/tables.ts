import type { ColumnTable } from "arquero";
import { statementRows, workedOut } from "../../analysis/by-statement/index.js";
import { byStatementColumns, flag, KIND, number, open, text } from "../../analysis/columns.js";
import { disagreementIn } from "../../analysis/disagreement.js";
import { factRows } from "../../analysis/fact-rows.js";
import { type Locate, tableOr, withConflicts } from "../../analysis/stopped-by-conflict.js";
import type { Result } from "../../model/result.js";
import type { Column, Dataset } from "../../model/table.js";
import {
  type ClaimCells,
  changeRows,
  type FeeFacts,
  feeFacts,
  feeProblem,
  feeResults,
  feeSentences,
  firstFeeWorld,
  historyRows,
  isFeeRow,
  ladderRows,
  parentsRows,
  saidRows,
  segmentedRows,
  settlesRows,
  swingRows,
  WORDS,
} from "./index.js";

const SOURCE = "Calculated from the sentences of CMS 2016";

const LABEL = text("label", "Name, for readers");
const FALLING = text("falling", "Month in which the first of the three falling quarters ends");
const AROUND = text("around", "Width given to the word around: recorded, two or five points");
const LOW = number("points")("low", "Least that the statements allow");
const HIGH = number("points")("high", "Most that the statements allow");

const CORNERS = [
  open(text("lowest", "What the low end takes, where it is a corner")),
  open(text("highest", "What the high end takes, where it is a corner")),
];

/** Results that rest on no range: what is supposed, counts of quarters, and how wide a word is taken to be. */
const WITHOUT_RANGES = /^fee\.(around|before-within|example\..*|quarters(\..*)?)$/;

/** The chart-ready tables of the page on the fee, one a figure, and every number that it works out. */
export function feeImpactTables(
  values: ColumnTable,
  events: ColumnTable,
  claims: readonly ClaimCells[],
  locate: Locate,
): { results: readonly Result[]; tables: Dataset[] } {
  const facts = feeFacts(values, events);
  const { problem, ask } = firstFeeWorld(facts);
  const conflict = locate(disagreementIn(feeProblem(facts, WORDS, []), "in the usual reading of the words"));
  const table = (
    name: string,
    title: string,
    description: string,
    columns: Column[],
    rows: () => readonly object[],
    stops = conflict,
  ): Dataset => tableOr(stops, { name, title, description, source: SOURCE, columns }, rows);
  return {
    results: withConflicts(feeResults(conflict === null ? facts : asPrinted(facts)), [
      [conflict, ({ id }) => !WITHOUT_RANGES.test(id)],
    ]),
    tables: [
      table(
        "what-was-said",
        "What the report says of satisfaction over time",
        "One row a pooled figure, quarter or event, for each reading of the words.",
        [
          ...[FALLING, AROUND],
          text("mark", "pooled, quarter or event"),
          LABEL,
          text("said", "What the report says of it"),
          KIND,
          number("months")("start", "Start, counted from the first month of the series"),
          number("months")("end", "End, counted likewise"),
          open(number("percent")("value", "Printed percentage satisfied")),
          open(number("percent")("low", "Least that the words leave")),
          open(number("percent")("high", "Most that the words leave")),
          flag("fell", "Whether it is said to have fallen"),
          flag("steady", "Whether it is said to be around one level"),
          open(text("grade", "Who dates the event so: P the report, else another source")),
        ],
        () => saidRows(facts),
      ),
      table(
        "fall-by-assumption",
        "The fall from May 2014 to February 2015, assumption by assumption",
        "One row a rung, for each reading of the words. Each rung keeps what those above assume.",
        [
          ...[FALLING, AROUND],
          text("rung", "Name of the rung"),
          ...[LABEL, KIND, LOW, HIGH],
          ...CORNERS,
          number("points")("buys", "How much narrower the range is than on the rung above"),
          text("sentence", "What the report says for or against the assumption"),
          flag("fits", "Whether any figures agree with the assumption"),
        ],
        () => ladderRows(facts),
      ),
      table(
        "before-less-after",
        "Mean of the quarters before the fee, less that of the quarters around one level",
        "One row a set of weights, for each reading of the words.",
        [
          ...[FALLING, AROUND],
          open(number("times")("growth", "Most that the last quarter weighs, in times the first")),
          ...[LABEL, KIND, LOW, HIGH],
          ...CORNERS,
          flag("both", "Whether the range has numbers on both sides of 0"),
        ],
        () => changeRows(facts),
      ),
      table(
        "before-less-after-by-parents",
        "The same difference, with the sentences on both parents",
        "One row a reading of decreased and a mix of parents, for each reading of the other words; all quarters weigh the same.",
        [
          ...[FALLING, AROUND],
          text(
            "decreased",
            "ends: last quarter below first; trend: least squares line falls; means: later mean below earlier",
          ),
          text("mix", "How far the share of Receiving Parents may swing: any, ten or five points, constant"),
          text("reading", "The reading of decreased, for readers"),
          ...[LABEL, KIND, LOW, HIGH],
          flag("both", "Whether the range has numbers on both sides of 0"),
          flag("fits", "Whether any figures agree"),
        ],
        () => parentsRows(facts),
      ),
      table(
        "swing-of-the-mix",
        "The swing of the mix of parents beyond which all clients can have risen though both parents fell",
        "One row a fall of both parents and a gap between them.",
        [
          number("points")("fall", "Points by which both parents fell"),
          number("points")("gap", "Points by which Receiving Parents lead since February 2015"),
          open(number("points")("swing", "Fall divided by gap; empty where no swing is large enough")),
          KIND,
        ],
        () => swingRows().map((row) => ({ ...row, kind: "calculated" })),
        null,
      ),
      table(
        "number-that-would-settle",
        "The range of the fall once one more number is known",
        "One row a number at an example value, narrowest range first, for each reading of the words.",
        [
          ...[FALLING, AROUND, LABEL],
          text("example", "Value supposed"),
          ...[KIND, LOW, HIGH],
          number("points")("width", "Greatest less least"),
          flag("fits", "Whether any figures agree"),
        ],
        () => settlesRows(facts),
      ),
      table(
        "histories-that-fit",
        "Histories that fit",
        "One row a quarter of a history. Those named random illustrate how much is open; no number is to be taken from them.",
        [
          text("history", "steepest, flattest, rising or random"),
          ...[FALLING, AROUND],
          text("scenario", "What the quarters weigh: same, three or ten times the first in the last"),
          open({ name: "draw", type: "integer", description: "Which of those drawn at random" }),
          ...[LABEL, KIND],
          { name: "quarter", type: "integer", description: "Position in the series, from 0" },
          number("percent")("value", "Percent satisfied in this history"),
          number("percent")("weight", "Weight of the quarter in the pooled figure in this history"),
          open(number("percent")("receiving", "Percent of Receiving Parents satisfied in this history")),
          open(number("percent")("paying", "Percent of Paying Parents satisfied in this history")),
        ],
        () => historyRows(facts),
      ),
      table(
        "fall-by-statement",
        "The fall from May 2014 to February 2015 without each sentence",
        "One row an interval of what could be: with all that the report says, then without each sentence.",
        byStatementColumns("points"),
        () => statementRows(workedOut(problem, ask)),
      ),
      table(
        "sentences-of-figures",
        "Sentences that figures use and leave out",
        "One row a figure and a sentence of the report, or an assumption.",
        [
          text("figure", "Name of the figure"),
          text("part", "used, assumed or left out"),
          text("statement", "The sentence in our words, or the assumption"),
          open(text("locator", "Where it stands; empty for an assumption")),
        ],
        () => feeSentences(facts, claims),
        null,
      ),
      factRows(
        { name: "fee-impact-numbers", title: "The numbers behind the page on charges and satisfaction" },
        values.objects() as Dataset["rows"],
        isFeeRow,
      ),
      ...segmentedTable(facts),
    ],
  };
}

/** The facts without the numbers that someone filled in: where those conflict, only names are taken of what follows. */
function asPrinted(facts: FeeFacts): FeeFacts {
  return {
    ...facts,
    quarters: facts.quarters.map((quarter) => ({ ...quarter, value: null, low: null, high: null })),
    weights: null,
  };
}

/** Level and slope before and after the fee: no table unless every quarter has been filled in. */
function segmentedTable(facts: FeeFacts): Dataset[] {
  const rows = segmentedRows(facts);
  if (rows.length === 0) return [];
  return [
    {
      name: "segmented-regression",
      title: "Level and slope of satisfaction before and after the fee",
      description: "One row a coefficient of a least squares fit to the quarters, each counted once.",
      source: "Calculated from Table 1 of CMS 2016, filled in",
      columns: [
        LABEL,
        KIND,
        number("points")("estimate", "Coefficient"),
        open(number("points")("low", "Low end of the 95% interval")),
        open(number("points")("high", "High end of the 95% interval")),
      ],
      rows: rows.map((row) => ({ ...row })),
    },
  ];
}
