import { codeLabel } from "../../src/model/dimensions.js";
import type { Raw } from "../read/index.js";
import type { Check } from "./check.js";
import { heldParts, inputsOf, splits } from "./splits.js";
import { quoted, span, TOLERANCE } from "./words.js";

/**
 * Checks that a total, being a weighted mean of its groups, has a rounding interval that overlaps the range of the
 * groups.
 */
export function checkTotalsInHull(raw: Raw): Check[] {
  return splits(raw).map((split) => {
    const { total, dimension } = split;
    const common = {
      id: `${total.id}.total-in-hull.${dimension}`,
      kind: "total-in-hull",
      inputs: inputsOf(split),
    } as const;
    const known = heldParts(split);
    if ("why" in known) return { ...common, status: "not checked", because: known.why };
    const hull = {
      low: Math.min(...known.parts.map((part) => part.low)),
      high: Math.max(...known.parts.map((part) => part.high)),
    };
    const inside = total.low <= hull.high + TOLERANCE && total.high >= hull.low - TOLERANCE;
    const named = known.parts
      .map((part) => `${codeLabel(dimension, part.group[dimension] ?? "")} ${quoted(part)}`)
      .join(", ");
    return {
      ...common,
      status: inside ? "passed" : "failed",
      because: `the total ${quoted(total)} ${inside ? "meets" : "lies outside"} the range of its groups, ${span(hull)}: ${named}`,
    };
  });
}
