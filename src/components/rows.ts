import { tableFromIPC } from "@uwdata/flechette";

/** The rows of an Arrow file as objects, one property a column. The caller says what the rows are. */
export function readRows<Row>(bytes: ArrayBuffer): Row[] {
  return tableFromIPC(new Uint8Array(bytes)).toArray() as Row[];
}
