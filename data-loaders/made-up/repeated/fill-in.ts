import type { CodedValue } from "../../../src/analysis/interviews/index.js";
import type { Codebook, Variable } from "../../../src/model/codebook.js";
import { answersOf } from "../../../src/model/condition-words.js";
import { holds } from "../../../src/model/holds.js";
import { monthAfter, periodEnd } from "../../../src/model/period.js";
import type { MadeColumns } from "../made-interviews.js";
import type { Random } from "../random.js";

/** Share of special answers to any question that has them. */
const SPECIAL = 0.03;

/** Maximum attempts for one interview before it counts as impossible. */
const TRIES = 1000;

/**
 * Completes interviews: draws an answer to every question that routing asks, uniformly or by given shares. Impossible
 * combinations are redrawn.
 *
 * @param given values of some variables by row; null where not asked
 * @param shares shares of the answers of a variable
 * @throws RangeError if given values are impossible in any completion
 */
export function fillIn(
  codebook: Codebook,
  given: MadeColumns,
  shares: Readonly<Record<string, Readonly<Record<string, number>>>>,
  random: Random,
): Map<string, CodedValue[]> {
  const rows = given.get(codebook.roles.interview)?.length ?? 0;
  const made = new Map(codebook.variables.map(({ id }): [string, CodedValue[]] => [id, []]));
  const days = daysBetween(codebook.fieldwork.from, codebook.fieldwork.to);
  for (let row = 0; row < rows; row++) {
    for (let tries = 1; ; tries++) {
      const values = new Map<string, CodedValue>();
      const read = (id: string) => {
        // Given values are known from the start, wherever they are in the codebook.
        const value = values.get(id) ?? given.get(id)?.[row] ?? null;
        return value === null ? null : String(value);
      };
      for (const variable of codebook.variables) {
        const { id, asked } = variable;
        const column = given.get(id);
        const isAsked = asked === undefined || holds(asked, read);
        const own = column?.[row] ?? null;
        if (column !== undefined && (own !== null) !== isAsked)
          throw new RangeError(`interview ${row + 1}: ${id} is ${isAsked ? "asked and empty" : "not asked"}`);
        if (!isAsked) values.set(id, null);
        else if (own !== null) values.set(id, own);
        else values.set(id, answerTo(codebook, variable, { days, shares: shares[id], read }, random));
      }
      if (!codebook.impossible.some(({ when }) => holds(when, read))) {
        for (const [id, column] of made) column.push(values.get(id) ?? null);
        break;
      }
      if (tries === TRIES) throw new RangeError(`interview ${row + 1} is impossible as it is given`);
    }
  }
  return made;
}

interface Around {
  readonly days: readonly string[];
  readonly shares: Readonly<Record<string, number>> | undefined;
  readonly read: (id: string) => string | null;
}

function answerTo(codebook: Codebook, variable: Variable, around: Around, random: Random): CodedValue {
  const { roles } = codebook;
  // Placeholder: weights need all interviews.
  if (variable.id === roles.weight) return 1;
  if (variable.id === roles.date) {
    const after = monthAfter(periodEnd(around.read(roles.period) ?? codebook.contacts.from), 1);
    const later = around.days.filter((day) => day >= after);
    return random.pick(later.length > 0 ? later.slice(0, 91) : around.days.slice(-1));
  }
  if (around.shares !== undefined) return pickByShare(around.shares, random);
  const answers = answersOf(variable);
  const special = answers.filter((answer) => answer.special !== undefined);
  if (special.length > 0 && random.next() < SPECIAL) return random.pick(special).code;
  switch (variable.kind) {
    case "category":
      return random.pick(answers.filter((answer) => answer.special === undefined)).code;
    case "scale":
    case "count":
      return random.whole(variable.lowest, Math.min(variable.highest, variable.lowest + 9));
    case "number":
      return variable.lowest + 1 + random.next();
    case "date":
      return variable.precision === "day" ? variable.from : variable.from.slice(0, 7);
    case "text":
      return "made up";
  }
}

function pickByShare(shares: Readonly<Record<string, number>>, random: Random): string {
  const entries = Object.entries(shares);
  const sum = entries.reduce((all, [, share]) => all + share, 0);
  let left = random.next() * sum;
  for (const [code, share] of entries) {
    left -= share;
    if (left < 0) return code;
  }
  return entries.at(-1)?.[0] ?? "";
}

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let time = Date.parse(from); time <= Date.parse(to); time += 24 * 3600 * 1000)
    days.push(new Date(time).toISOString().slice(0, 10));
  return days;
}
