import type { Answer, Codebook, Condition, Variable } from "./codebook.js";

/**
 * A condition in words, from the labels of the codebook: "Contact reason is New application, and Parent type is Receiving
 * Parent". Where an `is` leaves out only special answers, it says so: "any answer but Not applicable".
 *
 * @throws RangeError for a variable that the codebook does not have
 */
export function conditionWords(condition: Condition, codebook: Pick<Codebook, "variables">): string {
  const words = (inner: Condition, bracketed: boolean): string => {
    if ("not" in inner) return `not (${words(inner.not, false)})`;
    if ("all" in inner || "any" in inner) {
      const parts = "all" in inner ? inner.all : inner.any;
      if (parts.length === 0) return "all" in inner ? "everyone" : "no one";
      const [only] = parts;
      if (parts.length === 1 && only !== undefined) return words(only, bracketed);
      const joined = parts.map((part) => words(part, true)).join("all" in inner ? ", and " : ", or ");
      return bracketed ? `(${joined})` : joined;
    }
    const variable = codebook.variables.find(({ id }) => id === inner.variable);
    if (variable === undefined) throw new RangeError(`the codebook has no variable ${inner.variable}`);
    return `${variable.label} ${"is" in inner ? isWords(variable, inner.is) : withinWords(inner)}`;
  };
  return words(condition, false);
}

/** The answers, or special answers, that a variable may have. */
export function answersOf(variable: Variable): readonly Answer[] {
  if (variable.kind === "category") return variable.answers;
  return variable.kind === "scale" || variable.kind === "count" ? variable.special : [];
}

function isWords(variable: Variable, codes: readonly string[]): string {
  const answers = answersOf(variable);
  const left = answers.filter(({ code }) => !codes.includes(code));
  if (variable.kind === "category" && left.every(({ special }) => special !== undefined)) {
    return left.length === 0 ? "has any answer" : `has any answer but ${labels(left)}`;
  }
  const labelOf = new Map(answers.map(({ code, label }) => [code, label]));
  return `is ${codes.map((code) => labelOf.get(code) ?? code).join(" or ")}`;
}

const labels = (answers: readonly Answer[]) => answers.map(({ label }) => label).join(" or ");

function withinWords({ from, to }: { readonly from?: number; readonly to?: number }): string {
  if (from !== undefined && to !== undefined) return from === to ? `is ${from}` : `is from ${from} to ${to}`;
  if (from !== undefined) return `is ${from} or more`;
  return to === undefined ? "is a number" : `is ${to} or less`;
}
