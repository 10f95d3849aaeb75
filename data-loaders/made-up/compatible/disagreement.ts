import { DEFAULT_ASSUMPTIONS, disagreementAmong } from "../../../src/claims/index.js";
import type { Disagreement } from "../../../src/model/conflict.js";
import { isHeld } from "../../../src/model/value.js";
import { ledgerOf } from "../../ledger/ledger.js";
import type { Raw } from "../../read/index.js";

/**
 * A smallest conflict among the known percentages of some publications; null where sums and weighted means are
 * consistent, which does not mean that a world can be found.
 */
export function worldDisagreement(raw: Raw, publications: readonly string[]): Disagreement | null {
  const ids = raw.values
    .filter((value) => publications.includes(value.publication) && value.unit === "percent" && isHeld(value))
    .map(({ id }) => id);
  const { evidence } = ledgerOf(raw);
  const held = new Set(ids);
  // Most conflicts are within one mean or sum: checked first.
  for (const { total, parts } of [...evidence.compositions, ...evidence.sums]) {
    const own = [...parts, ...(total === null ? [] : [total])].filter((id) => held.has(id));
    const found = own.length < 2 ? null : disagreementAmong(evidence, own, DEFAULT_ASSUMPTIONS);
    if (found !== null) return found;
  }
  return disagreementAmong(evidence, ids, DEFAULT_ASSUMPTIONS);
}
