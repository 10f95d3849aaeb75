import type { Codebook, Variable } from "../../src/model/codebook.js";
import { answersOf } from "../../src/model/condition-words.js";
import { DIMENSION_NAMES, dimensionText } from "../../src/model/dimensions.js";
import { unionsOf } from "../../src/model/group-condition.js";
import { isPeriod } from "../../src/model/period.js";
import type { CodebookProblem } from "./codebook-problem.js";
import { isDay, isMonth } from "./dates.js";

type ById = ReadonlyMap<string, Variable>;

/** Dimensions, roles, dates, strata, quotas and weighting have the variables that they need. */
export function checkDesign(codebook: Codebook): CodebookProblem[] {
  const byId: ById = new Map(codebook.variables.map((variable) => [variable.id, variable]));
  return [
    ...checkDimensions(codebook, byId),
    ...checkRoles(codebook, byId),
    ...checkDates(codebook),
    ...checkCells(codebook, byId),
  ];
}

/** Each code of a dimension is an answer, or made of answers; and each answer in substance is a code, or part of one. */
function checkDimensions(codebook: Codebook, byId: ById): CodebookProblem[] {
  return DIMENSION_NAMES.flatMap((dimension): CodebookProblem[] => {
    const name = codebook.dimensions[dimension];
    if (name === undefined) return [];
    const where = `dimensions.${dimension}`;
    const variable = byId.get(name);
    if (variable?.kind !== "category") {
      const message =
        variable === undefined ? `is "${name}", which is no variable` : `is ${name}, a ${variable.kind}`;
      return [{ where, message, expected: "a category" }];
    }
    const codes = Object.keys(dimensionText(dimension).codes);
    const unions = unionsOf(codebook, dimension);
    const answers = variable.answers.map(({ code }) => code);
    const covered = new Set([...codes, ...Object.values(unions).flat()]);
    return [
      ...codes
        .filter((code) => !answers.includes(code) && !Object.hasOwn(unions, code))
        .map((code) => ({
          where,
          message: `has the code ${code}, which is no answer to ${name}`,
          expected: `an answer, or a union of a profile measure; answers are ${answers.join(", ")}`,
        })),
      ...variable.answers
        .filter(({ code, special }) => special === undefined && !covered.has(code))
        .map(({ code }) => ({
          where,
          message: `has no code for the answer ${code} to ${name}`,
          expected: `one of ${codes.join(", ")}`,
        })),
    ];
  });
}

function checkRoles({ roles, fieldwork, weighting }: Codebook, byId: ById): CodebookProblem[] {
  const problems: CodebookProblem[] = [];
  const role = (name: string, id: string, fits: (variable: Variable) => boolean, expected: string) => {
    const variable = byId.get(id);
    const where = `roles.${name}`;
    if (variable === undefined) {
      problems.push({ where, message: `is "${id}", which is no variable`, expected });
    } else if (!fits(variable)) {
      problems.push({ where, message: `is ${id}, a ${variable.kind}`, expected });
    } else if (variable.asked !== undefined) {
      problems.push({
        where,
        message: `is ${id}, which not everyone has`,
        expected: "a variable of everyone",
      });
    }
  };
  role("interview", roles.interview, ({ kind }) => kind === "text", "a text");
  if (roles.weight !== null) role("weight", roles.weight, ({ kind }) => kind === "number", "a number");
  role(
    "date",
    roles.date,
    (variable) =>
      variable.kind === "date" &&
      variable.precision === "day" &&
      variable.from === fieldwork.from &&
      variable.to === fieldwork.to,
    `days from ${fieldwork.from} to ${fieldwork.to}, as the fieldwork`,
  );
  role(
    "period",
    roles.period,
    (variable) =>
      (variable.kind === "date" && variable.precision === "month") ||
      (variable.kind === "category" && answersOf(variable).every(({ code }) => isPeriod(code))),
    "months, or a category of periods such as 2023-04/2023-06",
  );
  if (roles.weight === null && weighting.length > 0) {
    problems.push({
      where: "roles.weight",
      message: "is null, and results are weighted",
      expected: "a variable",
    });
  }
  if (roles.weight !== null && weighting.length === 0) {
    problems.push({
      where: "weighting",
      message: "is empty, and there is a weight",
      expected: "how it is made",
    });
  }
  return problems;
}

function checkDates({ contacts, fieldwork }: Codebook): CodebookProblem[] {
  const problems: CodebookProblem[] = [];
  if (!(isMonth(contacts.from) && isMonth(contacts.to) && contacts.from <= contacts.to)) {
    const message = `go from ${contacts.from} to ${contacts.to}`;
    problems.push({ where: "contacts", message, expected: "a month each, the earlier first" });
  }
  if (!(isDay(fieldwork.from) && isDay(fieldwork.to) && fieldwork.from <= fieldwork.to)) {
    const message = `goes from ${fieldwork.from} to ${fieldwork.to}`;
    problems.push({ where: "fieldwork", message, expected: "a day each, the earlier first" });
  } else if (fieldwork.to < contacts.from) {
    const message = `ends on ${fieldwork.to}, before the first contacts`;
    problems.push({ where: "fieldwork", message, expected: `a day after ${contacts.from}` });
  }
  return problems;
}

/** Strata, quotas and weighting variables split everyone into cells. */
function checkCells({ sampling, weighting }: Codebook, byId: ById): CodebookProblem[] {
  const lists: [where: string, readonly string[]][] = [
    ["sampling.strata", sampling.strata],
    ["sampling.quotas", sampling.quotas ?? []],
    ...weighting.map(({ variables }, i): [string, readonly string[]] => [`weighting.${i + 1}`, variables]),
  ];
  const problems: CodebookProblem[] = lists.flatMap(([where, names]) =>
    names.flatMap((name, i): CodebookProblem[] => {
      const expected = "a category, or months, of everyone";
      if (names.indexOf(name) < i) return [{ where, message: `names ${name} twice`, expected: "each once" }];
      const variable = byId.get(name);
      if (variable === undefined)
        return [{ where, message: `names "${name}", which is no variable`, expected }];
      const splits =
        variable.kind === "category" || (variable.kind === "date" && variable.precision === "month");
      if (!splits) return [{ where, message: `names ${name}, a ${variable.kind}`, expected }];
      return variable.asked === undefined
        ? []
        : [{ where, message: `names ${name}, which not everyone is asked`, expected }];
    }),
  );
  for (const [i, { variables }] of weighting.entries()) {
    if (variables.length === 0) {
      problems.push({ where: `weighting.${i + 1}`, message: "has no variables", expected: "at least one" });
    }
  }
  return problems;
}
