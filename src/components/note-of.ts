import type { Base, Value } from "../model/value.js";

/** The note of a number that is held: of one that was filled in it says that no text holds it, which would be wrong now. */
export function noteOf({ status, note }: Pick<Value | Base, "status" | "note">): string | null {
  return status === "plotted" || status === "tabled" ? "filled in, not from the text" : note;
}
