import { type Interval, parsePrinted, roundingInterval } from "../../src/model/rounding.js";
import type { Base, Value } from "../../src/model/value.js";
import type { Columns } from "./schemas.js";
import type { Row } from "./table.js";

/** Converts a base; its interviews are null where neither printed nor filled in. */
export function toBase({ folder, file, line, columns, cells }: Row<"bases">): Base {
  const interviews = columns.printed === null ? null : parsePrinted(columns.printed);
  return {
    ...columns,
    publication: folder,
    interviews,
    source: { file, line, column: cells.printed.column },
  };
}

/** Converts a value: its number, interval, and the interviews of its base. */
export function toValue(row: Row<"values">, measure: Columns<"measures">, base: Base | null): Value {
  const { rounding, ...columns } = row.columns;
  const value = columns.printed === null ? null : parsePrinted(columns.printed);
  const { low, high } = interval(row.columns, measure) ?? { low: null, high: null };
  return {
    ...columns,
    publication: row.folder,
    unit: measure.unit,
    value,
    low,
    high,
    interviews: base?.interviews ?? null,
    source: {
      file: row.file,
      line: row.line,
      column: (columns.printed === null && columns.words !== null ? row.cells.words : row.cells.printed)
        .column,
    },
  };
}

/**
 * The interval of a value, null where it is unknown. Rounding `1`: the rounding interval of the printed digits,
 * clipped to the measure's minimum and maximum; `exact`: the number itself; `words`: low and high as given.
 */
function interval(
  { printed, rounding, low, high }: Columns<"values">,
  { minimum, maximum }: Columns<"measures">,
): Interval | null {
  if (rounding === "words") return low === null || high === null ? null : { low, high };
  if (printed === null) return null;
  if (rounding === "exact") {
    const value = parsePrinted(printed) ?? Number.NaN;
    return { low: value, high: value };
  }
  const rounded = roundingInterval(printed);
  return { low: Math.max(rounded.low, minimum), high: Math.min(rounded.high, maximum) };
}
