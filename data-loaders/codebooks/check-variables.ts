import type { Answer, Codebook, Variable } from "../../src/model/codebook.js";
import { answersOf } from "../../src/model/condition-words.js";
import { isPeriod } from "../../src/model/period.js";
import { type CodebookProblem, repeated } from "./codebook-problem.js";
import { isDay, isMonth } from "./dates.js";

const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Ids, answers and ends of the variables. */
export function checkVariables({ variables }: Pick<Codebook, "variables">): CodebookProblem[] {
  return [
    ...repeated("variables", variables),
    ...variables.flatMap((variable): CodebookProblem[] => {
      const where = `variables.${variable.id}`;
      const problems = [...checkAnswers(variable, where), ...checkEnds(variable, where)];
      if (!CODE.test(variable.id)) {
        problems.push({ where, message: "is no name of a column", expected: "lower case with hyphens" });
      }
      if (variable.label.trim() === "") {
        problems.push({ where, message: "has no label", expected: "what is asked, in words" });
      }
      return problems;
    }),
  ];
}

function checkAnswers(variable: Variable, where: string): CodebookProblem[] {
  const answers = answersOf(variable);
  const problems = repeated(
    `${where}.answers`,
    answers.map(({ code }) => ({ id: code })),
  );
  for (const answer of answers) {
    const at = `${where}.answers.${answer.code}`;
    const { message, expected } = faultOf(answer, variable) ?? {};
    if (message !== undefined && expected !== undefined) problems.push({ where: at, message, expected });
  }
  if (variable.kind === "category" && answers.every(({ special }) => special !== undefined)) {
    problems.push({ where, message: "has no answer in substance", expected: "at least one" });
  }
  return problems;
}

function faultOf({ code, label, special }: Answer, { kind }: Variable) {
  if (!CODE.test(code) && !isPeriod(code)) {
    return { message: `has the code "${code}"`, expected: "lower case with hyphens, or a period" };
  }
  if (label.trim() === "") return { message: "has no label", expected: "the answer in words" };
  if (kind === "category") return undefined;
  if (special === undefined)
    return { message: "is an answer in substance", expected: "special answers only" };
  return /^\d/.test(code) ? { message: "looks like a number", expected: "a word" } : undefined;
}

function checkEnds(variable: Variable, where: string): CodebookProblem[] {
  if (variable.kind === "scale" || variable.kind === "count") {
    const { lowest, highest } = variable;
    return Number.isInteger(lowest) && Number.isInteger(highest) && lowest < highest
      ? []
      : [{ where, message: `goes from ${lowest} to ${highest}`, expected: "whole numbers, the lower first" }];
  }
  if (variable.kind === "number" && !Number.isFinite(variable.lowest)) {
    return [{ where, message: `begins at ${variable.lowest}`, expected: "a number" }];
  }
  if (variable.kind !== "date") return [];
  const { precision, from, to } = variable;
  const fits = precision === "day" ? isDay : isMonth;
  return fits(from) && fits(to) && from <= to
    ? []
    : [{ where, message: `goes from ${from} to ${to}`, expected: `a ${precision} each, the earlier first` }];
}
