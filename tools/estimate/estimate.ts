import { InputError, type Interviews, type Problem } from "../../data-loaders/read/index.js";
import { entryAt } from "../../src/model/entry-at.js";
import {
  type Contrast,
  cellTotals,
  crossFactors,
  degreesOfFreedom,
  differenceTest,
  type Estimates,
  type Factor,
  factor,
  linearRegression,
  logisticRegression,
  type ModelTerm,
  mean,
  proportion,
  type Regression,
  raoScottTest,
  type SurveyDesign,
  type TestResult,
  tellsPopulation,
  type WeightDiagnostics,
  weightDiagnostics,
} from "../../src/stats/index.js";
import { failWith, located, readDesign } from "./design.js";
import { outcome, type Request } from "./request.js";

/** The answer to a request. */
export interface Answer {
  readonly design: SurveyDesign;
  /** Degrees of freedom of the whole design. */
  readonly df: number;
  /** Diagnostics of the weights, if any, and whether adjusting them converged. */
  readonly weights: (WeightDiagnostics & { readonly converged: boolean | null }) | null;
  readonly estimates: Estimates | null;
  readonly test: ({ readonly name: "difference" } & Contrast) | TestResult | null;
  readonly model: (Regression & { readonly kind: "logistic" | "linear" }) | null;
}

/**
 * Answers a request from a file of interviews.
 *
 * @throws InputError with all that is wrong in the files
 */
export async function estimate(interviews: Interviews, request: Request): Promise<Answer> {
  const problems: Problem[] = [];
  const variables = readVariables(interviews, request, problems);
  let design: SurveyDesign;
  let converged: boolean | null;
  try {
    ({ design, converged } = await readDesign(interviews, request));
  } catch (error) {
    if (error instanceof InputError) problems.push(...error.problems);
    else throw error;
    throw new InputError(withoutRepeats(problems));
  }
  failWith(withoutRepeats(problems));
  try {
    const estimates = variables.y === null ? null : estimatesOf(design, variables.y, variables.by, request);
    return {
      design,
      df: degreesOfFreedom(design, (row) => entryAt(design.weights, row) > 0),
      weights:
        request.weights === null && converged === null
          ? null
          : { ...weightDiagnostics(design.weights), converged },
      estimates,
      test: estimates === null || variables.y === null ? null : testOf(design, estimates, variables, request),
      model: variables.model === null ? null : modelOf(design, variables.model, request),
    };
  } catch (error) {
    throw located(error, interviews.file);
  }
}

interface Variables {
  readonly y: Outcome | null;
  readonly by: readonly Factor[];
  readonly model: { readonly y: Outcome; readonly terms: readonly ModelTerm[] } | null;
}

interface Outcome {
  readonly values: Float64Array;
  /** Whether every answer is 0 or 1. */
  readonly binary: boolean;
}

function readVariables(interviews: Interviews, request: Request, problems: Problem[]): Variables {
  const known = (names: readonly string[]) =>
    names.filter((name) => {
      const missing = interviews.absence(name);
      problems.push(...missing);
      return missing.length === 0;
    });
  const y = request.y === null ? null : outcomeOf(interviews, request.y, problems);
  const by = known(request.by).map((name) => factor(interviews.text(name), { name }));
  if (request.model === null) return { y, by, model: null };
  const modelled = outcomeOf(interviews, outcome(request.model.outcome), problems);
  const names = new Set(known(request.model.terms.map(({ name }) => name)));
  const terms = request.model.terms
    .filter(({ name }) => names.has(name))
    .map((term): ModelTerm => {
      const numeric = !term.factor && interviews.isNumeric(term.name);
      const name = term.factor ? `factor(${term.name})` : term.name;
      return numeric
        ? { kind: "number", name, values: interviews.numbers(term.name, problems) }
        : { kind: "factor", name, factor: factorOf(interviews, term.name) };
    });
  return { y, by, model: { y: modelled, terms } };
}

/** Levels are sorted, numbers by size. */
function factorOf(interviews: Interviews, name: string): Factor {
  return interviews.isNumeric(name)
    ? factor(interviews.numbers(name, []), { name })
    : factor(interviews.text(name), { name });
}

function outcomeOf(
  interviews: Interviews,
  { name, value }: { readonly name: string; readonly value: string | null },
  problems: Problem[],
): Outcome {
  const missing = interviews.absence(name);
  if (missing.length > 0) {
    problems.push(...missing);
    return { values: new Float64Array(interviews.rows), binary: true };
  }
  if (value === null) {
    const values = interviews.numbers(name, problems);
    return { values, binary: values.every((answer) => answer === 0 || answer === 1 || Number.isNaN(answer)) };
  }
  const answers = interviews.text(name);
  if (!answers.includes(value))
    problems.push({
      file: interviews.file,
      line: 1,
      column: 1,
      message: `no row has ${name} "${value}"`,
      expected: `one of ${[...new Set(answers.filter((answer) => answer !== null))].sort().slice(0, 12).join(", ")}`,
    });
  return {
    values: Float64Array.from(answers, (answer) => (answer === null ? Number.NaN : answer === value ? 1 : 0)),
    binary: true,
  };
}

function estimatesOf(
  design: SurveyDesign,
  { values, binary }: Outcome,
  by: readonly Factor[],
  { interval, level }: Request,
): Estimates {
  // Without population-size weights there is no design effect without replacement: it is omitted.
  const make = (options: { readonly deffReference?: "without-replacement" }) =>
    binary
      ? proportion(design, values, { by, level, interval, ...options })
      : mean(design, values, { by, level, ...options });
  const rows = design.weights.reduce((n, weight) => n + (weight > 0 ? 1 : 0), 0);
  const population = design.weights.reduce((sum, weight) => sum + weight, 0);
  return make(tellsPopulation(population, rows) ? { deffReference: "without-replacement" } : {});
}

function testOf(
  design: SurveyDesign,
  estimates: Estimates,
  { y, by }: Variables,
  { test, level }: Request,
): Answer["test"] {
  if (test === null || y === null) return null;
  if (test === "difference") {
    const groups = estimates.estimates.flatMap(({ n }, group) => (n > 0 ? [group] : []));
    const [a, b] = groups;
    if (groups.length !== 2 || a === undefined || b === undefined)
      throw new RangeError(
        `there are ${groups.length} groups with interviews; expected two for a difference`,
      );
    return { name: "difference", ...differenceTest(estimates, a, b, { level }) };
  }
  if (!y.binary)
    throw new RangeError("a Rao-Scott test is of a table; expected --y NAME=VALUE or a column of 0 and 1");
  const answers = factor(y.values, { name: "y" });
  return raoScottTest(
    cellTotals(design, answers, crossFactors(by)),
    test === "rao-scott" ? "second" : "first",
  );
}

function modelOf(
  design: SurveyDesign,
  { y, terms }: NonNullable<Variables["model"]>,
  { level }: Request,
): NonNullable<Answer["model"]> {
  return y.binary
    ? { kind: "logistic", ...logisticRegression(design, y.values, terms, { level }) }
    : { kind: "linear", ...linearRegression(design, y.values, terms, { level }) };
}

/** Reports an absent column once, even if used twice. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = JSON.stringify(problem);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
