import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { Codebook, Variable } from "../../../../src/model/codebook.js";
import { answersOf } from "../../../../src/model/condition-words.js";
import { holds } from "../../../../src/model/holds.js";
import { periodsOf } from "../../../../src/model/period-condition.js";

/** Answers by variable; those not asked are absent. */
export type Interview = ReadonlyMap<string, string>;

export const reader = (interview: Interview) => (variable: string) => interview.get(variable) ?? null;

/** Seeded interviews that routing allows: each question has any of its answers, whatever the others. */
export function randomInterviews(codebook: Codebook, count: number, seed = 1): Interview[] {
  const generator = xoroshiro128plus(seed);
  const pick = (list: readonly string[]) => list[uniformInt(generator, 0, list.length - 1)] ?? "";
  return Array.from({ length: count }, () => {
    const interview = new Map<string, string>();
    for (const variable of codebook.variables) {
      if (variable.asked !== undefined && !holds(variable.asked, reader(interview))) continue;
      interview.set(variable.id, pick(possible(codebook, variable)));
    }
    return interview;
  });
}

/** Some of the answers that a variable can have; all of them where there is a list of them. */
function possible(codebook: Codebook, variable: Variable): readonly string[] {
  if (variable.kind === "text" || variable.kind === "number") return ["1"];
  if (variable.kind === "date") return variable.precision === "day" ? [variable.from] : periodsOf(codebook);
  const special = answersOf(variable).map(({ code }) => code);
  if (variable.kind === "category") return special;
  const numbers = Array.from({ length: variable.highest - variable.lowest + 1 }, (_, i) =>
    String(variable.lowest + i),
  );
  return [...numbers, ...special];
}
