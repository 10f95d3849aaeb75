import { type CellRangeOptions, cellRanges, smallestDisagreeing } from "../../bounds/index.js";
import type { Disagreement } from "../../model/conflict.js";
import { disagreementIn } from "../disagreement.js";
import { INTERVIEW_WORTH } from "../interview-worth.js";
import { proportionInterval } from "../proportion.js";
import { driverProblem } from "./drivers.js";
import type { Facts, GroupName } from "./facts.js";

interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Which of the finding's percentages cannot all be true, for each thing that is worked out from them; null where all can. */
export interface Disagreements {
  /** The weights of the two groups of parents, and of the two contact types, in everyone's percentage. */
  readonly parent: Disagreement | null;
  readonly contact: Disagreement | null;
  /** The mix of contact types that would make the gap between parents on its own. */
  readonly mix: Disagreement | null;
  /** The four cells of parent by contact type, without and with the statement that the reader may add. */
  readonly cells: Disagreement | null;
  /** The bars of the driver questions, as the report says which parents gave the higher scores. */
  readonly drivers: Disagreement | null;
}

const ANY: Interval = { low: 0, high: 1 };

const found = new WeakMap<Facts, Disagreements>();

export function disagreements(facts: Facts): Disagreements {
  const known = found.get(facts) ?? lookFor(facts);
  found.set(facts, known);
  return known;
}

function lookFor(facts: Facts): Disagreements {
  const interval = (name: GroupName) => proportionInterval(facts.satisfied[name]);
  const find = (
    names: readonly GroupName[],
    given: string | null,
    agrees: (known: (name: GroupName) => Interval) => boolean,
  ): Disagreement | null => {
    const fits = (kept: (name: GroupName) => boolean) =>
      agrees((name) => (kept(name) ? interval(name) : ANY));
    if (fits(() => true)) return null;
    const smallest = smallestDisagreeing(names.length, (kept) =>
      fits((name) => kept.has(names.indexOf(name))),
    );
    return { given, statements: smallest.map((i) => statement(facts, names[i] as GroupName)) };
  };
  const weights = (a: GroupName, b: GroupName): Disagreement | null =>
    overlap(interval(a), interval(b))
      ? {
          given: "if what the two groups weigh is to follow from them: their roundings overlap",
          statements: [a, b].map((name) => statement(facts, name)),
        }
      : find(["all", a, b], "whatever the two groups weigh", (known) =>
          isMean(known("all"), known(a), known(b)),
        );
  const cells = (given: string, options: CellRangeOptions) =>
    find(
      ["all", "receiving", "paying", "new", "change"],
      given,
      (known) =>
        cellRanges(
          facts.answered,
          {
            total: known("all"),
            a: known("receiving"),
            b: known("paying"),
            first: known("new"),
            second: known("change"),
          },
          options,
        ) !== null,
    );
  const contact = weights("new", "change");
  return {
    parent: weights("receiving", "paying"),
    contact,
    mix: overlap(interval("new"), interval("change"))
      ? contact
      : find(
          ["receiving", "paying", "new", "change"],
          "if contact type alone makes the gap between parents",
          (known) =>
            (["receiving", "paying"] as const).every((group) =>
              isMean(known(group), known("new"), known("change")),
            ),
        ),
    cells:
      noTable(facts) ??
      cells("if each interview counts the same", {}) ??
      cells(
        "if each interview counts the same and Receiving Parents are at least as satisfied in both contact types",
        { aAtLeastB: true },
      ),
    drivers: drivers(facts),
  };
}

function statement({ satisfied }: Facts, name: GroupName): Disagreement["statements"][number] {
  return { says: null, locator: null, ids: [satisfied[name].id] };
}

/** The bases, where those who answered fit into no table of those interviewed. */
function noTable({ answered, answeredBases, cellBases }: Facts): Disagreement | null {
  if (answered.length > 0) return null;
  return {
    given: "if all who answered were interviewed",
    smallest: false,
    statements: [...answeredBases, ...cellBases].map((id) => ({ says: null, locator: null, ids: [id] })),
  };
}

/** The first question whose statements disagree, each interview worth one in full. */
function drivers({ questions }: Facts): Disagreement | null {
  for (const question of questions) {
    const found = disagreementIn(
      driverProblem(question, INTERVIEW_WORTH[0].deff, "receiving"),
      "if each interview was worth one in full",
      (unknown) => (unknown === "receiving" ? question.receiving.id : question.paying.id),
    );
    if (found !== null) return found;
  }
  return null;
}

/** Whether some total is the weighted mean of some part and some rest. */
function isMean(total: Interval, part: Interval, rest: Interval): boolean {
  return total.high >= Math.min(part.low, rest.low) && total.low <= Math.max(part.high, rest.high);
}

function overlap(a: Interval, b: Interval): boolean {
  return a.low <= b.high && b.low <= a.high;
}
