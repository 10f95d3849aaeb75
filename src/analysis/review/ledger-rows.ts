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

/** The table rows from which a page's worker rebuilds the ledger. */
export interface LedgerRows {
  readonly statements: readonly StatementRow[];
  readonly readings: readonly ReadingRow[];
  readonly numbers: readonly NumberRow[];
  readonly phrases: readonly PhraseRow[];
}

/** The ledger in a page: that of the build, without texts that only people read. */
export function ledgerFromRows({ statements, readings, numbers, phrases }: LedgerRows): Ledger {
  return makeLedger({
    claims: statements.map((cells) => ({
      ...cells,
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
