import { factor } from "../../src/stats/design/factor.js";
import { type SinglePsu, type SurveyDesign, surveyDesign } from "../../src/stats/design/survey-design.js";

/** A sample as R wrote it: columns of numbers or text, null where the answer is missing. */
export type Dataset = Readonly<Record<string, readonly (number | string | null)[]>>;

/** The columns of a design; `lonely` is R's word for strata of one primary sampling unit. */
export interface DesignColumns {
  readonly dataset: string;
  readonly weights?: string;
  readonly strata?: string;
  readonly clusters?: string;
  readonly fpc?: string;
  readonly lonely?: SinglePsu;
}

/** Our design of the columns that R was given. */
export function designOf(
  dataset: Dataset,
  { weights, strata, clusters, fpc, lonely }: DesignColumns,
): SurveyDesign {
  return surveyDesign({
    n: Object.values(dataset)[0]?.length ?? 0,
    ...(weights === undefined ? {} : { weights: numbers(dataset, weights) }),
    ...(strata === undefined ? {} : { strata: factorOf(dataset, strata) }),
    ...(clusters === undefined ? {} : { clusters: factorOf(dataset, clusters) }),
    ...(fpc === undefined ? {} : { populationSizes: numbers(dataset, fpc) }),
    ...(lonely === undefined ? {} : { singlePsu: lonely }),
  });
}

/** A column of text or numbers as a factor. */
export function factorOf(dataset: Dataset, name: string) {
  return factor(columnOf(dataset, name), { name });
}

/** A column of numbers, NaN where missing. */
export function numbers(dataset: Dataset, name: string): Float64Array {
  return Float64Array.from(columnOf(dataset, name), (value) => {
    if (typeof value === "string") throw new Error(`${name} holds the text ${value}`);
    return value ?? Number.NaN;
  });
}

/** Whether each answer of a column is `value`; NaN where missing. */
export function indicator(dataset: Dataset, name: string, value: string): Float64Array {
  return Float64Array.from(columnOf(dataset, name), (answer) =>
    answer === null ? Number.NaN : String(answer) === value ? 1 : 0,
  );
}

/** A domain: the rows where a column is 1, and where none of `answers` is missing. */
export function domainOf(
  dataset: Dataset,
  domain: string | undefined,
  answers: readonly string[] = [],
): Uint8Array {
  const columns = answers.map((name) => columnOf(dataset, name));
  const inside = domain === undefined ? null : columnOf(dataset, domain);
  const rows = Object.values(dataset)[0]?.length ?? 0;
  return Uint8Array.from({ length: rows }, (_, i) =>
    (inside === null || inside[i] === 1) && columns.every((column) => column[i] !== null) ? 1 : 0,
  );
}

function columnOf(dataset: Dataset, name: string): readonly (number | string | null)[] {
  const column = dataset[name];
  if (column === undefined) throw new Error(`there is no column ${name}`);
  return column;
}
