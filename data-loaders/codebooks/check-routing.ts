import type { Codebook } from "../../src/model/codebook.js";
import { variablesOf } from "../../src/model/condition-variables.js";
import type { CodebookProblem } from "./codebook-problem.js";

/** Who is asked: in words too, and from answers that come before. */
export function checkRouting({ variables }: Pick<Codebook, "variables">): CodebookProblem[] {
  const order = new Map(variables.map(({ id }, i) => [id, i]));
  const needs = new Map(
    variables.map(({ id, asked }) => [id, asked === undefined ? [] : [...variablesOf(asked)]]),
  );
  return variables.flatMap(({ id, asked, askedOf }, i): CodebookProblem[] => {
    const where = `variables.${id}.asked`;
    const problems: CodebookProblem[] = [];
    if (asked !== undefined && (askedOf ?? "").trim() === "") {
      problems.push({ where, message: "has no askedOf", expected: "the condition in words" });
    }
    if (asked === undefined && askedOf !== undefined) {
      const message = `says "${askedOf}" and has no asked`;
      problems.push({ where, message, expected: "the condition" });
    }
    const circle = circleOf(id, needs);
    if (circle !== undefined) {
      const message = `goes in a circle: ${circle.join(", ")}`;
      problems.push({ where, message, expected: "no question that depends on itself" });
      return problems;
    }
    for (const before of needs.get(id) ?? []) {
      if ((order.get(before) ?? -1) >= i) {
        problems.push({
          where,
          message: `depends on ${before}, which comes later`,
          expected: "an earlier variable",
        });
      }
    }
    return problems;
  });
}

/** The way from a variable through those that it depends on back to itself; undefined where there is none. */
function circleOf(start: string, needs: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const seen = new Set<string>();
  const from = (id: string): string[] | undefined => {
    for (const next of needs.get(id) ?? []) {
      if (next === start) return [id, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const rest = from(next);
      if (rest !== undefined) return [id, ...rest];
    }
    return undefined;
  };
  return from(start);
}
