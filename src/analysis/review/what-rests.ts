import type { Result } from "../../model/result.js";
import type { ClaimRow } from "./schema.js";

/** The fields of a result needed to trace its inputs. */
export type MadeFrom = Pick<Result, "id" | "inputs">;

/** The fields of a claim needed to find its numbers. */
export type UsingClaim = Pick<ClaimRow, "id" | "values" | "needs" | "close">;

/**
 * The recorded numbers behind each result: its inputs, traced through other results to those without inputs.
 *
 * @throws Error for an input that is no result, and for results made from one another
 */
export function numbersBehind(results: readonly MadeFrom[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byId = new Map(results.map((result) => [result.id, result]));
  const found = new Map<string, ReadonlySet<string>>();
  const follow = (id: string, way: readonly string[]): ReadonlySet<string> => {
    const known = found.get(id);
    if (known !== undefined) return known;
    if (way.includes(id)) throw new Error(`${[...way, id].join(" is made from ")}`);
    const result = byId.get(id);
    if (result === undefined) throw new Error(`${way.at(-1)} is made from ${id}, which is no result`);
    const ends =
      result.inputs.length === 0
        ? new Set([id])
        : new Set(result.inputs.flatMap((input) => [...follow(input, [...way, id])]));
    found.set(id, ends);
    return ends;
  };
  for (const { id } of results) follow(id, []);
  return found;
}

/** The claims that use each number or would be decided by it, by number id, in order. */
export function claimsByNumber<C extends UsingClaim>(
  claims: readonly C[],
): { readonly uses: ReadonlyMap<string, readonly C[]>; readonly decides: ReadonlyMap<string, readonly C[]> } {
  return { uses: byListed(claims, "values"), decides: byListed(claims, "needs") };
}

/**
 * The close calls that affect each result: those all of whose numbers the result depends on. Sharing one number of
 * several does not count. Results without any are left out.
 */
export function closeCallsBehind<C extends UsingClaim>(
  results: readonly MadeFrom[],
  claims: readonly C[],
): ReadonlyMap<string, readonly C[]> {
  const close = claims
    .filter((claim) => claim.close)
    .map((claim) => ({ claim, numbers: claim.values.split(";").filter((id) => id !== "") }))
    .filter(({ numbers }) => numbers.length > 0);
  const found = new Map<string, readonly C[]>();
  for (const [id, ends] of numbersBehind(results)) {
    const behind = close.filter(({ numbers }) => numbers.every((number) => ends.has(number)));
    if (behind.length > 0)
      found.set(
        id,
        behind.map(({ claim }) => claim),
      );
  }
  return found;
}

function byListed<C extends UsingClaim>(
  claims: readonly C[],
  column: "values" | "needs",
): ReadonlyMap<string, readonly C[]> {
  const found = new Map<string, C[]>();
  for (const claim of claims) {
    for (const id of claim[column].split(";")) {
      if (id === "") continue;
      const own = found.get(id);
      if (own === undefined) found.set(id, [claim]);
      else own.push(claim);
    }
  }
  return found;
}
