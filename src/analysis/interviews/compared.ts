import { groupLabelApart, parseGroup } from "../../model/dimensions.js";
import type { Kind } from "../../model/kind.js";
import type { FromInterviewsRow } from "./schema.js";
import { VERDICT_WORDS } from "./verdict-words.js";

/** What a comparison reads of a row of the table. */
export type ReadCells = Pick<
  FromInterviewsRow,
  | "title"
  | "kind"
  | "simulated"
  | "label"
  | "group"
  | "unit"
  | "printed"
  | "published"
  | "published_low"
  | "published_high"
  | "estimate"
  | "verdict"
>;

/**
 * A printed percentage compared with one from interviews; `difference`, `low` and `high` are points from the printed
 * one.
 */
export interface ComparedRow {
  readonly survey: string;
  readonly kind: Kind;
  readonly simulated: string | null;
  readonly label: string;
  readonly group: string;
  readonly printed: string;
  readonly estimate: number;
  /** The percentage from interviews minus the printed one; minus the middle of a worded range. */
  readonly difference: number;
  /** Ends of the rounding interval: an estimate between them agrees. */
  readonly low: number;
  readonly high: number;
  readonly differs: boolean;
}

/**
 * The printed percentages that interviews also give, per survey: differing ones first, by distance from their
 * rounding interval. Withheld and unprinted ones are left out.
 */
export function comparedRows(rows: readonly ReadCells[]): ComparedRow[] {
  const surveys = [...new Set(rows.map(({ title }) => title))];
  const compared = rows.flatMap((row): ComparedRow[] => {
    const { published, published_low: low, published_high: high, estimate, verdict } = row;
    const differs = verdict === VERDICT_WORDS.differs;
    if (row.unit !== "percent" || low === null || high === null || estimate === null) return [];
    if (!differs && verdict !== VERDICT_WORDS.agrees) return [];
    const printed = published ?? (low + high) / 2;
    return [
      {
        ...{ survey: row.title, kind: row.kind, simulated: row.simulated, label: row.label },
        ...{ group: groupText(row.group), printed: row.printed ?? "", estimate, differs },
        ...{ difference: tenth(estimate - printed), low: low - printed, high: high - printed },
      },
    ];
  });
  const beyond = ({ differs, difference, low, high }: ComparedRow) =>
    differs ? Math.max(low - difference, difference - high) : Number.NEGATIVE_INFINITY;
  return surveys.flatMap((survey) =>
    compared.filter((row) => row.survey === survey).toSorted((a, b) => compare(beyond(b), beyond(a))),
  );
}

const compare = (a: number, b: number) => (a === b ? 0 : a - b);

function groupText(text: string): string {
  const parsed = parseGroup(text);
  if ("error" in parsed) throw new RangeError(parsed.error);
  return groupLabelApart(parsed.group);
}

/** Estimates are shown to a tenth, so differences are rounded alike. */
const tenth = (x: number) => Math.round(10 * x) / 10;
