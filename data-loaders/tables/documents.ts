import { text } from "../../src/analysis/columns.js";
import { groupKey } from "../../src/model/dimensions.js";
import type { Cell, Column, Dataset } from "../../src/model/table.js";
import { WORKSPACE } from "../../src/model/workspace.js";
import type { DatedEvent, Fact, Raw } from "../read/index.js";
import { THE_PUBLICATIONS } from "./texts.js";
import { whereFrom } from "./where-from.js";

const TEXTS = `${THE_PUBLICATIONS}, in our own words`;

const optional = (name: string, description: string): Column => ({
  ...text(name, description),
  nullable: true,
});

/** A table whose cells are the fields of its rows under the columns' names. */
function dataset<Row extends object>(
  head: Omit<Dataset, "rows" | "columns">,
  columns: readonly (Column & { readonly from?: (row: Row) => Cell })[],
  rows: readonly Row[],
): Dataset {
  return {
    ...head,
    columns: columns.map(({ from: _, ...column }) => column),
    rows: rows.map((row) =>
      Object.fromEntries(
        columns.map(({ name, from }) => {
          const key = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
          return [name, from === undefined ? ((row as Record<string, Cell>)[key] ?? null) : from(row)];
        }),
      ),
    ),
  };
}

/** Where a row comes from, for downloads. */
function sourceColumns<Row extends DatedEvent | Fact>(from: ReturnType<typeof whereFrom>) {
  return [
    optional("source_id", "Outside source; empty where the publication says so"),
    { ...optional("source", "Page it comes from"), from: (row: Row) => from(row)?.title ?? null },
    { ...optional("source_url", "Its address"), from: (row: Row) => from(row)?.sourceUrl ?? null },
    { ...optional("copy", "publisher, or second hand"), from: (row: Row) => from(row)?.copy ?? null },
    { ...optional("edition", "Its edition"), from: (row: Row) => from(row)?.edition ?? null },
    {
      ...optional("looked_up", "Day on which it was looked up"),
      from: (row: Row) => from(row)?.lookedUp ?? null,
    },
  ];
}

/** What each publication is, whom it asked and how. */
export function publicationsTable({ publications }: Raw): Dataset {
  return dataset(
    {
      name: "publications",
      title: THE_PUBLICATIONS,
      description: "One row a publication.",
      source: TEXTS,
    },
    [
      text("id", "Name of the publication"),
      text("short_title", "Name in a few words"),
      text("title", "Title"),
      text("publisher", "Publisher"),
      optional("background_of", "The report of which it is the background paper"),
      text("published", "Day or month of publication"),
      optional("coverage_start", "First month covered"),
      optional("coverage_end", "Last month covered"),
      text("unit", "What one record is"),
      text("population", "Whom the results are about"),
      text("mode", "How people were asked"),
      text("interviewer", "Who asked"),
      text("frame", "From whom the sample was drawn"),
      text("exclusions", "Who was left out"),
      text("weighting", "How results were weighted"),
      text("statistics_status", "Standing as statistics"),
      text("source_url", "Address of the release"),
      text("copy", "Whose page that was looked up: publisher, or second hand"),
      text("looked_up", "Day on which it was looked up in a stored copy"),
      text("edition", "Edition of the text we hold"),
      text("tables", "Where the full tables are said to be"),
      text("text_note", "What the text does not hold"),
    ],
    publications,
  );
}

/** What was asked and what counts. */
export function measuresTable({ measures }: Raw): Dataset {
  return dataset(
    { name: "measures", title: "What was measured", description: "One row a measure.", source: TEXTS },
    [
      text("id", "Name of the measure"),
      text("publication", "Publication"),
      text("label", "The measure in a few words"),
      text("question", "The question, in our own words"),
      text("scale", "Answers offered"),
      text("counts_as", "Answers that count"),
      text("asked_of", "Who was asked"),
      text("unit", "Unit of its numbers"),
      { name: "minimum", type: "number", description: "Least possible number" },
      { name: "maximum", type: "number", description: "Greatest possible number" },
      text("locator", "Publication and place"),
      optional("note", "What a reader must know"),
    ],
    measures,
  );
}

/** How samples were drawn, weighted, restricted and reported. */
export function rulesTable({ rules }: Raw): Dataset {
  return dataset(
    { name: "rules", title: "Rules of the surveys", description: "One row a rule.", source: TEXTS },
    [
      text("id", "Name of the rule"),
      text("publication", "Publication"),
      text("kind", "What it governs"),
      text("statement", "The rule, in our own words"),
      text("locator", "Publication and place"),
    ],
    rules,
  );
}

/** What the publications say against their own results, and what caution they need. */
export function limitationsTable({ limitations }: Raw): Dataset {
  return dataset(
    { name: "limitations", title: "Limitations", description: "One row a limitation.", source: TEXTS },
    [
      text("id", "Name of the limitation"),
      text("publication", "Publication"),
      text("statement", "The limitation, in our own words"),
      text("locator", "Publication and place"),
    ],
    limitations,
  );
}

/** Dates that matter, with who says so. */
export function eventsTable(raw: Raw): Dataset {
  const { events } = raw;
  const from = whereFrom(raw);
  return dataset(
    {
      name: "events",
      title: "Dates that matter",
      description:
        "One row a date. Grade P: stated by a publication; A: the publisher's own page; B: a transcription.",
      source: `${THE_PUBLICATIONS} and public pages, named in the locator`,
    },
    [
      text("id", "Name of the event"),
      text("publication", "Publication, or context"),
      text("date", "Day, month or year"),
      text("label", "What happened"),
      optional("detail", "What else to know"),
      text("grade", "P, A or B"),
      text("locator", "Source and place"),
      ...sourceColumns<DatedEvent>(from),
    ],
    events,
  );
}

/** Which contacts were asked about in which survey month. */
export function calendarTable({ calendar }: Raw): Dataset {
  return dataset(
    {
      name: "calendar",
      title: "Survey calendar",
      description: "Month of contact to month of survey.",
      source: TEXTS,
    },
    [
      text("id", "Name of the row"),
      text("publication", "Publication"),
      text("coverage", "Survey"),
      text("contact_start", "First month of contact"),
      text("contact_end", "Last month of contact"),
      text("survey_month", "Month of the survey"),
      text("locator", "Publication and place"),
    ],
    calendar,
  );
}

/** Facts from outside the publications, with how far to trust them. They join no series of theirs. */
export function factsTable(raw: Raw): Dataset {
  const { facts } = raw;
  const from = whereFrom(raw);
  return dataset(
    {
      name: "context",
      title: `Facts from outside ${WORKSPACE.publications}`,
      description:
        "One row a number, graded: A from the publisher's own page, B a transcription of it. Not to be joined to any series.",
      source: "Public pages, named in the locator",
    },
    [
      text("id", "Name of the fact"),
      text("topic", "What it belongs to"),
      optional("period", "Month, or first and last month"),
      text("statement", "What it says"),
      {
        ...text("group", "Who it is about, as dimension=code; empty for everyone"),
        from: (fact) => groupKey(fact.group),
      },
      text("printed", "The number as printed"),
      { name: "value", type: "number", description: "The number" },
      text("unit", "Unit"),
      text("status", "printed, or derived from printed numbers"),
      text("grade", "A or B"),
      text("locator", "Source"),
      ...sourceColumns<Fact>(from),
      optional("note", "What a reader must know"),
    ],
    facts,
  );
}
