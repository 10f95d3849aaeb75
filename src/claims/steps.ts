import { formatNumber } from "../model/format.js";
import { Z_95 } from "../stats/numeric/constants.js";
import type { Assumptions } from "./assumptions.js";
import type { Condition, Difference } from "./condition.js";
import { holds } from "./holds.js";
import type { RecordedNumber } from "./numbers.js";
import { type Phrase, type Span, spanOf } from "./phrase.js";
import { roundingSpan } from "./rounding.js";
import { effectiveDesignEffect } from "./significance.js";
import type { Term } from "./term.js";

/** One line of a calculation, with its nesting depth. */
export interface Step {
  readonly depth: number;
  readonly text: string;
}

/**
 * The evaluation of a condition at a complete set of numbers, comparison by comparison: the sum, the limit and
 * whether it is true. Truth comes from `holds`.
 *
 * @throws RangeError where a number is missing
 */
export function stepsOf(
  condition: Condition,
  at: Readonly<Record<string, number>>,
  phrases: ReadonlyMap<string, Phrase>,
  numbers: ReadonlyMap<string, RecordedNumber>,
  assumptions: Assumptions,
): Step[] {
  const visit = (c: Condition, depth: number): Step[] => {
    const line = (words: string): Step => ({
      depth,
      text: `${words}: ${holds(c, at, phrases, numbers, assumptions)}`,
    });
    switch (c.type) {
      case "above":
        return [line(`${sum(c.term, at)}, above 0`)];
      case "at-least":
        return [line(`${sum(c.term, at)}, 0 or more`)];
      case "equal":
        return [line(`${sum(c.term, at)}, equal to 0`)];
      case "reads":
        return [
          line(
            `${sum(c.term, at)}, "${c.phrase}" read as ${words(spanOf(phrases, c.phrase, assumptions.phrases))}`,
          ),
        ];
      case "prints":
        return [
          line(
            `${sum(c.term, at)}, printed as ${c.printed}: ${words(roundingSpan(c.printed, assumptions.rounding))}`,
          ),
        ];
      case "differ":
        return [line(difference(c, at, numbers, assumptions))];
      case "all":
      case "any": {
        const [only] = c.of;
        if (c.of.length === 1 && only !== undefined) return visit(only, depth);
        return [
          line(c.type === "all" ? "each of these" : "any of these"),
          ...c.of.flatMap((part) => visit(part, depth + 1)),
        ];
      }
      case "not":
        return [line("not"), ...visit(c.of, depth + 1)];
      case "by-definition":
      case "left-open":
        return [{ depth, text: c.because }];
    }
  };
  return visit(condition, 0);
}

/** "47 − 31 = 16": added terms come first. */
function sum({ of, plus }: Term, at: Readonly<Record<string, number>>): string {
  const terms = Object.entries(of).map(([id, factor]) => ({ factor, number: numberAt(at, id) }));
  if (plus !== 0 || terms.length === 0) terms.push({ factor: plus, number: 1 });
  terms.sort((a, b) => Number(b.factor > 0) - Number(a.factor > 0));
  const total = terms.reduce((all, { factor, number }) => all + factor * number, 0);
  const text = terms.map(({ factor, number }, i) => {
    const size = Math.abs(factor);
    const shown =
      number === 1 ? short(size) : size === 1 ? short(number) : `${short(size)} × ${short(number)}`;
    return `${factor < 0 ? "− " : i === 0 ? "" : "+ "}${shown}`;
  });
  return terms.length === 1 ? short(total) : `${text.join(" ")} = ${short(total)}`;
}

function difference(
  { a, b, direction }: Difference,
  at: Readonly<Record<string, number>>,
  numbers: ReadonlyMap<string, RecordedNumber>,
  assumptions: Assumptions,
): string {
  const [first, second] = [numbers.get(a), numbers.get(b)];
  const [p, q] = [numberAt(at, a), numberAt(at, b)];
  const apart = `${short(p)} − ${short(q)} = ${short(p - q)}`;
  const [m, n] = [first?.interviews ?? null, second?.interviews ?? null];
  if (first === undefined || second === undefined || m === null || n === null)
    return `${apart}, and some number of interviews makes it significant`;
  const deff = effectiveDesignEffect(assumptions, first, second);
  const error = Math.sqrt(deff * ((p * (100 - p)) / m + (q * (100 - q)) / n));
  const size = `${short(p)} × ${short(100 - p)} / ${formatNumber(m)} + ${short(q)} × ${short(100 - q)} / ${formatNumber(n)}`;
  const z = error === 0 ? "" : `, which is ${short(Math.abs(p - q) / error)} standard errors`;
  const side = direction === null ? "either way" : "the first above";
  return `${apart}; standard error √(${short(deff)} × (${size})) = ${short(error)}${z}; at least ${short(Z_95)}, ${side}`;
}

function words({ low, high, lowOpen, highOpen }: Span): string {
  return `${lowOpen ? "more than " : ""}${short(low)} to ${highOpen ? "less than " : ""}${short(high)}`;
}

function numberAt(at: Readonly<Record<string, number>>, id: string): number {
  const known = at[id];
  if (known === undefined) throw new RangeError(`there is no number for "${id}"`);
  return known;
}

/** To four decimals at most, without zeros at the end. */
function short(x: number): string {
  return formatNumber(x, 4).replace(/\.?0+$/, "");
}
