import { open, text } from "../../src/analysis/columns.js";
import type { Basis, Codebook, Measure, Variable } from "../../src/model/codebook.js";
import { answersOf, conditionWords } from "../../src/model/condition-words.js";
import { dateLabel } from "../../src/model/period.js";
import { countResult, type Result } from "../../src/model/result.js";
import type { Column, Dataset } from "../../src/model/table.js";
import { CODEBOOKS } from "../codebooks/index.js";
import type { Raw } from "../read/index.js";
import { THE_PUBLICATIONS } from "./texts.js";

const SOURCE = `${THE_PUBLICATIONS}, in our own words, and assumptions where they are silent`;

const STANDING: readonly Column[] = [
  text("standing", "stated: in a publication; stated in part; assumed: by us, since no text says it"),
  open(text("locator", "Publication and place; empty for an assumption")),
  open(text("assumed", "What is assumed, or why; empty where all is stated")),
];

/** The variables of the codebooks: one row a variable, in words. */
export function codebooksTable(codebooks: Iterable<Codebook> = CODEBOOKS.values()): Dataset {
  return {
    name: "codebooks",
    title: "Codebooks of the surveys",
    description: "One row a variable of an interview: what is asked, of whom, and with which answers.",
    source: SOURCE,
    columns: [
      text("survey", "Name of the codebook"),
      text("variable", "Name of the variable"),
      text("label", "What is asked or recorded"),
      text("kind", "category, scale, count, number, date or text"),
      text("answers", "Answers in substance, or ends"),
      open(text("special_answers", "Answers that are none in substance; empty where there are none")),
      open(text("asked_of", "Who is asked; empty for everyone")),
      ...STANDING,
    ],
    rows: [...codebooks].flatMap((codebook) =>
      codebook.variables.map((variable) => ({
        survey: codebook.id,
        variable: variable.id,
        label: variable.label,
        kind: variable.kind,
        answers: answersInWords(variable),
        special_answers: specialInWords(variable),
        asked_of: variable.askedOf ?? null,
        ...standing(variable.basis),
      })),
    ),
  };
}

/** The measures of the codebooks: one row a measure, with its conditions in words. */
export function codebookMeasuresTable(
  { measures }: Pick<Raw, "measures">,
  codebooks: Iterable<Codebook> = CODEBOOKS.values(),
): Dataset {
  const labels = new Map(measures.map(({ id, label }) => [id, label]));
  return {
    name: "codebook-measures",
    title: "Measures of the surveys",
    description: "One row a measure: which interviews or answers it is a share of, and which of them count.",
    source: SOURCE,
    columns: [
      text("survey", "Name of the codebook"),
      text("measure", "Name of the measure"),
      text("label", "The measure in a few words"),
      text("kind", "share of interviews, share of pooled answers, profile or mean"),
      text("base", "Interviews, or answers, that it is a share or mean of"),
      text("counts", "Those of them that count, or what the mean is of"),
      ...STANDING,
    ],
    rows: [...codebooks].flatMap((codebook) =>
      codebook.measures.map((measure) => ({
        survey: codebook.id,
        measure: measure.id,
        label: measure.label ?? labels.get(measure.id) ?? measure.id,
        ...measureInWords(measure, codebook),
        ...standing(measure.basis),
      })),
    ),
  };
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
