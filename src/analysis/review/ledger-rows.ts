import {
  type Ledger,
  makeLedger,
  OUTSIDE,
  type Phrase,
  PREDICATES,
  type Reading,
  type RecordedNumber,
  SURVEY_RULES,
} from "../../claims/index.js";
import { parseGroup } from "../../model/dimensions.js";
import type { Status } from "../../model/value.js";

/** The table rows from which a page's worker rebuilds the ledger. */
export interface LedgerRows {
  readonly statements: readonly StatementCells[];
  readonly readings: readonly ReadingCells[];
  readonly numbers: readonly NumberCells[];
  readonly phrases: readonly PhraseCells[];
}

export interface StatementCells {
  readonly id: string;
  readonly publication: string;
  readonly work: string;
  readonly chart: string | null;
  readonly kind: string;
  readonly states: string;
  readonly restates: string | null;
  readonly family: string | null;
  readonly evidence: boolean;
  readonly alternatives: string | null;
  readonly disputed: string | null;
}

export interface ReadingCells extends Reading {
  readonly claim: string;
}

export interface NumberCells {
  readonly id: string;
  readonly publication: string;
  readonly work: string;
  readonly measure: string;
  readonly unit: string;
  readonly group: string;
  readonly period: string | null;
  readonly printed: string | null;
  readonly status: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly rounded: boolean;
  readonly base: string | null;
  readonly interviews: number | null;
}

export interface PhraseCells {
  readonly phrase: string;
  readonly why: string;
  readonly [cell: string]: string | number;
}

/** The ledger in a page: that of the build, without texts that only people read. */
export function ledgerFromRows({ statements, readings, numbers, phrases }: LedgerRows): Ledger {
  return makeLedger({
    claims: statements.map((cells) => ({
      ...cells,
      kind: cells.kind as Ledger["claims"][number]["kind"],
      states: cells.states === "" ? [] : cells.states.split(";"),
      // The table also has the readings of phrases; only claims with disputed words have readings of their own.
      readings: cells.disputed === null ? [] : readings.filter(({ claim }) => claim === cells.id),
      values: [],
      locator: "",
      sentence: "",
      statement: "",
      note: null,
      concern: null,
      weight: null,
    })),
    phrases: new Map(phrases.map((cells) => [cells.phrase, toPhrase(cells)])),
    numbers: numbers.map(toNumber),
    predicates: PREDICATES,
    outside: OUTSIDE,
    rules: SURVEY_RULES,
  });
}

function toNumber({ group, unit, status, ...cells }: NumberCells): RecordedNumber {
  const parsed = parseGroup(group);
  if ("error" in parsed) throw new RangeError(parsed.error);
  return {
    ...cells,
    group: parsed.group,
    unit: unit === "percent" ? "percent" : "other",
    status: status as Status,
  };
}

function toPhrase(cells: PhraseCells): Phrase {
  const span = (reading: string) => ({
    low: Number(cells[`${reading}_low`]),
    high: Number(cells[`${reading}_high`]),
    lowOpen: cells[`${reading}_open`] === "low" || cells[`${reading}_open`] === "both",
    highOpen: cells[`${reading}_open`] === "high" || cells[`${reading}_open`] === "both",
  });
  return {
    phrase: cells.phrase,
    usual: span("usual"),
    narrow: span("narrow"),
    wide: span("wide"),
    why: cells.why,
  };
}
