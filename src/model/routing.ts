import type { Codebook } from "./codebook.js";
import { holdsSoFar, type ReadSoFar } from "./holds.js";

/** Whether a variable is asked; "open" where that depends on answers not known yet. */
export type Routing = "asked" | "not-asked" | "open";

/**
 * Which variables are asked in a possibly partly known interview, in the order of the codebook. Answers to variables
 * that are not asked are ignored.
 *
 * @param read the code of the answer, null where the interview has none, undefined where it is not known yet
 * @example
 * const known = new Map([["contact", "change"]]);
 * const routing = routingOf(CES_2023_24, (variable) => known.get(variable));
 * routing.get("timescales"); // "not-asked": of New customers only
 * routing.get("tailored"); // "asked"
 * routing.get("accurate"); // "open": of customers in contact by phone, online or in person
 */
export function routingOf(
  codebook: Pick<Codebook, "variables">,
  read: ReadSoFar,
): ReadonlyMap<string, Routing> {
  const routing = new Map<string, Routing>();
  const readAsked: ReadSoFar = (variable) => {
    const state = routing.get(variable);
    if (state === "asked") return read(variable);
    return state === "not-asked" ? null : undefined;
  };
  for (const { id, asked } of codebook.variables) {
    const truth = asked === undefined ? true : holdsSoFar(asked, readAsked);
    routing.set(id, truth === undefined ? "open" : truth ? "asked" : "not-asked");
  }
  return routing;
}
