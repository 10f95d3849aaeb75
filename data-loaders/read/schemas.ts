import * as v from "valibot";
import { STATUSES, UNITS } from "../../src/model/value.js";
import {
  count,
  date,
  decimal,
  group,
  id,
  ids,
  month,
  monthName,
  monthOrDay,
  oneOf,
  optional,
  period,
  printedCount,
  printedNumber,
  shortText,
  text,
} from "./cells.js";

const ROUNDINGS = ["1", "exact", "words"] as const;
const GRADES = ["P", "A", "B"] as const;
const RULE_KINDS = [
  "weighting",
  "sampling",
  "quota",
  "fieldwork",
  "definition",
  "rounding",
  "significance",
  "exclusion",
  "reporting",
] as const;
const FACT_UNITS = [...UNITS, "parents", "calls", "children", "arrangements"] as const;

/** One schema for each file type: the columns in order, and what a cell of each may hold. */
export const SCHEMAS = {
  publication: v.object({
    id,
    short_title: shortText,
    title: text,
    publisher: text,
    published: monthOrDay,
    coverage_start: optional(month),
    coverage_end: optional(month),
    unit: text,
    population: text,
    mode: text,
    interviewer: text,
    frame: text,
    exclusions: text,
    weighting: text,
    statistics_status: text,
    source_url: text,
    tables: text,
    text_note: text,
  }),
  measures: v.object({
    id,
    label: text,
    question: text,
    scale: text,
    counts_as: text,
    asked_of: text,
    unit: oneOf(UNITS),
    minimum: decimal,
    maximum: decimal,
    locator: text,
    note: optional(text),
  }),
  values: v.object({
    id,
    measure: id,
    group,
    period: optional(period),
    printed: optional(printedNumber),
    words: optional(text),
    status: oneOf(STATUSES),
    rounding: oneOf(ROUNDINGS),
    low: optional(decimal),
    high: optional(decimal),
    base: optional(id),
    place: text,
    locator: text,
    note: optional(text),
  }),
  bases: v.object({
    id,
    population: id,
    definition: text,
    group,
    period: optional(period),
    printed: optional(printedCount),
    status: oneOf(["printed", "plotted", "tabled"]),
    place: text,
    locator: text,
    note: optional(text),
  }),
  reconciliations: v.object({ id, total: id, parts: ids, residual: count, reason: text, locator: text }),
  rules: v.object({ id, kind: oneOf(RULE_KINDS), statement: text, locator: text }),
  limitations: v.object({ id, statement: text, locator: text }),
  events: v.object({ id, date, label: text, detail: optional(text), grade: oneOf(GRADES), locator: text }),
  calendar: v.object({
    id,
    coverage: text,
    contact_start: monthName,
    contact_end: monthName,
    survey_month: monthName,
    locator: text,
  }),
  facts: v.object({
    id,
    topic: text,
    period: optional(period),
    statement: text,
    group,
    printed: printedNumber,
    unit: oneOf(FACT_UNITS),
    status: oneOf(["printed", "derived"]),
    grade: oneOf(GRADES),
    locator: text,
    note: optional(text),
  }),
};

export type FileType = keyof typeof SCHEMAS;
export const FILE_TYPES = Object.keys(SCHEMAS) as FileType[];

/** A row of a file type, keyed by its columns. */
export type Columns<K extends FileType> = v.InferOutput<(typeof SCHEMAS)[K]>;
