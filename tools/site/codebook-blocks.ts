import { CODEBOOKS } from "../../data-loaders/codebooks/index.js";
import type { Dataset } from "../../data-loaders/tables/index.js";
import { dataTable, type TableColumn } from "../../src/components/data-table.js";
import { make } from "../../src/components/dom.js";
import type { Basis, Codebook, WeightingStep } from "../../src/model/codebook.js";

interface Standing {
  readonly survey: string;
  readonly label: string;
  readonly standing: string;
  readonly locator: string | null;
  readonly assumed: string | null;
}

interface VariableRow extends Standing {
  readonly variable: string;
  readonly answers: string;
  readonly special_answers: string | null;
  readonly asked_of: string | null;
}

interface MeasureRow extends Standing {
  readonly measure: string;
  readonly base: string;
  readonly counts: string;
}

const WEIGHTED: Readonly<Record<WeightingStep["kind"], string>> = {
  rake: "each by itself, to the shares of",
  "post-stratify": "together, to the shares of",
  "to-mix": "to the mix of",
};

/** What each survey asked of whom, how answers become percentages, how it was drawn and weighted: a fold a survey. */
export function codebookBlocks(
  tables: ReadonlyMap<string, Dataset>,
  document: Document,
): Record<string, string> {
  const h = make(document);
  const rows = <Row>(name: string) => (tables.get(name)?.rows ?? []) as readonly unknown[] as readonly Row[];
  const variables = rows<VariableRow>("codebooks");
  const measures = rows<MeasureRow>("codebook-measures");
  const folds = [...CODEBOOKS.values()].map((codebook) =>
    h(
      "details",
      { class: "fold", id: `codebook-${codebook.id}` },
      h("summary", {}, codebook.title),
      h("p", {}, design(codebook)),
      h(
        "ul",
        {},
        [codebook.sampling, ...codebook.weighting, ...codebook.exclusions].map((part) =>
          h(
            "li",
            {},
            "statement" in part ? `Left out: ${part.statement}` : part.note,
            " ",
            place(part.basis),
          ),
        ),
      ),
      dataTable(
        measures.filter(({ survey }) => survey === codebook.id),
        [
          { label: "Measure", value: named },
          { label: "Of which interviews", value: ({ base }) => base },
          { label: "What counts", value: ({ counts }) => counts },
          standing(),
        ],
        { document, caption: `How answers become percentages: ${codebook.title}`, cards: true },
      ),
      dataTable(
        variables.filter(({ survey }) => survey === codebook.id),
        [
          { label: "What is asked or recorded", value: named },
          { label: "Answers", value: ({ answers }) => answers },
          { label: "Not in substance", value: ({ special_answers }) => special_answers },
          { label: "Asked of", value: ({ asked_of }) => asked_of ?? "everyone" },
          standing(),
        ],
        { document, caption: `What an interview holds: ${codebook.title}`, cards: true },
      ),
    ),
  );
  return { "codebooks.surveys": h("div", { class: "across" }, folds).outerHTML };

  function named(row: VariableRow | MeasureRow): Node {
    return h("span", {}, row.label, h("br"), h("code", {}, "variable" in row ? row.variable : row.measure));
  }

  function standing<Row extends Standing>(): TableColumn<Row> {
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

  function place(basis: Basis): Node {
    const locator = "locator" in basis ? basis.locator : null;
    return h(
      "span",
      { class: "quiet" },
      `(${[locator, basis.assumed === undefined ? null : `our assumption: ${basis.assumed}`].filter((part) => part !== null).join("; ")})`,
    );
  }
}

/** One sentence on how interviews came about and what they are weighted by. */
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
