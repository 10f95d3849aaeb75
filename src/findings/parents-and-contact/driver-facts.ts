import type { ColumnTable } from "arquero";
import type { ValueCells } from "../../analysis/value-cells.js";

/** The driver questions with a bar for each parent, in the report's order, with short labels. */
const QUESTIONS = {
  "ces.said-would-do": "Staff did as they had said",
  "ces.accurate": "Staff were accurate",
  "ces.time-to-outcome": "Time until the outcome",
  "ces.found-on-govuk": "Easy to find on GOV.UK",
  "ces.easy-to-apply": "Easy to apply or report",
  "ces.first-time": "Told at the first attempt",
  "ces.no-repeat": "No explaining twice",
  "ces.easy-to-use": "Easy to use",
  "ces.clear": "Clear communication",
  "ces.knew-next": "Knew what came next",
  "ces.timescales": "Told the timescales",
  "ces.decisions-explained": "Decisions explained",
  "ces.handled-professionally": "Handled professionally",
  "ces.understood-needs": "Needs understood",
  "ces.tailored": "Fitted to circumstances",
} as const;

/** Short labels by measure. */
export const DRIVER_QUESTIONS: Readonly<Record<string, string>> = QUESTIONS;

/** One bar of a question: known with the ends of its rounding, or unknown. */
export interface Bar {
  readonly id: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly interviews: number;
  readonly base: string;
}

/** One driver question: everyone's printed figure, and both parents' bars. */
export interface DriverQuestion {
  readonly measure: string;
  readonly label: string;
  readonly total: Bar & { readonly printed: string; readonly value: number };
  readonly receiving: Bar;
  readonly paying: Bar;
  /** Whether the Paying bar excludes customers with a new application, who were not asked. */
  readonly payingChangeOnly: boolean;
  readonly locator: string;
}

/** Questions not asked of Paying Parents with a new application. */
const CHANGE_ONLY = ["ces.easy-to-apply", "ces.tailored"];

/**
 * The driver questions, from the table of values.
 * @throws Error for a bar that is missing, duplicate or without interviews
 */
export function driverQuestions(values: ColumnTable): DriverQuestion[] {
  const rows = (values.objects() as ValueCells[]).filter(({ measure }) => measure in QUESTIONS);
  return Object.entries(QUESTIONS).map(([measure, label]) => {
    const one = (parent: string | null): ValueCells => {
      const found = rows.filter((row) => row.measure === measure && parentOf(row) === parent);
      const [row] = found;
      if (row === undefined || found.length > 1)
        throw new Error(`${found.length} values of ${measure} for ${parent ?? "everyone"}`);
      return row;
    };
    const total = one(null);
    if (total.printed === null || total.value === null) throw new Error(`${total.id} is not held`);
    return {
      measure,
      label,
      total: { ...bar(total), printed: total.printed, value: total.value },
      receiving: bar(one("receiving")),
      paying: bar(one("paying")),
      payingChangeOnly: CHANGE_ONLY.includes(measure),
      locator: total.locator,
    };
  });
}

function parentOf({ group }: ValueCells): string | null {
  return /parent=([a-z]+)/.exec(group)?.[1] ?? null;
}

function bar({ id, value, low, high, interviews, base }: ValueCells): Bar {
  if (interviews === null || base === null) throw new Error(`${id} has no base`);
  return { id, value, low, high, interviews, base };
}
