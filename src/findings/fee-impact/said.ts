import { dateLabel, periodLabel } from "../../model/period.js";
import type { FeeFacts, Quarter } from "./facts.js";
import { AROUND, FALLING } from "./options.js";
import { fallingQuarters, unknownOf, WORDS } from "./problem.js";
import type { SaidRow } from "./schema.js";
import { solve } from "./solve.js";

/** The report's statements, under each reading of which quarters fell and how wide "around" is. */
export function saidRows(facts: FeeFacts): SaidRow[] {
  return FALLING.options.flatMap(({ code: falling }) =>
    AROUND.options.flatMap(({ code: around }): SaidRow[] => {
      const reading = { falling, around };
      const asks = facts.quarters.map((_, i) => ({ id: unknownOf(facts, i) }));
      const bounds = solve(facts, { ...WORDS, ...reading }, asks);
      const fell = fallingQuarters(facts, falling);
      const plain = {
        ...reading,
        value: null,
        low: null,
        high: null,
        fell: false,
        steady: false,
        grade: null,
      };
      const { pooled, quarters } = facts;
      return [
        {
          ...plain,
          mark: "pooled",
          label: "All quarters together",
          said: "printed",
          kind: "published",
          start: 0,
          end: 3 * quarters.length,
          value: pooled.value,
          low: pooled.low,
          high: pooled.high,
        },
        ...quarters.map((quarter, i): SaidRow => {
          const steady = i >= facts.aroundFrom && i <= facts.aroundTo;
          const words = [
            ...(fell.includes(i) ? ["fell"] : []),
            ...(steady ? [facts.around.words ?? "around one level"] : []),
          ];
          return {
            ...plain,
            mark: "quarter",
            label: periodLabel(`${quarter.start}/${quarter.end}`),
            said: quarter.low !== null ? "filled in" : words.join("; ") || "nothing",
            kind: quarter.low !== null ? "published" : "bounded",
            start: 3 * i,
            end: 3 * i + 3,
            value: quarter.value,
            low: bounds?.[i]?.low ?? 0,
            high: bounds?.[i]?.high ?? 100,
            fell: fell.includes(i),
            steady,
          };
        }),
        ...eventRows(facts).map((event) => ({ ...plain, ...event })),
      ];
    }),
  );
}

/** The events; those with the same date and source are merged. */
function eventRows({ events, quarters }: FeeFacts) {
  const dates = [...new Set(events.map(({ date, grade }) => `${date} ${grade}`))];
  return dates.map((key) => {
    const together = events.filter(({ date, grade }) => `${date} ${grade}` === key);
    const { date, grade } = together[0] as FeeFacts["events"][number];
    const place = months(date, quarters[0] as Quarter);
    return {
      mark: "event" as const,
      label: `${dateLabel(date)}: ${together.map(({ label }) => label).join("; ")}`,
      said: grade === "P" ? "dated by the report" : "dated by another source",
      kind: "published" as const,
      start: place,
      end: place,
      grade,
    };
  });
}

/** Months since the start of the series; a date without a day counts as mid-month. */
function months(date: string, { start }: Quarter): number {
  const [year = 0, month = 0, day = 15.5] = date.split("-").map(Number);
  const [firstYear = 0, firstMonth = 0] = start.split("-").map(Number);
  return (year - firstYear) * 12 + month - firstMonth + (day - 1) / 31;
}
