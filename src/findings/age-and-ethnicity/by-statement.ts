import type { World } from "../../analysis/by-statement/world.js";
import { type Control, chosenCode } from "../../model/control.js";
import { groupLabel } from "../../model/dimensions.js";
import type { Options } from "../../model/variants.js";
import { AGES, type Facts, groupsOf, isHeldFigure } from "./facts.js";
import { problemOf } from "./problem.js";
import { type Chart, readingOf } from "./readings.js";

/** The control that selects the unknown figure to solve for. */
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

/** The bounds problem and question under the chosen options; the page's defaults without any. */
export function groupWorld(chart: Chart, facts: Facts, chosen: Options = {}): World {
  const problem = problemOf(chart, facts, readingOf(chart, chosen));
  return {
    problem,
    ask: { id: chosenCode(ASKED[chart], chosen) },
    labels: labelsOf(facts, problem.unknowns),
  };
}

/** A problem, and whether the figure in question is known, so that there is nothing to solve. */
export type FirstWorld = World & { readonly isHeld: boolean };

/** The problem and question of each chart under the default options. */
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
