import { formatResult, type Result } from "../../src/model/result.js";
import {
  type Dataset,
  datasetOf,
  defineTable,
  interviews,
  number,
  open,
  text,
} from "../../src/model/table.js";
import { THE_PUBLICATIONS } from "../../src/model/the-publications.js";
import { variantKey } from "../../src/model/variants.js";

const RESULTS = defineTable({
  name: "results",
  title: "Every number that the site shows",
  description: "One row a result, with what it was made from and by which function.",
  source: `${THE_PUBLICATIONS}, and calculations from them`,
  columns: {
    id: text("Name by which pages cite it"),
    label: text("What it is"),
    kind: text("published, calculated, bounded or simulated"),
    text: text("As readers see it"),
    value: open(number()("The number; empty where only a range is known")),
    low: open(number()("Lower end of its rounding interval or range")),
    high: open(number()("Upper end of its rounding interval or range")),
    unit: text("Unit"),
    base: open(interviews("Interviews behind it")),
    inputs: text("What it was made from, separated by semicolons"),
    made_by: text("Function that made it"),
    because: text("Where it stands or how it follows"),
    variant_of: open(text("Result that it replaces under other options than the usual ones")),
    options: open(text("These options, as control=option, separated by semicolons")),
  },
});

/** Every named result that the site can cite, as a table like the others. */
export function resultsTable(results: readonly Result[]): Dataset {
  return datasetOf(RESULTS, () =>
    results.map((r) => ({
      ...{ id: r.id, label: r.label, kind: r.kind, text: formatResult(r) },
      ...{ value: r.value, low: r.low, high: r.high, unit: r.unit, base: r.base },
      ...{ inputs: r.inputs.join(";"), made_by: r.madeBy, because: r.because },
      variant_of: r.variant?.of ?? null,
      options: r.variant === undefined ? null : variantKey(r.variant.when),
    })),
  );
}
