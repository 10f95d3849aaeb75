import { type CodedInterviews, isEmpty } from "../../../src/analysis/interviews/coded-interviews.js";
import { conditionTruth } from "../../../src/analysis/interviews/condition-mask.js";
import { variablesOf } from "../../../src/model/condition-variables.js";
import { periodLabel, periodStart } from "../../../src/model/period.js";
import { shown } from "../../read/problem.js";
import type { Fault } from "./faults.js";
import type { Source } from "./source.js";

/** Rows in which a variable's value is unreliable, wrong or missing. */
export type Doubts = ReadonlyMap<string, Uint8Array>;

/**
 * Answers against routing. Adds to the doubts of each variable, so that questions routed by a wrong answer are not
 * reported too; `doubts` needs an entry per variable.
 */
export function routingFaults(interviews: CodedInterviews, source: Source, doubts: Doubts): Fault[] {
  const { codebook, rows } = interviews;
  return codebook.variables.flatMap(({ id, asked, askedOf }): Fault[] => {
    // Constants follow routing by construction.
    const column = source.columnOf(id);
    const own = doubts.get(id);
    if (column === null || own === undefined) return [];
    const truth = asked === undefined ? null : conditionTruth(interviews, asked, doubts);
    const values = interviews.column(id);
    const faults: Fault[] = [];
    for (let row = 0; row < rows; row++) {
      if (own[row] || truth?.[row] === -1) continue;
      const empty = isEmpty(values, row);
      if (empty === (truth?.[row] === 0)) continue;
      own[row] = 1;
      const name = source.nameOf(id);
      faults.push(
        !empty
          ? {
              rule: "forbidden",
              variable: id,
              row,
              words: () => ({
                message: `${source.said(id, row)}`,
                expected: `an empty cell: asked of ${askedOf}`,
              }),
            }
          : {
              rule: id === codebook.roles.weight ? "weight" : "missing",
              variable: id,
              row,
              words: () => ({
                message: `${name} is empty`,
                expected:
                  id === codebook.roles.weight
                    ? "a weight above 0"
                    : `an answer: asked of ${askedOf ?? "everyone"}`,
              }),
            },
      );
    }
    return faults;
  });
}

/** Interviews with a duplicate number. */
export function duplicateFaults(interviews: CodedInterviews, source: Source): Fault[] {
  const id = interviews.codebook.roles.interview;
  const first = new Map<string, number>();
  const faults: Fault[] = [];
  for (let row = 0; row < interviews.rows; row++) {
    const value = interviews.value(id, row);
    if (value === null) continue;
    const before = first.get(String(value));
    if (before === undefined) first.set(String(value), row);
    else
      faults.push({
        rule: "duplicate",
        variable: id,
        row,
        words: () => ({
          message: `${source.said(id, row)}, as at ${placeOf(source, id, before)}`,
          expected: "another one for each interview",
        }),
      });
  }
  return faults;
}

function placeOf(source: Source, variable: string, row: number): string {
  const { line, column } = source.place(variable, row);
  return `${line}:${column}`;
}

/** Impossible combinations of answers. */
export function impossibleFaults(interviews: CodedInterviews, source: Source, doubts: Doubts): Fault[] {
  return interviews.codebook.impossible.flatMap(({ id, statement, when }): Fault[] => {
    const variables = [...variablesOf(when)];
    const at = variables.find((variable) => source.columnOf(variable) !== null) ?? variables[0];
    if (at === undefined) return [];
    const truth = conditionTruth(interviews, when, doubts);
    const faults: Fault[] = [];
    for (let row = 0; row < interviews.rows; row++)
      if (truth[row] === 1)
        faults.push({
          rule: "impossible",
          variable: at,
          row,
          part: id,
          words: () => ({
            message: variables.map((variable) => source.said(variable, row)).join(", "),
            expected: `what can be: ${statement}`,
          }),
        });
    return faults;
  });
}

/** Interviews before the period of their contact. */
export function orderFaults(interviews: CodedInterviews, source: Source): Fault[] {
  const { date, period } = interviews.codebook.roles;
  const faults: Fault[] = [];
  for (let row = 0; row < interviews.rows; row++) {
    const held = interviews.value(date, row);
    const about = interviews.value(period, row);
    if (typeof held !== "string" || typeof about !== "string") continue;
    if (held.slice(0, 7) >= periodStart(about)) continue;
    faults.push({
      rule: "order",
      variable: date,
      row,
      words: () => ({
        message: `${source.said(date, row)}, before the contact in ${periodLabel(about)}`,
        expected: "an interview after the contact that it is about",
      }),
    });
  }
  return faults;
}

/** Checks that the watermark column is the same in all rows and never empty. */
export function watermarkFaults(
  texts: readonly (string | null)[],
  variable: string,
  source: Source,
): Fault[] {
  const first = texts.find((text) => text !== null) ?? null;
  return texts.flatMap((text, row): Fault[] =>
    text === first && text !== null
      ? []
      : [
          {
            rule: "watermark",
            variable,
            row,
            words: () => ({
              message: source.said(variable, row),
              expected:
                first === null
                  ? "what made the interviews up, or no such column"
                  : `${shown(first)} as elsewhere: made-up interviews stand by themselves`,
            }),
          },
        ],
  );
}
