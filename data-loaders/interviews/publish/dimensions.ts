import { type CodedInterviews, cannotBe, variableOf } from "../../../src/analysis/interviews/index.js";
import { answersOf } from "../../../src/model/condition-words.js";
import { DIMENSION_NAMES, type Dimension, dimensionText } from "../../../src/model/dimensions.js";
import { entryAt } from "../../../src/model/entry-at.js";
import { periodLabel } from "../../../src/model/period.js";
import { periodsOf } from "../../../src/model/period-condition.js";
import type { CountCell, CountTable } from "../disclosure/index.js";
import { type SurveyBase, sum } from "./bases.js";

/** A breakdown: a group dimension, or the survey's months or quarters. */
export type By = Dimension | "period";

/** Disjoint groups of interviews. */
export interface Grouping {
  readonly by: By;
  readonly variable: string;
  readonly codes: readonly { readonly code: string; readonly label: string }[];
  /** Group index by row; -1 for none. */
  readonly of: Int32Array;
}

/** The breakdowns of a codebook: dimensions whose groups are answers, and periods. */
export function groupingsOf(interviews: CodedInterviews): Grouping[] {
  const { codebook } = interviews;
  const dimensions = DIMENSION_NAMES.flatMap((by): Grouping[] => {
    const id = codebook.dimensions[by];
    const variable = id === undefined ? undefined : variableOf(codebook, id);
    if (variable?.kind !== "category") return [];
    const labels = dimensionText(by).codes;
    const codes = answersOf(variable).map(({ code, label }) => ({ code, label: labels[code] ?? label }));
    return [grouping(interviews, by, variable.id, codes)];
  });
  const periods = periodsOf(codebook).map((code) => ({ code, label: periodLabel(code) }));
  return [...dimensions, grouping(interviews, "period", codebook.roles.period, periods)];
}

function grouping(interviews: CodedInterviews, by: By, variable: string, codes: Grouping["codes"]): Grouping {
  const read = interviews.reader(variable);
  const places = new Map<unknown, number>(codes.map(({ code }, place) => [code, place]));
  const of = Int32Array.from({ length: interviews.rows }, (_, row) => places.get(read(row)) ?? -1);
  return { by, variable, codes, of };
}

/** The interviews of a group: 1 or 0 a row. */
export const rowsOfGroup = (rows: Uint8Array, { of }: Grouping, place: number): Uint8Array =>
  rows.map((inside, row) => (inside && of[row] === place ? 1 : 0));

/** The interviews of a base by group. */
export function countTable(
  interviews: CodedInterviews,
  base: SurveyBase,
  groups: Grouping,
  bases: readonly SurveyBase[],
): CountTable {
  const counts = new Int32Array(groups.codes.length);
  let rest = 0;
  for (let row = 0; row < base.rows.length; row++) {
    if (!base.rows[row]) continue;
    const place = entryAt(groups.of, row);
    if (place < 0) rest += 1;
    else counts[place] = entryAt(counts, place) + 1;
  }
  const cells = groups.codes.map(({ code }, place): CountCell => {
    const count = entryAt(counts, place);
    const structural = count === 0 && cannotBe(interviews.codebook, base.when, groups.variable, code);
    const same =
      count === 0 ? undefined : sameBase(rowsOfGroup(base.rows, groups, place), count, base, bases);
    return {
      code,
      count,
      ...(structural ? { structural } : {}),
      ...(same === undefined ? {} : { totalOf: same.id }),
    };
  });
  return { base: base.id, dimension: groups.by, cells, rest };
}

/** Another base with exactly these interviews. */
function sameBase(
  rows: Uint8Array,
  count: number,
  of: SurveyBase,
  bases: readonly SurveyBase[],
): SurveyBase | undefined {
  return bases.find(
    (other) =>
      other !== of && sum(other.rows) === count && rows.every((inside, row) => inside === other.rows[row]),
  );
}
