import type { Base, Value } from "../model/value.js";

/** The note of a number that is known. A number that was filled in has none: its note says that no text gives it. */
export function noteOf({ status, note }: Pick<Value | Base, "status" | "note">): string | null {
  return status === "plotted" || status === "tabled" ? "filled in, not from the text" : note;
}
