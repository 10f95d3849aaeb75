import {
  firstProblems,
  InputError,
  type Interviews,
  type Margin,
  type Problem,
  readMargin,
} from "../../data-loaders/read/index.js";
import { entryAt } from "../../src/model/entry-at.js";
import {
  bootstrap,
  type Factor,
  factor,
  jackknife,
  postStratify,
  rake,
  type SurveyDesign,
  surveyDesign,
} from "../../src/stats/index.js";
import type { Request } from "./request.js";

/** The design of a file of interviews; whether adjusting the weights converged, if they were. */
export interface ReadDesign {
  readonly design: SurveyDesign;
  readonly converged: boolean | null;
}

/**
 * Builds the requested design.
 *
 * @throws InputError with every cell that is wrong, at its place
 */
export async function readDesign(interviews: Interviews, request: Request): Promise<ReadDesign> {
  const problems: Problem[] = [];
  const weights = request.weights === null ? null : weightsOf(interviews, request.weights, problems);
  const strata = request.strata === null ? null : complete(interviews, request.strata, "stratum", problems);
  const clusters =
    request.clusters === null ? null : complete(interviews, request.clusters, "cluster", problems);
  const sizes = request.fpc === null ? null : sizesOf(interviews, request.fpc, problems);
  const margins: { readonly path: string; readonly margin: Margin }[] = [];
  for (const path of [...(request.postStratify === null ? [] : [request.postStratify]), ...request.rake]) {
    try {
      margins.push({ path, margin: await readMargin(path) });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  const adjusters = margins.map(({ path, margin }) => ({
    factor: levelsOf(interviews, path, margin, problems),
    totals: margin.totals,
  }));
  failWith(problems);
  const columns = {
    n: interviews.rows,
    ...(weights === null ? {} : { weights }),
    ...(strata === null ? {} : { strata }),
    ...(clusters === null ? {} : { clusters }),
  };
  const plain = surveyDesign(columns);
  if (sizes !== null && request.fpc !== null) checkSizes(interviews, request.fpc, plain, sizes, problems);
  failWith(problems);
  let design = sizes === null ? plain : surveyDesign({ ...columns, populationSizes: sizes });
  checkSingleUnits(interviews, request, design);
  const { replicates } = request;
  if (replicates !== null) {
    try {
      design =
        replicates.method === "bootstrap"
          ? bootstrap(design, { replicates: replicates.count, seed: replicates.seed, mse: false })
          : jackknife(design, { method: replicates.method, mse: false });
    } catch (error) {
      throw located(error, interviews.file);
    }
  }
  let converged: boolean | null = null;
  try {
    const [first] = adjusters;
    if (request.postStratify !== null && first !== undefined) {
      ({ design, converged } = postStratify(design, first.factor, first.totals));
    }
    const margins = adjusters.slice(request.postStratify === null ? 0 : 1);
    if (margins.length > 0) {
      ({ design, converged } = rake(design, margins));
    }
  } catch (error) {
    throw located(error, request.rake.at(-1) ?? interviews.file);
  }
  return { design, converged };
}

/** Converts an error of the statistics to one at the beginning of the file. */
export function located(error: unknown, file: string): unknown {
  if (!(error instanceof RangeError)) return error;
  const [message = "", expected = "data that the estimate can be computed from"] =
    error.message.split("; expected ");
  return new InputError([{ file, line: 1, column: 1, message, expected }]);
}

export function failWith(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new InputError(problems);
}

/** Adds a problem for each row that fails a test; after 20, one counts the rest. */
function addRows(
  interviews: Interviews,
  name: string,
  problems: Problem[],
  message: (row: number) => string | null,
  expected: string,
): void {
  const faults: { readonly row: number; readonly message: string }[] = [];
  for (let row = 0; row < interviews.rows; row++) {
    const fault = message(row);
    if (fault !== null) faults.push({ row, message: fault });
  }
  problems.push(
    ...firstProblems(faults, ({ row, message: fault }) => ({
      file: interviews.file,
      ...interviews.place(name, row),
      message: fault,
      expected,
    })),
  );
}

function weightsOf(interviews: Interviews, name: string, problems: Problem[]): Float64Array {
  const before = problems.length;
  const weights = interviews.numbers(name, problems);
  if (problems.length > before) return weights;
  const expected = "a weight of 0 or more";
  addRows(
    interviews,
    name,
    problems,
    (row) => {
      const weight = entryAt(weights, row);
      return Number.isNaN(weight) ? `${name} is empty` : weight < 0 ? `${name} is ${weight}` : null;
    },
    expected,
  );
  if (problems.length === before && weights.every((weight) => weight === 0))
    problems.push({
      file: interviews.file,
      ...interviews.place(name, 0),
      message: `every ${name} is 0`,
      expected: "a weight above 0",
    });
  return weights;
}

function complete(interviews: Interviews, name: string, what: string, problems: Problem[]): Factor | null {
  const missing = interviews.absence(name);
  problems.push(...missing);
  if (missing.length > 0) return null;
  const read = factor(interviews.text(name), { name });
  addRows(
    interviews,
    name,
    problems,
    (row) => (entryAt(read.codes, row) < 0 ? `${name} is empty` : null),
    `a ${what} in every row`,
  );
  return read;
}

function sizesOf(interviews: Interviews, name: string, problems: Problem[]): Float64Array {
  const before = problems.length;
  const sizes = interviews.numbers(name, problems);
  if (problems.length === before)
    addRows(
      interviews,
      name,
      problems,
      (row) =>
        entryAt(sizes, row) > 0 ? null : `${name} is ${Number.isNaN(sizes[row]) ? "empty" : sizes[row]}`,
      "the size of the population of the row's stratum",
    );
  return sizes;
}

/** Reports population sizes that differ within a stratum or are below its sample. */
function checkSizes(
  interviews: Interviews,
  name: string,
  { strata, stratumPsus }: SurveyDesign,
  sizes: Float64Array,
  problems: Problem[],
): void {
  const size = new Float64Array(strata.levels.length).fill(Number.NaN);
  addRows(
    interviews,
    name,
    problems,
    (row) => {
      const h = entryAt(strata.codes, row);
      const of = strata.levels[h] === "" ? "the population" : `stratum ${strata.levels[h]}`;
      if (Number.isNaN(size[h])) {
        size[h] = entryAt(sizes, row);
        return entryAt(size, h) < entryAt(stratumPsus, h)
          ? `${name} is ${sizes[row]}, below the ${stratumPsus[h]} units of ${of} in the sample`
          : null;
      }
      return size[h] === sizes[row] ? null : `${name} is ${sizes[row]} after ${size[h]} in ${of}`;
    },
    "one size a stratum, not below its sample",
  );
}

function checkSingleUnits(
  interviews: Interviews,
  { strata: column, clusters }: Request,
  design: SurveyDesign,
): void {
  const { stratumPsus, samplingFraction, strata } = design;
  const place = column ?? clusters ?? interviews.columns[0] ?? "";
  const problems: Problem[] = [];
  stratumPsus.forEach((m, h) => {
    if (m !== 1 || entryAt(samplingFraction, h) >= 1) return;
    problems.push({
      file: interviews.file,
      ...interviews.place(place, strata.codes.indexOf(h)),
      message: `${strata.levels[h] === "" ? "the sample" : `stratum "${strata.levels[h]}"`} has one primary sampling unit, so that its variance cannot be estimated`,
      expected: "two or more in every stratum (join it with another)",
    });
  });
  failWith(problems);
}

/** The levels of a margin's variable in the interviews, in the margin's order. */
function levelsOf(interviews: Interviews, path: string, margin: Margin, problems: Problem[]): Factor {
  const { variable, levels, totals } = margin;
  const missing = interviews.absence(variable);
  problems.push(...missing);
  if (missing.length > 0) return { name: variable, levels, codes: new Int32Array(interviews.rows) };
  const values = interviews.text(variable);
  const known = new Map(levels.map((level, code) => [level, code]));
  const codes = Int32Array.from(values, (value) => (value === null ? -1 : (known.get(value) ?? -1)));
  addRows(
    interviews,
    variable,
    problems,
    (row) => {
      const value = values[row] ?? null;
      if (value === null) return `${variable} is empty`;
      return known.has(value) ? null : `${variable} is "${value}", which ${path} lacks`;
    },
    `one of the margin's levels: ${levels.join(", ")}`,
  );
  levels.forEach((level, code) => {
    const occurs = codes.includes(code);
    if (occurs === entryAt(totals, code) > 0) return;
    problems.push({
      file: path,
      ...margin.place(level),
      message: occurs ? `the count of "${level}" is 0` : `no interview has ${variable} "${level}"`,
      expected: occurs ? "a count above 0" : "levels that occur",
    });
  });
  return { name: variable, levels, codes };
}
