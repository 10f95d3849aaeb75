import type {
  Codebook,
  CountVariable,
  Measure,
  PooledMeasure,
  ScaleVariable,
  ShareMeasure,
  Variable,
} from "../../src/model/codebook.js";
import { dimensionText } from "../../src/model/dimensions.js";
import { canBe } from "./check-conditions.js";
import type { CodebookProblem } from "./codebook-problem.js";

/** Measures are known, pool like with like, and count only answers of their base. */
export function checkMeasures(codebook: Codebook, known?: ReadonlySet<string>): CodebookProblem[] {
  const byId = new Map(codebook.variables.map((variable) => [variable.id, variable]));
  return codebook.measures.flatMap((measure): CodebookProblem[] => {
    const where = `measures.${measure.id}`;
    return [
      ...checkName(measure, where, known),
      ...(measure.kind === "share" ? checkShare(measure, where) : []),
      ...(measure.kind === "pooled" ? checkPooled(measure, byId, where) : []),
      ...(measure.kind === "mean" ? checkMean(byId.get(measure.variable), measure.variable, where) : []),
      ...(measure.kind === "profile" ? checkProfile(codebook, measure, byId, where) : []),
    ];
  });
}

function checkName({ id, label }: Measure, where: string, known?: ReadonlySet<string>): CodebookProblem[] {
  if (label !== undefined && label.trim() === "") {
    return [{ where, message: "has an empty label", expected: "what it is, in words" }];
  }
  if (known === undefined) return [];
  if (!known.has(id) && label === undefined) {
    return [
      { where, message: "is no measure of measures.csv", expected: "one of them, or a label of its own" },
    ];
  }
  return known.has(id) && label !== undefined
    ? [{ where, message: "has a label here and in measures.csv", expected: "the one of measures.csv" }]
    : [];
}

/** Where base and count are both answers to one variable, those that count are in the base. */
function checkShare({ base, counts }: ShareMeasure, where: string): CodebookProblem[] {
  if (!("is" in base) || !("is" in counts) || base.variable !== counts.variable) return [];
  return counts.is
    .filter((code) => !base.is.includes(code))
    .map((code) => ({
      where,
      message: `counts "${code}", which its base leaves out`,
      expected: "answers of its base",
    }));
}

function checkPooled(
  { items, counts }: PooledMeasure,
  byId: ReadonlyMap<string, Variable>,
  where: string,
): CodebookProblem[] {
  if (items.length === 0) return [{ where, message: "pools nothing", expected: "at least one item" }];
  const problems: CodebookProblem[] = [];
  const scales = new Set<string>();
  for (const [i, item] of items.entries()) {
    const variable = byId.get(item);
    if (items.indexOf(item) < i) {
      problems.push({ where, message: `pools ${item} twice`, expected: "each item once" });
    } else if (variable === undefined) {
      problems.push({ where, message: `pools "${item}", which is no variable`, expected: "a variable" });
    } else if ("is" in counts) {
      for (const code of counts.is.filter((answer) => !canBe(answer, variable))) {
        problems.push({
          where,
          message: `counts "${code}", which is no answer to ${item}`,
          expected: "answers of each item",
        });
      }
    } else if (!isNumeric(variable)) {
      problems.push({
        where,
        message: `counts numbers of ${item}, a ${variable.kind}`,
        expected: "scales or counts",
      });
    } else {
      scales.add(`${variable.lowest} to ${variable.highest}`);
      for (const end of [counts.from, counts.to]) {
        if (end !== undefined && !canBe(String(end), variable)) {
          problems.push({
            where,
            message: `has the end ${end}, which ${item} cannot be`,
            expected: `${variable.lowest} to ${variable.highest}`,
          });
        }
      }
    }
  }
  if (scales.size > 1) {
    problems.push({
      where,
      message: `pools scales from ${[...scales].join(" and ")}`,
      expected: "one scale",
    });
  }
  return problems;
}

const isNumeric = (variable: Variable): variable is ScaleVariable | CountVariable =>
  variable.kind === "scale" || variable.kind === "count";

function checkMean(variable: Variable | undefined, name: string, where: string): CodebookProblem[] {
  if (variable === undefined) {
    return [{ where, message: `is the mean of "${name}", which is no variable`, expected: "a variable" }];
  }
  return isNumeric(variable)
    ? []
    : [{ where, message: `is the mean of ${name}, a ${variable.kind}`, expected: "a scale or a count" }];
}

function checkProfile(
  codebook: Codebook,
  { dimension, unions }: Extract<Measure, { kind: "profile" }>,
  byId: ReadonlyMap<string, Variable>,
  where: string,
): CodebookProblem[] {
  const name = codebook.dimensions[dimension];
  const variable = name === undefined ? undefined : byId.get(name);
  if (variable === undefined) {
    return [
      { where, message: `is by ${dimension}, which has no variable`, expected: "a dimension with one" },
    ];
  }
  const { codes } = dimensionText(dimension);
  return Object.entries(unions).flatMap(([code, parts]): CodebookProblem[] => {
    const faults: CodebookProblem[] = [];
    if (!Object.hasOwn(codes, code)) {
      faults.push({
        where,
        message: `makes "${code}", which is no code of ${dimension}`,
        expected: `one of ${Object.keys(codes).join(", ")}`,
      });
    }
    for (const part of parts.filter((answer) => !canBe(answer, variable))) {
      faults.push({
        where,
        message: `makes ${code} of "${part}", which is no answer to ${variable.id}`,
        expected: "its answers",
      });
    }
    return faults;
  });
}
