import type { World } from "../../analysis/by-statement/world.js";
import { designEffect, INTERVIEW, type InterviewWorth } from "../../analysis/interview-worth.js";
import { AGES, ETHNICITIES, type Facts, isHeldFigure } from "./facts.js";
import { ageProblem, ethnicityProblem } from "./problem.js";
import { OLDER, type OlderReading, SILENCE, USUAL_SHARES } from "./readings.js";

interface Setting {
  readonly interview: InterviewWorth;
  readonly silence: string;
}

/** The lost figures that can be asked about, the one of the first view first. */
export const ASKED = {
  ethnicity: (["black", "other-mixed", "white"] as const).filter((code) => ETHNICITIES.includes(code)),
  age: AGES.filter((code) => code !== "16-24"),
} as const;

/** One ethnic group's figure under a choice of the reader's. */
export function ethnicityWorld(facts: Facts, group: string, { interview, silence }: Setting): World {
  const problem = ethnicityProblem(facts, {
    deff: designEffect(interview),
    shares: USUAL_SHARES.ethnicity,
    silence: silence === SILENCE.on,
  });
  return { problem, ask: { id: group }, labels: labelsOf(facts, problem.unknowns) };
}

/** One age group's figure under a choice of the reader's. */
export function ageWorld(
  facts: Facts,
  group: string,
  { interview, silence, older }: Setting & { readonly older: OlderReading },
): World {
  const problem = ageProblem(facts, {
    deff: designEffect(interview),
    shares: USUAL_SHARES.age,
    silence: silence === SILENCE.on,
    older,
  });
  return { problem, ask: { id: group }, labels: labelsOf(facts, problem.unknowns) };
}

/** A world, and whether the figure that it asks about is held, so that there is nothing to work out. */
type FirstWorld = World & { readonly isHeld: boolean };

/** The worlds of the first view of the page: each half's first figure, under the usual reading. */
export function firstWorlds(facts: Facts): { readonly ethnicity: FirstWorld; readonly age: FirstWorld } {
  const usual = { interview: INTERVIEW.default, silence: SILENCE.off };
  const [ethnicity = "", age = ""] = [ASKED.ethnicity[0], ASKED.age[0]];
  const isHeld = (asked: string) =>
    [...facts.ages, ...facts.ethnicities].some((group) => group.code === asked && isHeldFigure(group));
  return {
    ethnicity: { ...ethnicityWorld(facts, ethnicity, usual), isHeld: isHeld(ethnicity) },
    age: { ...ageWorld(facts, age, { ...usual, older: OLDER.each }), isHeld: isHeld(age) },
  };
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
