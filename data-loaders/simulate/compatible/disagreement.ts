import { DEFAULT_ASSUMPTIONS, disagreementAmong } from "../../../src/claims/index.js";
import type { Disagreement } from "../../../src/model/conflict.js";
import { isHeld } from "../../../src/model/value.js";
import type { Raw } from "../../read/index.js";
import { ledgerOf } from "../../tables/ledger.js";

/**
 * A smallest set of the held percentages of some publications that cannot all be true of the same interviews; null where
 * sums and weighted means leave room for them all, which is not to say that a world is found.
 */
export function worldDisagreement(raw: Raw, publications: readonly string[]): Disagreement | null {
  const ids = raw.values
    .filter((value) => publications.includes(value.publication) && value.unit === "percent" && isHeld(value))
    .map(({ id }) => id);
  return disagreementAmong(ledgerOf(raw).evidence, ids, DEFAULT_ASSUMPTIONS);
}
