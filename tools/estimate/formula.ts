import { entryAt } from "../../src/model/entry-at.js";

/** A model: an outcome and its terms. */
export interface Formula {
  readonly outcome: string;
  readonly terms: readonly { readonly name: string; readonly factor: boolean }[];
}

/**
 * Parses `y ~ a + factor(b)`: an outcome (NAME or NAME=VALUE), a tilde and terms joined by plus signs.
 *
 * @returns the formula, or what is wrong with the text
 */
export function parseFormula(text: string): Formula | { readonly fault: string } {
  const sides = text.split("~").map((side) => side.trim());
  const [outcome = "", right = ""] = sides;
  if (sides.length !== 2 || outcome === "" || right === "")
    return { fault: "expected an outcome, one ~ and terms, as in y ~ a + b" };
  const terms = right.split("+").map((term) => {
    const trimmed = term.trim();
    const [, inner] = /^factor\((.*)\)$/.exec(trimmed) ?? [];
    return { name: (inner ?? trimmed).trim(), factor: inner !== undefined };
  });
  if (terms.some(({ name }) => name === "")) return { fault: "a term is empty; expected a + b" };
  const odd = terms.find(({ name }) => /[:*^|()]/.test(name) || /^[-\d]/.test(name));
  if (odd !== undefined)
    return {
      fault: `"${odd.name}" is no column; expected names with plus signs between them (no interactions, powers or constants)`,
    };
  const names = terms.map(({ name }) => name);
  const again = names.find((name, i) => names.indexOf(name) !== i);
  if (again !== undefined) return { fault: `"${again}" is a term twice` };
  if (names.includes(entryAt(outcome.split("="), 0)))
    return { fault: `"${outcome}" stands on both sides of the ~` };
  return { outcome, terms };
}
