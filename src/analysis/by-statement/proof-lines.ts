import type { Ask, LimitReason, ProofCase } from "../../bounds/index.js";

/** A statement of a proof, so many times. */
export interface ProofLine {
  /** The path of the statement; "case" for what the case assumes. */
  readonly path: string;
  readonly terms: ProofCase["rows"][number]["terms"];
  readonly sense: "at least" | "at most";
  readonly limit: number;
  readonly times: number;
}

/** What is left over of one number after the statements, taken at the end of its limits that the proof needs. */
export interface LeftLine {
  readonly name: string;
  readonly times: number;
  readonly sense: "at least" | "at most";
  readonly limit: number;
  readonly from: LimitReason;
}

/** A case of a proof as it is added up: times times limit, over all lines, is what it proves. */
export interface AddedUp {
  readonly lines: readonly ProofLine[];
  readonly left: readonly LeftLine[];
  readonly sum: number;
}

const NOTHING = 1e-9;

/**
 * A case of a proof with the sign that readers add up by. For a high end "at most" rows count as they are and "at least"
 * rows turned round; where a case proves that nothing agrees, the sum is what 0 would have to be at least.
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

/** What is asked, as coefficients of the numbers. */
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
