import { groupKey } from "../../src/model/dimensions.js";
import { defineTable, number, open, text } from "../../src/model/table.js";
import { THE_PUBLICATIONS } from "../../src/model/the-publications.js";
import { WORKSPACE } from "../../src/model/workspace.js";
import type { Raw } from "../read/index.js";
import { recordsTable } from "./dataset.js";
import { whereFrom } from "./where-from.js";

const TEXTS = `${THE_PUBLICATIONS}, in our own words`;

/** Where a row comes from, for downloads. */
const SOURCE_COLUMNS = {
  source_id: open(text("Outside source; empty where the publication says so")),
  source: open(text("Page it comes from")),
  source_url: open(text("Its address")),
  copy: open(text("publisher, or second hand")),
  edition: open(text("Its edition")),
  looked_up: open(text("Day on which it was looked up")),
};

/** The cells that rows do not hold themselves: of the page that each comes from. */
function sourceCells(raw: Pick<Raw, "publications" | "sources">) {
  const from = whereFrom(raw);
  return (row: Parameters<typeof from>[0]) => {
    const page = from(row);
    return {
      source: page?.title ?? null,
      source_url: page?.sourceUrl ?? null,
      copy: page?.copy ?? null,
      edition: page?.edition ?? null,
      looked_up: page?.lookedUp ?? null,
    };
  };
}

/** What each publication is, whom it asked and how. */
const PUBLICATIONS = defineTable({
  name: "publications",
  title: THE_PUBLICATIONS,
  description: "One row a publication.",
  source: TEXTS,
  columns: {
    id: text("Name of the publication"),
    short_title: text("Name in a few words"),
    title: text("Title"),
    publisher: text("Publisher"),
    background_of: open(text("The report of which it is the background paper")),
    published: text("Day or month of publication"),
    coverage_start: open(text("First month covered")),
    coverage_end: open(text("Last month covered")),
    unit: text("What one record is"),
    population: text("Whom the results are about"),
    mode: text("How people were asked"),
    interviewer: text("Who asked"),
    frame: text("From whom the sample was drawn"),
    exclusions: text("Who was left out"),
    weighting: text("How results were weighted"),
    statistics_status: text("Standing as statistics"),
    source_url: text("Address of the release"),
    copy: text("Whose page that was looked up: publisher, or second hand"),
    looked_up: text("Day on which it was looked up in a stored copy"),
    edition: text("Edition of the text we hold"),
    tables: text("Where the full tables are said to be"),
    text_note: text("What the text does not hold"),
  },
});

export const publicationsTable = ({ publications }: Raw) => recordsTable(PUBLICATIONS, publications);

/** What was asked and what counts. */
const MEASURES = defineTable({
  name: "measures",
  title: "What was measured",
  description: "One row a measure.",
  source: TEXTS,
  columns: {
    id: text("Name of the measure"),
    publication: text("Publication"),
    label: text("The measure in a few words"),
    question: text("The question, in our own words"),
    scale: text("Answers offered"),
    counts_as: text("Answers that count"),
    asked_of: text("Who was asked"),
    unit: text("Unit of its numbers"),
    minimum: number()("Least possible number"),
    maximum: number()("Greatest possible number"),
    locator: text("Publication and place"),
    note: open(text("What a reader must know")),
  },
});

export const measuresTable = ({ measures }: Raw) => recordsTable(MEASURES, measures);

/** How samples were drawn, weighted, restricted and reported. */
const RULES = defineTable({
  name: "rules",
  title: "Rules of the surveys",
  description: "One row a rule.",
  source: TEXTS,
  columns: {
    id: text("Name of the rule"),
    publication: text("Publication"),
    kind: text("What it governs"),
    statement: text("The rule, in our own words"),
    locator: text("Publication and place"),
  },
});

export const rulesTable = ({ rules }: Raw) => recordsTable(RULES, rules);

/** What the publications say against their own results, and what caution they need. */
const LIMITATIONS = defineTable({
  name: "limitations",
  title: "Limitations",
  description: "One row a limitation.",
  source: TEXTS,
  columns: {
    id: text("Name of the limitation"),
    publication: text("Publication"),
    statement: text("The limitation, in our own words"),
    locator: text("Publication and place"),
  },
});

export const limitationsTable = ({ limitations }: Raw) => recordsTable(LIMITATIONS, limitations);

/** Dates that matter, with who says so. */
const EVENTS = defineTable({
  name: "events",
  title: "Dates that matter",
  description:
    "One row a date. Grade P: stated by a publication; A: the publisher's own page; B: a transcription.",
  source: `${THE_PUBLICATIONS} and public pages, named in the locator`,
  columns: {
    id: text("Name of the event"),
    publication: text("Publication, or context"),
    date: text("Day, month or year"),
    label: text("What happened"),
    detail: open(text("What else to know")),
    grade: text("P, A or B"),
    locator: text("Source and place"),
    ...SOURCE_COLUMNS,
  },
});

export const eventsTable = (raw: Raw) => recordsTable(EVENTS, raw.events, sourceCells(raw));

/** Which contacts were asked about in which survey month. */
const CALENDAR = defineTable({
  name: "calendar",
  title: "Survey calendar",
  description: "Month of contact to month of survey.",
  source: TEXTS,
  columns: {
    id: text("Name of the row"),
    publication: text("Publication"),
    coverage: text("Survey"),
    contact_start: text("First month of contact"),
    contact_end: text("Last month of contact"),
    survey_month: text("Month of the survey"),
    locator: text("Publication and place"),
  },
});

export const calendarTable = ({ calendar }: Raw) => recordsTable(CALENDAR, calendar);

/** Facts from outside the five publications, with how far to trust them. They join no series of the five. */
const FACTS = defineTable({
  name: "context",
  title: `Facts from outside ${WORKSPACE.publications}`,
  description:
    "One row a number, graded: A from the publisher's own page, B a transcription of it. Not to be joined to any series.",
  source: "Public pages, named in the locator",
  columns: {
    id: text("Name of the fact"),
    topic: text("What it belongs to"),
    period: open(text("Month, or first and last month")),
    statement: text("What it says"),
    group: text("Who it is about, as dimension=code; empty for everyone"),
    printed: text("The number as printed"),
    value: number()("The number"),
    unit: text("Unit"),
    status: text("printed, or derived from printed numbers"),
    grade: text("A or B"),
    locator: text("Source"),
    ...SOURCE_COLUMNS,
    note: open(text("What a reader must know")),
  },
});

export const factsTable = (raw: Raw) => {
  const source = sourceCells(raw);
  return recordsTable(FACTS, raw.facts, (fact) => ({ group: groupKey(fact.group), ...source(fact) }));
};
