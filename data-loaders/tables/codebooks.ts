import type { Basis, Codebook, Measure, Variable } from "../../src/model/codebook.js";
import { answersOf, conditionWords } from "../../src/model/condition-words.js";
import { dateLabel } from "../../src/model/period.js";
import { countResult, type Result } from "../../src/model/result.js";
import { type Dataset, datasetOf, defineTable, open, type RowOf, text } from "../../src/model/table.js";
import { THE_PUBLICATIONS } from "../../src/model/the-publications.js";
import { CODEBOOKS } from "../codebooks/index.js";
import type { Raw } from "../read/index.js";

const SOURCE = `${THE_PUBLICATIONS}, in our own words, and assumptions where they are silent`;

const STANDING = {
  standing: text("stated: in a publication; stated in part; assumed: by us, since no text says it"),
  locator: open(text("Publication and place; empty for an assumption")),
  assumed: open(text("What is assumed, or why; empty where all is stated")),
};

/** A variable of a codebook, in words. */
const VARIABLES = defineTable({
  name: "codebooks",
  title: "Codebooks of the surveys",
  description: "One row a variable of an interview: what is asked, of whom, and with which answers.",
  source: SOURCE,
  columns: {
    survey: text("Name of the codebook"),
    variable: text("Name of the variable"),
    label: text("What is asked or recorded"),
    kind: text("category, scale, count, number, date or text"),
    answers: text("Answers in substance, or ends"),
    special_answers: open(text("Answers that are none in substance; empty where there are none")),
    asked_of: open(text("Who is asked; empty for everyone")),
    ...STANDING,
  },
});
export type VariableRow = RowOf<typeof VARIABLES>;

/** A measure of a codebook, with its conditions in words. */
const MEASURES = defineTable({
  name: "codebook-measures",
  title: "Measures of the surveys",
  description: "One row a measure: which interviews or answers it is a share of, and which of them count.",
  source: SOURCE,
  columns: {
    survey: text("Name of the codebook"),
    measure: text("Name of the measure"),
    label: text("The measure in a few words"),
    kind: text("share of interviews, share of pooled answers, profile or mean"),
    base: text("Interviews, or answers, that it is a share or mean of"),
    counts: text("Those of them that count, or what the mean is of"),
    ...STANDING,
  },
});
export type MeasureRow = RowOf<typeof MEASURES>;

/** The variables of the codebooks. */
export function codebooksTable(codebooks: Iterable<Codebook> = CODEBOOKS.values()): Dataset {
  return datasetOf(VARIABLES, () =>
    [...codebooks].flatMap(({ id: survey, variables }) =>
      variables.map((variable) => ({
        ...{ survey, variable: variable.id, label: variable.label, kind: variable.kind },
        answers: answersInWords(variable),
        special_answers: specialInWords(variable),
        asked_of: variable.askedOf ?? null,
        ...standing(variable.basis),
      })),
    ),
  );
}

/** The measures of the codebooks. */
export function codebookMeasuresTable(
  { measures }: Pick<Raw, "measures">,
  codebooks: Iterable<Codebook> = CODEBOOKS.values(),
): Dataset {
  const labels = new Map(measures.map(({ id, label }) => [id, label]));
  return datasetOf(MEASURES, () =>
    [...codebooks].flatMap((codebook) =>
      codebook.measures.map((measure) => ({
        ...{ survey: codebook.id, measure: measure.id },
        label: measure.label ?? labels.get(measure.id) ?? measure.id,
        ...measureInWords(measure, codebook),
        ...standing(measure.basis),
      })),
    ),
  );
}

/** How many surveys and variables the codebooks have, and how many of these rest on an assumption. */
export function codebookResults(codebooks: Iterable<Codebook> = CODEBOOKS.values()): Result[] {
  const all = [...codebooks];
  const standings = all.flatMap(({ variables }) => variables.map(({ basis }) => standing(basis).standing));
  const count = (id: string, label: string, value: number): Result =>
    countResult({
      ...{ id: `codebooks.${id}`, label, value, inputs: [] },
      madeBy: "tables.codebookResults",
      because: "counted in the codebooks",
    });
  return [
    count("surveys", "Surveys with a codebook", all.length),
    count("variables", "Variables of all codebooks", standings.length),
    count("assumed", "Variables that no text states", standings.filter((s) => s === "assumed").length),
    count(
      "stated-in-part",
      "Variables that a text states in part",
      standings.filter((s) => s === "stated in part").length,
    ),
  ];
}

function standing(basis: Basis) {
  const locator = "locator" in basis ? basis.locator : null;
  const assumed = basis.assumed ?? null;
  return {
    standing: locator === null ? "assumed" : assumed === null ? "stated" : "stated in part",
    locator,
    assumed,
  };
}

function answersInWords(variable: Variable): string {
  switch (variable.kind) {
    case "category":
      return labels(answersOf(variable).filter(({ special }) => special === undefined));
    case "scale":
      return `${variable.lowest} (${variable.ends[0]}) to ${variable.highest} (${variable.ends[1]})`;
    case "count":
      return `${variable.lowest} to ${variable.highest}`;
    case "number":
      return variable.above ? `above ${variable.lowest}` : `${variable.lowest} or more`;
    case "date":
      return `${dateLabel(variable.from)} to ${dateLabel(variable.to)}`;
    case "text":
      return "any text";
  }
}

function specialInWords(variable: Variable): string | null {
  const special = answersOf(variable).filter((answer) => answer.special !== undefined);
  return special.length === 0 ? null : labels(special);
}

const labels = (answers: readonly { readonly label: string }[]) =>
  answers.map(({ label }) => label).join("; ");

function measureInWords(measure: Measure, codebook: Codebook) {
  const label = (id: string) => codebook.variables.find((variable) => variable.id === id)?.label ?? id;
  if (measure.kind === "pooled") {
    const { items, counts } = measure;
    const kept =
      "is" in counts
        ? counts.is.join(" or ")
        : [
            ...(counts.from === undefined ? [] : [`${counts.from} or more`]),
            ...(counts.to === undefined ? [] : [`${counts.to} or less`]),
          ].join(", ");
    return {
      kind: "share of pooled answers",
      base: `all answers in substance to: ${items.map(label).join("; ")}`,
      counts: kept,
    };
  }
  const base = conditionWords(measure.base, codebook);
  if (measure.kind === "share") {
    return { kind: "share of interviews", base, counts: conditionWords(measure.counts, codebook) };
  }
  return measure.kind === "mean"
    ? { kind: "mean", base, counts: label(measure.variable) }
    : { kind: "profile", base, counts: "the answer that the group names" };
}
