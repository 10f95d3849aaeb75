import { arrowBytes } from "../../data-loaders/tables/index.js";
import { memoize } from "../../src/model/memoize.js";
import type { Dataset } from "../../src/model/table.js";

/** Placeholder of the same length as the hash of the inputs. */
const NO_HASH = "0".repeat(64);

const unstamped = memoize((table: Dataset): Uint8Array => arrowBytes(table, NO_HASH), { size: 150 });

/**
 * The Arrow file of `arrowBytes`; for an unchanged table only the hash is replaced.
 *
 * @param inputs the hash of the inputs, 64 characters
 */
export function stampedArrow(table: Dataset, inputs: string): Uint8Array {
  if (!/^[0-9a-f]{64}$/.test(inputs)) throw new RangeError(`${inputs} is no SHA-256 in hexadecimal`);
  const bytes = Buffer.from(unstamped(table));
  const place = `sha256:${NO_HASH}`;
  for (let at = bytes.indexOf(place); at >= 0; at = bytes.indexOf(place, at + place.length))
    bytes.write(`sha256:${inputs}`, at, "latin1");
  return bytes;
}
