import type { Ask, LimitReason, ProofCase } from "../../bounds/index.js";

/** A statement of a proof with its multiplier. */
export interface ProofLine {
  /** The path of the statement; "case" for what the case assumes. */
  readonly path: string;
  readonly terms: ProofCase["rows"][number]["terms"];
  readonly sense: "at least" | "at most";
  readonly limit: number;
  readonly times: number;
}

/** The remaining coefficient of a number, at the limit that the proof uses. */
export interface LeftLine {
  readonly name: string;
  readonly times: number;
  readonly sense: "at least" | "at most";
  readonly limit: number;
  readonly from: LimitReason;
}

/** A case of a proof as a sum: the sum of times times limit over all lines is what it proves. */
export interface AddedUp {
  readonly lines: readonly ProofLine[];
  readonly left: readonly LeftLine[];
  readonly sum: number;
}

const NOTHING = 1e-9;

/**
 * A case of a proof with signs for adding up. For a high end "at most" rows keep their sign and "at least" rows are
 * turned round. Where a case is infeasible, 0 would have to be at least the sum.
 */
export function addUp(proof: ProofCase, ask: Ask, end: "low" | "high"): AddedUp {
  const empty = proof.proves === null;
  const low = empty || end === "low";
  const lines = proof.rows.map(
    ({ statement, terms, sense, limit, weight }): ProofLine => ({
      ...{ path: statement, terms, sense, limit },
      times: (sense === "at least") === low ? weight : -weight,
    }),
  );
  const rest = new Map(Object.entries(empty ? {} : askTerms(ask)));
  for (const { terms, times } of lines)
    for (const [name, c] of Object.entries(terms)) rest.set(name, (rest.get(name) ?? 0) - times * c);
  const left = [...rest].flatMap(([name, times]): LeftLine[] => {
    if (Math.abs(times) < NOTHING) return [];
    const side = times > 0 === low ? 0 : 1;
    return [
      {
        ...{ name, times, sense: side === 0 ? "at least" : "at most" },
        limit: proof.limits[name]?.[side] ?? 0,
        from: proof.limitsFrom[name]?.[side] ?? { paths: [], curve: false },
      },
    ];
  });
  const sum = [...lines, ...left].reduce((total, { times, limit }) => total + times * limit, 0);
  return { lines, left, sum };
}

/** The question as coefficients of numbers. */
export function askTerms(ask: Ask): Readonly<Record<string, number>> {
  const terms: Record<string, number> = {};
  const add = (ids: readonly string[], by: number) => {
    for (const id of ids) terms[id] = (terms[id] ?? 0) + by;
  };
  if ("id" in ask) add([ask.id], 1);
  else if ("difference" in ask) {
    add([ask.difference[0]], 1);
    add([ask.difference[1]], -1);
  } else {
    add(ask.mean, 1 / ask.mean.length);
    add(ask.minus ?? [], -1 / (ask.minus?.length ?? 1));
  }
  return terms;
}
