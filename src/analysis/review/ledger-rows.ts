import {
  type Ledger,
  makeLedger,
  OUTSIDE,
  type Phrase,
  PREDICATES,
  type RecordedNumber,
  SURVEY_RULES,
} from "../../claims/index.js";
import { parseGroup } from "../../model/dimensions.js";
import type { NumberRow, PhraseRow, ReadingRow, StatementRow } from "./schema.js";

/** The rows of the tables from which a page's worker makes its ledger again. */
export interface LedgerRows {
  readonly statements: readonly StatementRow[];
  readonly readings: readonly ReadingRow[];
  readonly numbers: readonly NumberRow[];
  readonly phrases: readonly PhraseRow[];
}

/** The ledger as a page has it: the same as that of the build, without what only people read. */
export function ledgerFromRows({ statements, readings, numbers, phrases }: LedgerRows): Ledger {
  return makeLedger({
    claims: statements.map((cells) => ({
      ...cells,
      states: cells.states === "" ? [] : cells.states.split(";"),
      // The table has the bands of phrases too; readings of its own has a claim whose words are in dispute.
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

function toNumber({ group, ...cells }: NumberRow): RecordedNumber {
  const parsed = parseGroup(group);
  if ("error" in parsed) throw new RangeError(parsed.error);
  return { ...cells, group: parsed.group };
}

function toPhrase(cells: PhraseRow): Phrase {
  const span = (reading: "usual" | "narrow" | "wide") => {
    const open = cells[`${reading}_open`];
    return {
      low: cells[`${reading}_low`],
      high: cells[`${reading}_high`],
      lowOpen: open === "low" || open === "both",
      highOpen: open === "high" || open === "both",
    };
  };
  return {
    phrase: cells.phrase,
    usual: span("usual"),
    narrow: span("narrow"),
    wide: span("wide"),
    why: cells.why,
  };
}
