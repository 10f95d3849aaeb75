import { CODEBOOKS } from "../../../data-loaders/codebooks/index.js";
import type { MeasureRow, VariableRow } from "../../../data-loaders/tables/codebooks.js";
import { dataTable, type TableColumn } from "../../components/data-table.js";
import { make } from "../../components/dom.js";
import type { Basis, Codebook, WeightingStep } from "../../model/codebook.js";
import { type Dataset, rowsOf } from "../../model/table.js";

type Standing = Pick<VariableRow & MeasureRow, "survey" | "label" | "standing" | "locator" | "assumed">;
type Maker = ReturnType<typeof make>;

const WEIGHTED: Readonly<Record<WeightingStep["kind"], string>> = {
  rake: "each by itself, to the shares of",
  "post-stratify": "together, to the shares of",
  "to-mix": "to the mix of",
};

/** One fold per survey: who was asked what, how percentages are calculated, sampling and weighting. */
export function codebookBlocks(
  tables: ReadonlyMap<string, Dataset>,
  document: Document,
): Record<string, string> {
  const h = make(document);
  const variables = rowsOf<VariableRow>(tables, "codebooks");
  const measures = rowsOf<MeasureRow>(tables, "codebook-measures");
  const folds = [...CODEBOOKS.values()].map((codebook) => {
    const own = <Row extends Standing>(all: readonly Row[]) =>
      all.filter(({ survey }) => survey === codebook.id);
    return h(
      "details",
      { class: "fold", id: `codebook-${codebook.id}` },
      h("summary", {}, codebook.title),
      h("p", {}, design(codebook)),
      partList(codebook, h),
      measureTable(own(measures), codebook, document),
      variableTable(own(variables), codebook, document),
    );
  });
  return { "codebooks.surveys": h("div", { class: "across" }, folds).outerHTML };
}

/** Sampling, weighting and exclusions, each with its source. */
function partList({ sampling, weighting, exclusions }: Codebook, h: Maker): HTMLElement {
  return h(
    "ul",
    {},
    [sampling, ...weighting, ...exclusions].map((part) =>
      h(
        "li",
        {},
        "statement" in part ? `Left out: ${part.statement}` : part.note,
        " ",
        placeOf(part.basis, h),
      ),
    ),
  );
}

function placeOf(basis: Basis, h: Maker): HTMLElement {
  const parts = [
    ...("locator" in basis ? [basis.locator] : []),
    ...(basis.assumed === undefined ? [] : [`our assumption: ${basis.assumed}`]),
  ];
  return h("span", { class: "quiet" }, `(${parts.join("; ")})`);
}

function measureTable(rows: readonly MeasureRow[], { title }: Codebook, document: Document): HTMLElement {
  const h = make(document);
  return dataTable(
    rows,
    [
      { label: "Measure", value: ({ label, measure }) => named(label, measure, h) },
      { label: "Of which interviews", value: ({ base }) => base },
      { label: "What counts", value: ({ counts }) => counts },
      standingColumn(h),
    ],
    { document, caption: `How answers become percentages: ${title}`, cards: true },
  );
}

function variableTable(rows: readonly VariableRow[], { title }: Codebook, document: Document): HTMLElement {
  const h = make(document);
  return dataTable(
    rows,
    [
      { label: "What is asked or recorded", value: ({ label, variable }) => named(label, variable, h) },
      { label: "Answers", value: ({ answers }) => answers },
      { label: "Not in substance", value: ({ special_answers }) => special_answers },
      { label: "Asked of", value: ({ asked_of }) => asked_of ?? "everyone" },
      standingColumn(h),
    ],
    { document, caption: `What an interview holds: ${title}`, cards: true },
  );
}

/** A label with its id below. */
const named = (label: string, id: string, h: Maker): HTMLElement =>
  h("span", {}, label, h("br"), h("code", {}, id));

function standingColumn(h: Maker): TableColumn<Standing> {
  return {
    label: "From where",
    value: ({ locator, assumed }) =>
      h(
        "span",
        {},
        locator,
        locator !== null && assumed !== null && h("br"),
        assumed !== null && h("span", { class: "quiet" }, `Our assumption: ${assumed}`),
      ),
  };
}

/** Sampling and weighting in one sentence. */
function design({ unit, sampling, weighting, variables }: Codebook): string {
  const names = (ids: readonly string[]) =>
    ids.map((id) => lower(variables.find((variable) => variable.id === id)?.label ?? id)).join(", ");
  const strata =
    sampling.strata.length === 0 ? "drawn from one list" : `drawn within ${names(sampling.strata)}`;
  const quotas = sampling.quotas === null ? "" : `, with quotas by ${names(sampling.quotas)}`;
  const weights =
    weighting.length === 0
      ? "not weighted"
      : weighting
          .map(
            ({ kind, variables: by, population }) =>
              `weighted by ${names(by)}, ${WEIGHTED[kind]} ${population}`,
          )
          .join("; then ");
  return `One row is ${unit}; ${strata}${quotas}; ${weights}.`;
}

function lower(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
