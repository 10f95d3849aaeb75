import type { Asked } from "../../src/analysis/interviews/index.js";
import { groupCells } from "../../src/analysis/value-cells.js";
import type { Codebook } from "../../src/model/codebook.js";
import type { Value } from "../../src/model/value.js";
import type { Raw } from "../read/index.js";

// The cells of all tables that have published numbers beside those from interviews.

export const about = (publication: string | null, { group, period }: Pick<Value, "group" | "period">) => ({
  publication,
  ...groupCells(group),
  period,
});

export const published = (
  asked: Asked,
  value: Value | null,
  codebook: Pick<Codebook, "measures"> | undefined,
  measures: Raw["measures"],
) => ({
  id: value?.id ?? null,
  measure: asked.measure,
  label: labelOf(asked.measure, codebook, measures),
  ...about(value?.publication ?? null, asked),
  unit:
    value?.unit ??
    (codebook?.measures.find(({ id }) => id === asked.measure)?.kind === "mean" ? "count" : "percent"),
  printed: value?.printed ?? value?.words ?? null,
  published: value?.value ?? null,
  published_low: value?.low ?? null,
  published_high: value?.high ?? null,
});

/** A measure in a few words. */
export function labelOf(
  measure: string,
  codebook: Pick<Codebook, "measures"> | undefined,
  measures: Raw["measures"],
): string {
  const published = measures.find(({ id }) => id === measure);
  return published?.label ?? codebook?.measures.find(({ id }) => id === measure)?.label ?? measure;
}
