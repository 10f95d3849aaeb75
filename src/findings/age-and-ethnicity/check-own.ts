import { INTERVIEW, type InterviewWorth } from "../../analysis/interview-worth.js";
import { checkStatements, type StatementCheck } from "../../analysis/own-table/broken-statements.js";
import { findOwn, type OwnNumbers } from "../../analysis/own-table/numbers.js";
import type { RowTable } from "../../analysis/row-table.js";
import type { BoundProblem } from "../../bounds/index.js";
import { type Facts, facts, type GroupFigure } from "./facts.js";
import { ageProblem, ethnicityProblem } from "./problem.js";
import { type OlderReading, USUAL_SHARES } from "./readings.js";

/** What the reader has chosen on the page. */
export interface ChosenReading {
  readonly interview: InterviewWorth;
  readonly silence: boolean;
}

/** Puts the numbers of a reader's table to the statements about ages, as the page reads them. */
export function checkAges(
  values: RowTable,
  numbers: OwnNumbers,
  reading: ChosenReading & { readonly older: OlderReading },
): StatementCheck {
  const given = facts(values);
  const { silence, older } = reading;
  const problem = ageProblem(given, { deff: deffOf(reading), shares: USUAL_SHARES.age, silence, older });
  return put(problem, given, given.ages, numbers);
}

/** The same for ethnic groups. */
export function checkEthnicities(
  values: RowTable,
  numbers: OwnNumbers,
  reading: ChosenReading,
): StatementCheck {
  const given = facts(values);
  const { silence } = reading;
  const shares = USUAL_SHARES.ethnicity;
  const problem = ethnicityProblem(given, { deff: deffOf(reading), shares, silence });
  return put(problem, given, given.ethnicities, numbers);
}

function deffOf({ interview }: ChosenReading): number {
  return INTERVIEW.options.find(({ code }) => code === interview)?.deff ?? 1;
}

function put(
  problem: BoundProblem,
  { everyone }: Facts,
  groups: readonly GroupFigure[],
  numbers: OwnNumbers,
): StatementCheck {
  const own = groups.flatMap(({ code, id, label }) => {
    const number = findOwn(numbers, (n) => n.id === id);
    return number === undefined
      ? []
      : [{ id: code, low: number.low, high: number.high, shown: `${label} ${number.printed}%` }];
  });
  return checkStatements(problem, own, (id) => {
    const group = groups.find(({ code }) => code === id);
    if (group === undefined)
      return id === everyone.code ? everyone.label : `the group ${id.replace("-", " to ")}`;
    return `${group.label} ${group.printed === null ? (group.words ?? "") : `${group.printed}%`}`.trim();
  });
}
