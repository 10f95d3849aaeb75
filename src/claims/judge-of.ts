import { assumedFor } from "./assumed.js";
import type { Assumptions } from "./assumptions.js";
import { type Condition, idsIn, pairsOf, phrasesIn } from "./condition.js";
import { type Judgement, judge } from "./judge.js";
import { entryOf, type Ledger } from "./ledger.js";
import { systemUses } from "./system.js";

/** Judges claims incrementally: only those that a change of assumptions can affect. */
export interface Judge {
  readonly judge: (id: string, assumptions: Assumptions) => Judgement;
  /** Whether the verdict is cached. */
  readonly isKnown: (id: string, assumptions: Assumptions) => boolean;
}

/** The assumptions that a verdict depends on. */
interface Uses {
  readonly rounding: boolean;
  readonly shares: boolean;
  readonly significance: boolean;
  readonly phrases: readonly string[];
}

/** A judge of one ledger that caches verdicts by the assumptions they depend on. */
export function judgeOf(ledger: Ledger): Judge {
  const uses = new Map<string, Uses>();
  const verdicts = new Map<string, Judgement>();
  const keyOf = (id: string, assumptions: Assumptions): string => {
    const used = uses.get(id) ?? usesOf(ledger, id, assumptions);
    uses.set(id, used);
    const { rounding, shares, deff, paired, correlation, correction, comparisons, phrases } = assumptions;
    return JSON.stringify([
      id,
      used.rounding ? rounding : null,
      used.shares ? shares : null,
      used.significance ? [deff, paired, correlation, correction, comparisons] : null,
      used.phrases.map((phrase) => phrases[phrase] ?? "usual"),
    ]);
  };
  return {
    judge(id, assumptions) {
      const key = keyOf(id, assumptions);
      const known = verdicts.get(key);
      if (known !== undefined) return known;
      const judgement = judge(ledger, id, assumptions);
      verdicts.set(key, judgement);
      return judgement;
    },
    isKnown: (id, assumptions) => verdicts.has(keyOf(id, assumptions)),
  };
}

function usesOf(ledger: Ledger, id: string, assumptions: Assumptions): Uses {
  const { interpretations, outside, siblings } = entryOf(ledger, id);
  const own = [...interpretations.map(({ condition }) => condition), ...(outside === null ? [] : [outside])];
  const freed = new Set(siblings.flatMap((c) => c.states));
  const given = own.flatMap((condition) => assumedFor(ledger, id, condition, assumptions));
  const conditions = [...new Set([...own, ...given.map(({ offer }) => offer.condition)])];
  const system = systemUses(ledger.evidence, [...new Set(conditions.flatMap(idsIn))], freed);
  return {
    rounding: system.rounding || conditions.some(prints),
    shares: system.shares,
    significance: conditions.some(testsSomething),
    phrases: [...new Set(conditions.flatMap(phrasesIn))].sort(),
  };
}

function testsSomething(condition: Condition): boolean {
  if (condition.type === "not") return testsSomething(condition.of);
  if (condition.type === "all" || condition.type === "any") return condition.of.some(testsSomething);
  return pairsOf(condition).length > 0;
}

function prints(condition: Condition): boolean {
  if (condition.type === "not") return prints(condition.of);
  if (condition.type === "all" || condition.type === "any") return condition.of.some(prints);
  return condition.type === "prints";
}
