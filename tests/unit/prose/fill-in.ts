import type { Raw } from "../../../data-loaders/read/index.js";
import { parsePrinted, roundingInterval } from "../../../src/model/rounding.js";
import type { Base, Value } from "../../../src/model/value.js";

/** Numbers as someone would fill them in, by the ids of values and bases. */
export type Fills = ReadonlyMap<string, string>;

/** The rows as they are read once these cells are filled in. A test holds this against the reader. */
export function fillIn(raw: Raw, fills: Fills): Raw {
  const measureOf = new Map(raw.measures.map((measure) => [measure.id, measure]));
  const bases = raw.bases.map((base): Base => {
    const printed = fills.get(base.id);
    return printed === undefined ? base : { ...base, printed, interviews: parsePrinted(printed) };
  });
  const baseOf = new Map(bases.map((base) => [base.id, base]));
  const values = raw.values.map((value): Value => {
    const interviews = baseOf.get(value.base ?? "")?.interviews ?? null;
    const printed = fills.get(value.id);
    if (printed === undefined) return { ...value, interviews };
    const rounded = roundingInterval(printed);
    const { minimum = 0, maximum = 100 } = measureOf.get(value.measure) ?? {};
    return {
      ...value,
      printed,
      interviews,
      value: parsePrinted(printed),
      low: Math.max(rounded.low, minimum),
      high: Math.min(rounded.high, maximum),
    };
  });
  return { ...raw, values, bases };
}
