import { isHeld, type Value } from "../../../src/model/value.js";
import type { Raw } from "../../read/index.js";

/** Whether a number stands in a chart or a table that the text does not repeat, whoever may have filled it in since. */
export const isLost = ({ status }: Pick<Value, "status">): boolean =>
  status === "plotted" || status === "tabled";

/** The raw rows as the texts have them: numbers that were filled in since are taken out again. */
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
