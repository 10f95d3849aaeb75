import { smallestDisagreeing } from "../../bounds/index.js";
import type { Disagreement } from "../../model/conflict.js";
import { disagreementIn } from "../disagreement.js";
import { INTERVIEW_WORTH } from "../interview-worth.js";
import type { Facts, HeldFigure } from "./facts.js";
import { needed } from "./gender-rows.js";
import { ageProblem, ethnicityProblem } from "./problem.js";
import { OLDER, sharesInWords, USUAL_SHARES } from "./readings.js";

/** Which statements of the page cannot all be true, in the usual reading, for each of its charts; null where all can. */
export interface Disagreements {
  readonly ages: Disagreement | null;
  readonly ethnicities: Disagreement | null;
  /** Women and men beside Receiving and Paying Parents. */
  readonly gender: Disagreement | null;
  /** Internet access of both parents and of everyone. */
  readonly online: Disagreement | null;
}

export function disagreements(facts: Facts): Disagreements {
  const groups = [...facts.ages, ...facts.ethnicities];
  const idOf = (code: string) =>
    code === "dont-know"
      ? facts.ethnicityNotKnown.id
      : (groups.find((group) => group.code === code)?.id ?? code);
  const reading = { deff: INTERVIEW_WORTH[0].deff, silence: false } as const;
  const given = (name: keyof typeof USUAL_SHARES) =>
    `if ${sharesInWords(USUAL_SHARES[name])}, each interview worth one in full`;
  return {
    ages: disagreementIn(
      ageProblem(facts, { ...reading, shares: USUAL_SHARES.age, older: OLDER.each }),
      given("age"),
      idOf,
    ),
    ethnicities: disagreementIn(
      ethnicityProblem(facts, { ...reading, shares: USUAL_SHARES.ethnicity }),
      given("ethnicity"),
      idOf,
    ),
    gender: among(
      facts,
      ["women", "men", "receiving", "paying"],
      "if parental role alone makes the difference between women and men",
      (some) => needed(some).length > 0 && isBetween(some.men, some.receiving, some.paying),
    ),
    online: onlineDisagreement(facts),
  };
}

type Name = "women" | "men" | "receiving" | "paying";

/** A smallest set of some figures that cannot all be true; those left out can be anything. */
function among(
  facts: Facts,
  names: readonly Name[],
  given: string,
  agrees: (facts: Facts) => boolean,
): Disagreement | null {
  const free = (figure: HeldFigure): HeldFigure => ({ ...figure, low: 0, high: 100 });
  const keeping = (kept: (name: Name) => boolean): Facts => ({
    ...facts,
    ...Object.fromEntries(names.filter((name) => !kept(name)).map((name) => [name, free(facts[name])])),
  });
  if (agrees(facts)) return null;
  const found = smallestDisagreeing(names.length, (kept) =>
    agrees(keeping((name) => kept.has(names.indexOf(name)))),
  );
  return { given, statements: found.map((i) => statement(facts[names[i] as Name])) };
}

/** Everyone's internet access lies between both parents', whose roundings must not overlap for a share to follow. */
function onlineDisagreement({ online: { everyone, receiving, paying } }: Facts): Disagreement | null {
  if (receiving.low <= paying.high && paying.low <= receiving.high)
    return {
      given: "if what the two groups weigh is to follow from them: their roundings overlap",
      statements: [receiving, paying].map(statement),
    };
  if (isBetween(everyone, receiving, paying)) return null;
  return {
    given: "whatever the two groups weigh",
    statements: [everyone, receiving, paying].map(statement),
  };
}

/** Whether some figure is the weighted mean of some two others. */
function isBetween(figure: HeldFigure, a: HeldFigure, b: HeldFigure): boolean {
  return figure.high >= Math.min(a.low, b.low) && figure.low <= Math.max(a.high, b.high);
}

function statement({ id }: HeldFigure): Disagreement["statements"][number] {
  return { says: null, locator: null, ids: [id] };
}
