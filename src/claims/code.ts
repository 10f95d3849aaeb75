import type { Condition } from "./condition.js";
import type { Term } from "./term.js";

/** A condition as code that a reader can follow: `above(value("a"), value("b"))`. */
export function conditionCode(condition: Condition): string {
  const list = (of: readonly Condition[]) => `\n${of.map(conditionCode).join(",\n").replace(/^/gm, "  ")},\n`;
  switch (condition.type) {
    case "above":
      return compare("above", condition.term);
    case "at-least":
      return compare("atLeast", condition.term);
    case "equal":
      return compare("same", condition.term);
    case "reads":
      return `reads(${termCode(condition.term)}, ${JSON.stringify(condition.phrase)})`;
    case "prints":
      return `prints(${termCode(condition.term)}, ${JSON.stringify(condition.printed)})`;
    case "differ": {
      const name = condition.direction === null ? "differSignificantly" : "significantlyAbove";
      return `${name}(${JSON.stringify(condition.a)}, ${JSON.stringify(condition.b)})`;
    }
    case "all":
    case "any":
      return condition.of.length === 1
        ? conditionCode(condition.of[0] as Condition)
        : `${condition.type}(${list(condition.of)})`;
    case "not":
      return `not(${conditionCode(condition.of)})`;
    case "left-open":
      return "leftOpen()";
    case "by-definition":
      return `byDefinition(${condition.holds})`;
  }
}

/** The two sides of a comparison: added terms come first. */
function compare(name: string, { of, plus }: Term): string {
  const entries = Object.entries(of);
  const left = { of: Object.fromEntries(entries.filter(([, c]) => c > 0)), plus: Math.max(0, plus) };
  const right = {
    of: Object.fromEntries(entries.filter(([, c]) => c < 0).map(([id, c]) => [id, -c])),
    plus: Math.max(0, -plus),
  };
  return `${name}(${termCode(left)}, ${termCode(right)})`;
}

function termCode({ of, plus }: Term): string {
  const parts = Object.entries(of).map(([id, c]) =>
    c === 1 ? `value(${JSON.stringify(id)})` : `${shown(c)} * value(${JSON.stringify(id)})`,
  );
  if (plus !== 0 || parts.length === 0) parts.push(`number(${shown(plus)})`);
  return parts.join(" + ");
}

function shown(x: number): string {
  return String(Number(x.toFixed(6)));
}
