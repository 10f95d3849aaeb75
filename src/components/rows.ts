import { tableFromIPC } from "@uwdata/flechette";

/** The rows of an Arrow file as objects, one property a column. The caller vouches for `Row`. */
export function readRows<Row>(bytes: ArrayBuffer): Row[] {
  return tableFromIPC(new Uint8Array(bytes)).toArray() as Row[];
}
