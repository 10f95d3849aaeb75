import {
  disagreementAmong,
  disagreementIn,
  disagreementOfWeights,
  isMean,
  overlap,
  type RoundedFigure,
} from "../../analysis/disagreement.js";
import { designEffect, INTERVIEW } from "../../analysis/interview-worth.js";
import { proportionInterval } from "../../analysis/proportion.js";
import { type CellRangeOptions, cellRanges } from "../../bounds/index.js";
import { type Disagreement, numbersAsStatements } from "../../model/conflict.js";
import { memoizeByObject } from "../../model/memoize.js";
import { driverProblem } from "./drivers.js";
import type { Facts, GroupName } from "./facts.js";

/** Percentages of the finding that cannot all be true, by analysis; null if they can. */
export interface Disagreements {
  /** The weights of the two groups of parents, and of the two contact types, in everyone's percentage. */
  readonly parent: Disagreement | null;
  readonly contact: Disagreement | null;
  /** The mix of contact types that alone would explain the gap between parents. */
  readonly mix: Disagreement | null;
  /** The four cells of parent by contact type, without and with the reader's assumption. */
  readonly cells: Disagreement | null;
  /** The bars of the driver questions, given which parents gave the higher scores. */
  readonly drivers: Disagreement | null;
}

export const disagreements = /* @__PURE__ */ memoizeByObject(findDisagreements);

function findDisagreements(facts: Facts): Disagreements {
  const figure = (name: GroupName): RoundedFigure => ({
    id: facts.satisfied[name].id,
    ...proportionInterval(facts.satisfied[name]),
  });
  const all = figure("all");
  const parents = { receiving: figure("receiving"), paying: figure("paying") };
  const contacts = { new: figure("new"), change: figure("change") };
  const cells = (given: string, options: CellRangeOptions) =>
    disagreementAmong({ all, ...parents, ...contacts }, 1, given, (known) => {
      const { all: total, receiving: a, paying: b, new: first, change: second } = known;
      return cellRanges(facts.answered, { total, a, b, first, second }, options) !== null;
    });
  const contact = disagreementOfWeights(all, contacts.new, contacts.change);
  return {
    parent: disagreementOfWeights(all, parents.receiving, parents.paying),
    contact,
    mix: overlap(contacts.new, contacts.change)
      ? contact
      : disagreementAmong(
          { ...parents, ...contacts },
          1,
          "if contact type alone makes the gap between parents",
          (known) => [known.receiving, known.paying].every((group) => isMean(group, known.new, known.change)),
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

/** The bases, if those who answered fit into no table of those interviewed. */
function noTable({ answered, answeredBases, cellBases }: Facts): Disagreement | null {
  if (answered.length > 0) return null;
  return {
    given: "if all who answered were interviewed",
    smallest: false,
    statements: numbersAsStatements([...answeredBases, ...cellBases]),
  };
}

/** The first question with contradictory statements, as a simple random sample. */
function drivers({ questions }: Facts): Disagreement | null {
  for (const question of questions) {
    const found = disagreementIn(
      driverProblem(question, designEffect(INTERVIEW.default), "receiving"),
      "if each interview was worth one in full",
      (unknown) => (unknown === "receiving" ? question.receiving.id : question.paying.id),
    );
    if (found !== null) return found;
  }
  return null;
}
