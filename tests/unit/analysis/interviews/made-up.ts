import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { Codebook, Variable } from "../../../../src/model/codebook.js";
import { answersOf } from "../../../../src/model/condition-words.js";
import { holds } from "../../../../src/model/holds.js";
import { monthAfter, periodEnd } from "../../../../src/model/period.js";
import { periodsOf } from "../../../../src/model/period-condition.js";

/** Interviews with answers drawn at random in which nothing is wrong: each asked what routing says, nothing impossible. */
export function madeUp(codebook: Codebook, rows: number, seed: number): Record<string, string>[] {
  const generator = xoroshiro128plus(seed);
  const random = () => uniformFloat64(generator);
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const { roles, fieldwork } = codebook;
  const periods = periodsOf(codebook);
  const days = daysBetween(fieldwork.from, fieldwork.to);

  const answerTo = (variable: Variable, period: string, row: number): string => {
    if (variable.id === roles.interview) return `n${row}`;
    if (variable.id === roles.period) return period;
    if (variable.id === roles.date)
      return one(days.filter((day) => day >= monthAfter(periodEnd(period), 1))) ?? fieldwork.to;
    if (variable.id === roles.weight) return (0.4 + 1.6 * random()).toFixed(4);
    if (variable.kind === "category") return one(variable.answers).code;
    if (variable.kind === "scale" || variable.kind === "count") {
      const special = answersOf(variable);
      if (special.length > 0 && random() < 0.1) return one(special).code;
      const most = Math.min(variable.highest, variable.lowest + 9);
      return String(variable.lowest + Math.floor(random() * (most - variable.lowest + 1)));
    }
    if (variable.kind === "number") return (variable.lowest + 1 + random()).toFixed(3);
    if (variable.kind === "date")
      return variable.precision === "day" ? variable.from : variable.from.slice(0, 7);
    return `text ${row}`;
  };
  const interview = (row: number): Record<string, string> => {
    const period = one(periods);
    const found: Record<string, string> = {};
    for (const variable of codebook.variables) {
      const asked = variable.asked === undefined || holds(variable.asked, (id) => found[id] ?? null);
      if (asked) found[variable.id] = answerTo(variable, period, row);
    }
    const impossible = codebook.impossible.some(({ when }) => holds(when, (id) => found[id] ?? null));
    return impossible ? interview(row) : found;
  };
  return Array.from({ length: rows }, (_, row) => interview(row));
}

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let time = Date.parse(from); time <= Date.parse(to); time += 24 * 3600 * 1000)
    days.push(new Date(time).toISOString().slice(0, 10));
  return days;
}
