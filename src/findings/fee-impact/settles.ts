import { dateLabel } from "../../model/period.js";
import { roundingInterval } from "../../model/rounding.js";
import type { FeeFacts, Quarter } from "./facts.js";
import { after, before } from "./facts.js";
import { AROUND, BEFORE_WITHIN, EXAMPLES, FALLING } from "./options.js";
import { fallAsk, type Reading, WORDS } from "./problem.js";
import type { SettlesRow } from "./schema.js";
import { solveOne } from "./solve.js";

interface Learned {
  readonly label: string;
  readonly example: string;
  readonly facts: FeeFacts;
  readonly weights?: Reading["weights"];
}

/** The reading in which numbers are learnt: the words, with similar quarters before the fee. */
const WORLD: Reading = { ...WORDS, beforeWithin: BEFORE_WITHIN };

/** The range of the fall once each number is known, under each reading of the words, narrowest first. */
export function settlesRows(facts: FeeFacts): SettlesRow[] {
  const numbers = learnable(facts);
  return FALLING.options.flatMap(({ code: falling }) =>
    AROUND.options.flatMap(({ code: around }) =>
      numbers
        .map((learnt): SettlesRow => {
          const bound = fallGiven(facts, learnt, { ...WORLD, falling, around });
          const { low, high } = bound ?? { low: -100, high: 100 };
          const { label, example } = learnt;
          const width = Math.round((high - low) * 1e6) / 1e6;
          return {
            ...{ falling, around, label, example, kind: "bounded", low, high, width },
            fits: bound !== null,
          };
        })
        .map((row, index) => ({ row, index }))
        .sort((a, b) => a.row.width - b.row.width || a.index - b.index)
        .map(({ row }) => row),
    ),
  );
}

/** The distinct readings of the rows, without the numbers learnt. */
export function settlesReadings(facts: FeeFacts): Reading[] {
  return [
    WORLD,
    ...learnable(facts).flatMap(({ weights }) => (weights === undefined ? [] : [{ ...WORLD, weights }])),
  ];
}

function fallGiven(facts: FeeFacts, { facts: known, weights }: Learned, world: Reading) {
  return solveOne(known, weights === undefined ? world : { ...world, weights }, fallAsk(facts));
}

function learnable(facts: FeeFacts): Learned[] {
  const first = before(facts)[0] ?? 0;
  const last = facts.feeQuarter - 1;
  const later = after(facts).at(-1) ?? facts.aroundFrom;
  const n = facts.quarters.length;
  const percent = (quarter: number, printed: string): Learned => ({
    label: dateLabel((facts.quarters[quarter] as Quarter).end),
    example: `for example ${printed}%`,
    facts: withNumber(facts, quarter, printed),
  });
  return [
    percent(last, EXAMPLES.before),
    percent(first, EXAMPLES.before),
    {
      label: "Every quarter’s weight",
      example: "for example all the same",
      facts,
      weights: { growth: 1 },
    },
    {
      label: "Every quarter’s weight",
      example: "for example growing evenly, to double",
      facts,
      weights: { shares: facts.quarters.map((_, i) => 1 + i / (n - 1)) },
    },
    percent(facts.aroundFrom, EXAMPLES.after),
    percent(later, EXAMPLES.after),
    { label: "Nothing more", example: "what is held now", facts },
  ];
}

/** The facts with one quarter's number filled in. */
function withNumber(facts: FeeFacts, quarter: number, printed: string): FeeFacts {
  const number = { value: Number(printed), ...roundingInterval(printed) };
  return { ...facts, quarters: facts.quarters.map((q, i) => (i === quarter ? { ...q, ...number } : q)) };
}
