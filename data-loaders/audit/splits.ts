import { DIMENSION_NAMES, type Dimension, dimensionText, groupKey } from "../../src/model/dimensions.js";
import type { Value } from "../../src/model/value.js";
import type { Raw } from "../read/index.js";
import { type Held, held } from "./words.js";

/** A known total with the groups of a dimension that split it, at least one of them known. */
export interface Split {
  readonly dimension: Dimension;
  readonly total: Held;
  readonly parts: readonly Value[];
  /** Why the groups may not cover the total; null where they do. */
  readonly open: string | null;
}

/**
 * Every split of a percentage. The groups are everyone when a sum of interviews says so with nobody in no group; for
 * dimensions of which everybody has one code it is enough that all codes are there.
 */
export function splits(raw: Raw): Split[] {
  const rows = raw.values.filter(({ unit }) => unit === "percent");
  return rows.filter(held).flatMap((total) =>
    DIMENSION_NAMES.filter((dimension) => total.group[dimension] === undefined).flatMap((dimension) => {
      const parts = rows.filter((part) => isPart(part, total, dimension));
      return parts.some(held)
        ? [{ dimension, total, parts, open: whyOpen(raw, total, parts, dimension) }]
        : [];
    }),
  );
}

function isPart(part: Value, total: Value, dimension: Dimension): boolean {
  if (part.measure !== total.measure || part.publication !== total.publication) return false;
  if (part.period !== total.period || part.group[dimension] === undefined) return false;
  const { [dimension]: _, ...rest } = part.group;
  return groupKey(rest) === groupKey(total.group);
}

function whyOpen(
  { reconciliations }: Raw,
  total: Value,
  parts: readonly Value[],
  dimension: Dimension,
): string | null {
  const bases = new Set(parts.map(({ base }) => base));
  const sum = reconciliations.find(
    (row) =>
      row.total === total.base && row.parts.length === bases.size && row.parts.every((id) => bases.has(id)),
  );
  if (sum !== undefined) {
    return sum.residual === 0
      ? null
      : `${sum.residual} interviews of the total are in no group, and their answers and weights are not in the text we hold`;
  }
  const { complete, codes } = dimensionText(dimension);
  return complete && parts.length === Object.keys(codes).length
    ? null
    : "no sum of interviews says that these groups are everyone in the total";
}

/** Why a split cannot be checked, or its held parts. */
export function heldParts({ parts, open }: Split): { parts: readonly Held[] } | { why: string } {
  const known = parts.filter(held);
  if (open !== null) return { why: open };
  return known.length < parts.length
    ? { why: `${parts.length - known.length} of ${parts.length} groups are not in the text we hold` }
    : { parts: known };
}

/** The ids that a check of a split uses. */
export function inputsOf({ total, parts }: Split): string[] {
  return [total, ...parts.filter(held)].map(({ id }) => id);
}
