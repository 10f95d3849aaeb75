import { isHeld, type Value } from "../../../src/model/value.js";
import type { Raw } from "../../read/index.js";

/** Whether a number is only in a chart or table, even if it was filled in. */
export const isLost = ({ status }: Pick<Value, "status">): boolean =>
  status === "plotted" || status === "tabled";

/** The raw rows without numbers that were filled in. */
export function textOnly(raw: Raw): Raw {
  const isFilledIn = (value: Value) => isLost(value) && isHeld(value);
  if (!raw.values.some(isFilledIn)) return raw;
  const values = raw.values.map((value): Value => {
    if (!isFilledIn(value)) return value;
    const { fromInterviews: _, ...rest } = value;
    return { ...rest, printed: null, value: null, low: null, high: null };
  });
  return { ...raw, values };
}
