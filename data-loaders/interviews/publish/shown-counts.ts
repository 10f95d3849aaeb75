import type { Codebook } from "../../../src/model/codebook.js";
import { conditionWords } from "../../../src/model/condition-words.js";
import type { PublishedTables } from "../disclosure/index.js";
import type { SurveyBase } from "./bases.js";
import type { By } from "./dimensions.js";
import type { ShownCount } from "./published-survey.js";
import type { Details, SurveyTables } from "./survey-tables.js";

/** The counts that disclosure control allows, in the codebook's words. */
export function shownCounts(
  tables: Pick<PublishedTables<Details>, "bases" | "counts">,
  { groupings, bases }: Pick<SurveyTables, "groupings" | "bases">,
  codebook: Codebook,
): ShownCount[] {
  const labels = new Map(
    [...groupings].map(([by, { codes }]) => [by, new Map(codes.map((c) => [c.code, c.label]))]),
  );
  const definitions = new Map(bases.all.map((base) => [base.id, definitionOf(base, codebook)]));
  return [
    ...tables.bases.map(
      ({ id, total }): ShownCount => ({
        ...{ base: id, definition: definitions.get(id) ?? id, by: null, code: null, label: "All" },
        interviews: total,
      }),
    ),
    ...tables.counts.flatMap(({ base, dimension, cells }) =>
      cells.map(({ code, count }): ShownCount => {
        const by = dimension as By;
        const label = labels.get(by)?.get(code) ?? code;
        return { base, definition: definitions.get(base) ?? base, by, code, label, interviews: count };
      }),
    ),
  ];
}

/** Describes who is in a base. */
function definitionOf({ id, when }: SurveyBase, codebook: Codebook): string {
  const { kind } = codebook.measures.find((measure) => measure.id === id) ?? {};
  return kind === "pooled" || kind === "mean"
    ? `with an answer that ${id} counts`
    : conditionWords(when, codebook);
}
