import type { Ledger, Phrase, RecordedNumber } from "../../claims/index.js";
import { CONDITIONS, compositionsOf, sumsOf } from "../../claims/index.js";
import { parseGroup } from "../../model/dimensions.js";
import type { Status } from "../../model/value.js";

/** The rows of the tables from which a page's worker makes its ledger again. */
export interface LedgerRows {
  readonly statements: readonly StatementCells[];
  readonly numbers: readonly NumberCells[];
  readonly phrases: readonly PhraseCells[];
}

export interface StatementCells {
  readonly id: string;
  readonly publication: string;
  readonly chart: string | null;
  readonly kind: string;
  readonly states: string;
  readonly restates: string | null;
  readonly family: string | null;
  readonly evidence: boolean;
  readonly alternatives: string | null;
}

export interface NumberCells {
  readonly id: string;
  readonly publication: string;
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

/** The ledger as a page has it: the same as that of the build, without what only people read. */
export function ledgerFromRows({ statements, numbers, phrases }: LedgerRows): Ledger {
  const recorded = numbers.map(toNumber);
  return {
    claims: statements.map((cells) => ({
      ...cells,
      kind: cells.kind as Ledger["claims"][number]["kind"],
      states: cells.states === "" ? [] : cells.states.split(";"),
      values: [],
      locator: "",
      sentence: "",
      statement: "",
      note: null,
    })),
    conditions: CONDITIONS,
    phrases: new Map(phrases.map((cells) => [cells.phrase, toPhrase(cells)])),
    evidence: {
      numbers: new Map(recorded.map((number) => [number.id, number])),
      compositions: compositionsOf(recorded),
      sums: sumsOf(recorded),
    },
  };
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
