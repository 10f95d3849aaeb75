import type { Codebook, Condition, Variable } from "../../src/model/codebook.js";
import { type Leaf, leavesOf } from "../../src/model/condition-variables.js";
import { answersOf } from "../../src/model/condition-words.js";
import type { CodebookProblem } from "./codebook-problem.js";
import { isDay, isMonth } from "./dates.js";

/** Every condition of a codebook names variables that there are, and answers and numbers that they can have. */
export function checkConditions(codebook: Codebook): CodebookProblem[] {
  const { variables, impossible, measures, populations = [] } = codebook;
  const byId = new Map(variables.map((variable) => [variable.id, variable]));
  const conditions: [where: string, Condition][] = [
    ...variables.flatMap(({ id, asked }): [string, Condition][] =>
      asked === undefined ? [] : [[`variables.${id}.asked`, asked]],
    ),
    ...impossible.map(({ id, when }): [string, Condition] => [`impossible.${id}.when`, when]),
    ...measures.flatMap((measure): [string, Condition][] => [
      ...("base" in measure
        ? ([[`measures.${measure.id}.base`, measure.base]] as [string, Condition][])
        : []),
      ...(measure.kind === "share"
        ? ([[`measures.${measure.id}.counts`, measure.counts]] as [string, Condition][])
        : []),
    ]),
    ...populations.map(({ id, when }): [string, Condition] => [`populations.${id}.when`, when]),
  ];
  return conditions.flatMap(([where, condition]) =>
    leavesOf(condition).flatMap((leaf) => checkLeaf(leaf, byId, where)),
  );
}

function checkLeaf(leaf: Leaf, byId: ReadonlyMap<string, Variable>, where: string): CodebookProblem[] {
  const variable = byId.get(leaf.variable);
  if (variable === undefined) {
    const message = `names "${leaf.variable}", which is no variable`;
    return [{ where, message, expected: `one of ${[...byId.keys()].join(", ")}` }];
  }
  if ("is" in leaf) return checkCodes(leaf.is, variable, where);
  return checkWithin(leaf, variable, where);
}

function checkCodes(codes: readonly string[], variable: Variable, where: string): CodebookProblem[] {
  if (codes.length === 0) {
    return [{ where, message: `names no answer to ${variable.id}`, expected: "at least one" }];
  }
  return codes.flatMap((code, i): CodebookProblem[] => {
    if (codes.indexOf(code) < i) {
      return [{ where, message: `names "${code}" of ${variable.id} twice`, expected: "each answer once" }];
    }
    return canBe(code, variable)
      ? []
      : [
          {
            where,
            message: `names "${code}", which is no answer to ${variable.id}`,
            expected: answersIn(variable),
          },
        ];
  });
}

/** Whether a variable can have the answer. Text and numbers with decimals are not asked for in conditions by their digits. */
export function canBe(code: string, variable: Variable): boolean {
  if (answersOf(variable).some((answer) => answer.code === code)) return true;
  if (variable.kind === "scale" || variable.kind === "count") {
    const number = Number(code);
    return String(number) === code && Number.isInteger(number) && isWithin(number, variable);
  }
  if (variable.kind !== "date") return false;
  const fits = variable.precision === "day" ? isDay : isMonth;
  return fits(code) && code >= variable.from && code <= variable.to;
}

const isWithin = (number: number, { lowest, highest }: { lowest: number; highest: number }) =>
  number >= lowest && number <= highest;

function answersIn(variable: Variable): string {
  const codes = answersOf(variable).map(({ code }) => code);
  if (variable.kind === "scale" || variable.kind === "count") {
    return [`a whole number from ${variable.lowest} to ${variable.highest}`, ...codes].join(", ");
  }
  if (variable.kind === "date") return `a ${variable.precision} from ${variable.from} to ${variable.to}`;
  return variable.kind === "category" ? `one of ${codes.join(", ")}` : "no condition on single values";
}

function checkWithin(
  { from, to }: { readonly from?: number; readonly to?: number },
  variable: Variable,
  where: string,
): CodebookProblem[] {
  if (variable.kind === "category" || variable.kind === "date" || variable.kind === "text") {
    const message = `asks for numbers of ${variable.id}, a ${variable.kind}`;
    return [{ where, message, expected: "a scale, a count or a number" }];
  }
  const ends = [from, to].filter((end) => end !== undefined);
  if (from !== undefined && to !== undefined && from > to) {
    return [
      { where, message: `goes from ${from} to ${to} of ${variable.id}`, expected: "the lower end first" },
    ];
  }
  const highest = variable.kind === "number" ? Infinity : variable.highest;
  return ends
    .filter((end) => !isWithin(end, { lowest: variable.lowest, highest }))
    .map((end) => ({
      where,
      message: `has the end ${end}, which ${variable.id} cannot be`,
      expected: highest === Infinity ? `${variable.lowest} or more` : `${variable.lowest} to ${highest}`,
    }));
}
