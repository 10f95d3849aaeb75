import type { Codebook } from "./codebook.js";
import { holdsSoFar, type ReadSoFar } from "./holds.js";

/** Whether a variable is asked, as far as the answers before it tell. */
export type Routing = "asked" | "not-asked" | "open";

/**
 * Which variables are asked in an interview, in the order of the codebook. What is known of an interview may be a part of
 * it: a variable is open where an answer that decides is not known yet. An answer to a variable that is not asked decides
 * nothing, as if it were not there.
 *
 * @param read the code of the answer, null where the interview has none, undefined where it is not known yet
 *
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
