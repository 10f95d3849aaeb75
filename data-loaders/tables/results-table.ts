import { formatResult, type Result } from "../../src/model/result.js";
import type { Dataset } from "../../src/model/table.js";
import { variantKey } from "../../src/model/variants.js";
import { THE_PUBLICATIONS } from "./texts.js";

/** Every named result that the site can cite, as a table like the others. */
export function resultsTable(results: readonly Result[]): Dataset {
  return {
    name: "results",
    title: "Every number that the site shows",
    description: "One row a result, with what it was made from and by which function.",
    source: `${THE_PUBLICATIONS}, and calculations from them`,
    columns: [
      { name: "id", type: "text", description: "Name by which pages cite it" },
      { name: "label", type: "text", description: "What it is" },
      { name: "kind", type: "text", description: "published, calculated, bounded or simulated" },
      { name: "text", type: "text", description: "As readers see it" },
      {
        name: "value",
        type: "number",
        nullable: true,
        description: "The number; empty where only a range is known",
      },
      {
        name: "low",
        type: "number",
        nullable: true,
        description: "Lower end of its rounding interval or range",
      },
      {
        name: "high",
        type: "number",
        nullable: true,
        description: "Upper end of its rounding interval or range",
      },
      { name: "unit", type: "text", description: "Unit" },
      {
        name: "base",
        type: "integer",
        nullable: true,
        unit: "interviews",
        description: "Interviews behind it",
      },
      { name: "inputs", type: "text", description: "What it was made from, separated by semicolons" },
      { name: "made_by", type: "text", description: "Function that made it" },
      { name: "because", type: "text", description: "Where it stands or how it follows" },
      {
        name: "variant_of",
        type: "text",
        nullable: true,
        description: "Result that it replaces under other options than the usual ones",
      },
      {
        name: "options",
        type: "text",
        nullable: true,
        description: "These options, as control=option, separated by semicolons",
      },
    ],
    rows: results.map((r) => ({
      id: r.id,
      label: r.label,
      kind: r.kind,
      text: formatResult(r),
      value: r.value,
      low: r.low,
      high: r.high,
      unit: r.unit,
      base: r.base,
      inputs: r.inputs.join(";"),
      made_by: r.madeBy,
      because: r.because,
      variant_of: r.variant?.of ?? null,
      options: r.variant === undefined ? null : variantKey(r.variant.when),
    })),
  };
}
