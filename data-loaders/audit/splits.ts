import { DIMENSION_NAMES, type Dimension, groupKey } from "../../src/model/dimensions.js";
import { DIMENSIONS } from "../../src/model/groups.js";
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

/** Dimensions of which every customer has one code, by the publications' definitions. */
const ALWAYS_WHOLE: readonly Dimension[] = ["parent", "contact"];

/**
 * Every split of a percentage. Groups cover the total when their interviews sum to its base; for parents and contact
 * types it is enough that all codes are present.
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
  const codes = Object.keys(DIMENSIONS[dimension].codes);
  return ALWAYS_WHOLE.includes(dimension) && parts.length === codes.length
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
