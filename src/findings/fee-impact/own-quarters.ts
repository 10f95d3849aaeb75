import { checkStatements, type StatementCheck } from "../../analysis/own-table/broken-statements.js";
import type { OwnNumbers } from "../../analysis/own-table/numbers.js";
import { type Scored, score } from "../../analysis/own-table/score.js";
import type { RowTable } from "../../analysis/row-table.js";
import type { SegmentedRow } from "../../analysis/segmented-row.js";
import { formatNumber } from "../../model/format.js";
import { dateLabel } from "../../model/period.js";
import { after, before, type FeeFacts, feeFacts, type Quarter } from "./facts.js";
import type { Around, Falling } from "./options.js";
import { changeAsk, fallAsk, feeProblem, WORDS } from "./problem.js";
import { segmentedRows } from "./segmented.js";
import { solve } from "./solve.js";

interface ChosenReading {
  readonly falling: Falling;
  readonly around: Around;
}

/** Checks the quarters of a reader's table against the report's sentences, under the reader's options. */
export function checkQuarters(
  values: RowTable,
  events: RowTable,
  numbers: OwnNumbers,
  reading: ChosenReading,
): StatementCheck {
  const facts = feeFacts(values, events);
  const named = (quarter: Quarter) => dateLabel(quarter.end);
  const own = facts.quarters.flatMap((quarter) => {
    const number = numbers.get(quarter.id);
    return number === undefined
      ? []
      : [
          {
            id: quarter.id,
            low: number.low,
            high: number.high,
            shown: `${named(quarter)} ${number.printed}%`,
          },
        ];
  });
  return checkStatements(feeProblem(facts, { ...WORDS, ...reading }, []), own, (id) => {
    const quarter = facts.quarters.find((q) => q.id === id);
    return quarter === undefined ? id : named(quarter);
  });
}

/**
 * Results from the quarters of a reader's table: the fall from the last quarter before the fee to the first around
 * one level, and mean before minus mean after, each with its range given the words; and the segmented regression, if
 * the table has every quarter.
 */
export function fromQuarters(
  values: RowTable,
  events: RowTable,
  numbers: OwnNumbers,
  reading: ChosenReading,
): { scored: Scored[]; segmented: SegmentedRow[] } {
  const facts = feeFacts(values, events);
  const filled = withQuarters(facts, numbers);
  const at = (positions: readonly number[]) => positions.map((i) => filled.quarters[i] as Quarter);
  const asks = [
    {
      label: fallLabel(facts),
      mark: difference(at([facts.feeQuarter - 1]), at([facts.aroundFrom])),
      ask: fallAsk(facts),
    },
    {
      label: "Mean of the quarters before the fee, less the mean of those around one level",
      mark: difference(at(before(facts)), at(after(facts))),
      ask: changeAsk(facts),
    },
  ];
  const bounds = solve(
    facts,
    { ...WORDS, ...reading },
    asks.map(({ ask }) => ask),
  );
  return {
    scored: asks.flatMap(({ label, mark }, i) => {
      const bound = bounds?.[i];
      if (mark === null) return [];
      const shown = `${formatNumber(mark.value, 1)} points`;
      return [score({ label, ...mark, shown, ranges: bound === undefined ? [] : [[bound.low, bound.high]] })];
    }),
    segmented: segmentedRows(filled),
  };
}

/** The facts with the reader's numbers filled in. */
function withQuarters(facts: FeeFacts, numbers: OwnNumbers): FeeFacts {
  return {
    ...facts,
    quarters: facts.quarters.map((quarter) => {
      const number = numbers.get(quarter.id);
      return number === undefined
        ? quarter
        : { ...quarter, value: number.value, low: number.low, high: number.high };
    }),
  };
}

function fallLabel({ quarters, feeQuarter, aroundFrom }: FeeFacts): string {
  const month = (i: number) => dateLabel(quarters[i]?.end ?? "");
  return `${month(feeQuarter - 1)} less ${month(aroundFrom)}`;
}

function difference(from: readonly Quarter[], less: readonly Quarter[]) {
  const mean = (quarters: readonly Quarter[], of: (q: Quarter) => number | null) => {
    const held = quarters.flatMap((q) => of(q) ?? []);
    return held.length < quarters.length ? null : held.reduce((sum, x) => sum + x, 0) / held.length;
  };
  const value = (quarters: readonly Quarter[]) => mean(quarters, (q) => q.value);
  const [a, b] = [value(from), value(less)];
  if (a === null || b === null) return null;
  const low = (mean(from, (q) => q.low) ?? a) - (mean(less, (q) => q.high) ?? b);
  const high = (mean(from, (q) => q.high) ?? a) - (mean(less, (q) => q.low) ?? b);
  return { value: a - b, low, high };
}
