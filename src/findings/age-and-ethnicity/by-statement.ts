import type { World } from "../../analysis/by-statement/world.js";
import { type Control, chosenCode } from "../../model/control.js";
import { groupLabel } from "../../model/dimensions.js";
import type { Options } from "../../model/variants.js";
import { AGES, type Facts, groupsOf, isHeldFigure } from "./facts.js";
import { problemOf } from "./problem.js";
import { type Chart, readingOf } from "./readings.js";

/** The reader's choice of the lost figure to ask about. */
export const ASKED: Readonly<Record<Chart, Control>> = {
  ethnicity: {
    name: "ethnicity-asked",
    type: "choice",
    legend: "The figure of",
    options: (["black", "other-mixed", "white"] as const).map((code) => ({
      code,
      label: groupLabel({ ethnicity: code }),
    })),
    default: "black",
  },
  age: {
    name: "age-asked",
    type: "choice",
    legend: "The figure of",
    options: AGES.filter((code) => code !== "16-24").map((code) => ({
      code,
      label: groupLabel({ age: code }),
    })),
    default: "25-34",
  },
};

/** What is asked under the reader's choices; without any, what the first view of the page asks. */
export function groupWorld(chart: Chart, facts: Facts, chosen: Options = {}): World {
  const problem = problemOf(chart, facts, readingOf(chart, chosen));
  return {
    problem,
    ask: { id: chosenCode(ASKED[chart], chosen) },
    labels: labelsOf(facts, problem.unknowns),
  };
}

/** A world, and whether the figure that it asks about is held: then there is nothing to work out. */
export type FirstWorld = World & { readonly isHeld: boolean };

/** What the first view of the page asks about each chart. */
export function firstWorlds(facts: Facts): Record<Chart, FirstWorld> {
  const first = (chart: Chart): FirstWorld => ({
    ...groupWorld(chart, facts),
    isHeld: groupsOf(chart, facts).some(
      (group) => group.code === ASKED[chart].default && isHeldFigure(group),
    ),
  });
  return { ethnicity: first("ethnicity"), age: first("age") };
}

function labelsOf(facts: Facts, unknowns: readonly { readonly id: string }[]): World["labels"] {
  const groups = [...facts.ages, ...facts.ethnicities];
  const others: Readonly<Record<string, string>> = {
    "dont-know": "Ethnicity not known",
    "35-54": "Aged 35 to 54",
  };
  return Object.fromEntries(
    unknowns.map(({ id }) => [id, groups.find(({ code }) => code === id)?.label ?? others[id] ?? id]),
  );
}
