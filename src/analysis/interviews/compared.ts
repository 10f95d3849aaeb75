import { groupLabelApart, parseGroup } from "../../model/dimensions.js";
import type { Kind } from "../../model/kind.js";
import { VERDICT_WORDS } from "./verdict-words.js";

/** The columns used of the table of percentages from interviews. */
export interface FromInterviewsRow {
  /** The title of the survey. */
  readonly title: string;
  readonly kind: Kind;
  /** The generator; null for real interviews. */
  readonly simulated: string | null;
  readonly label: string;
  /** As dimension=code. */
  readonly group: string;
  readonly unit: string;
  /** As printed, or as worded. */
  readonly printed: string | null;
  readonly published: number | null;
  readonly published_low: number | null;
  readonly published_high: number | null;
  readonly estimate: number | null;
  readonly verdict: string;
}

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
export function comparedRows(rows: readonly FromInterviewsRow[]): ComparedRow[] {
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
